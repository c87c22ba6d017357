"""What is refused of declarations and of the rows that belong to them."""

from __future__ import annotations

from guidance.migrations.guards.refusal import Refusal, declaration_where

PUBLISHING = "NEW.status = 'PUBLISHED' AND OLD.status <> 'PUBLISHED'"


def _declaration(name: str, events: tuple[str, ...], when: str, message: str) -> Refusal:
    return Refusal(f"guidance_declaration_{name}", "guidance_declaration", events, when, message)


# A number without its prefix is `year-serial`, at least four digits each.
_DIGITS = "REPLACE({row}.number, 'EX-', '')"
_YEAR = "CAST(SUBSTR(" + _DIGITS + ", 1, 4) AS INTEGER)"
_SERIAL = "CAST(SUBSTR(" + _DIGITS + ", 6) AS INTEGER)"
_BEFORE = (
    "FROM guidance_declaration b WHERE b.exercise = NEW.exercise"
    " AND b.status = 'PUBLISHED' AND b.sequence = NEW.sequence - 1"
)
_FOLLOWS = (
    f"(({_YEAR.format(row='b')} = {_YEAR.format(row='NEW')}"
    f" AND {_SERIAL.format(row='NEW')} = {_SERIAL.format(row='b')} + 1)"
    f" OR ({_YEAR.format(row='b')} < {_YEAR.format(row='NEW')}"
    f" AND {_SERIAL.format(row='NEW')} = 1))"
)

# A code below another begins with it and a hyphen.
_OUTSIDE = (
    "SELECT 1 FROM guidance_declarationregion n JOIN guidance_region r ON r.id = n.region_id"
    " WHERE n.declaration_id = NEW.id AND r.code <> h.code"
    " AND SUBSTR(r.code, 1, LENGTH(h.code) + 1) <> h.code || '-'"
)


def _holds_no(role: str, person: str) -> str:
    return (
        "NOT EXISTS (SELECT 1 FROM guidance_membership m"
        " JOIN guidance_desk k ON k.id = m.desk_id JOIN guidance_region h ON h.id = k.region_id"
        f" WHERE m.user_id = NEW.{person} AND m.role = '{role}' AND m.revoked_id IS NULL"
        " AND (m.ends_at IS NULL OR m.ends_at > NEW.published_at)"
        f" AND NOT EXISTS ({_OUTSIDE}))"
    )


_UNPUBLISHED = declaration_where("d", "NEW.refers_to_id", "d.status <> 'PUBLISHED'")

OF_DECLARATION = (
    _declaration(
        "born_a_draft", ("INSERT",), "NEW.status <> 'DRAFT'", "a declaration begins as a draft"
    ),
    _declaration(
        "stays",
        ("UPDATE", "DELETE"),
        "OLD.status IN ('PUBLISHED', 'REJECTED')",
        "a published or rejected declaration does not change",
    ),
    _declaration(
        "steps",
        ("UPDATE",),
        "NEW.status <> OLD.status AND NOT ("
        "(OLD.status IN ('DRAFT', 'RETURNED') AND NEW.status IN ('DRAFT', 'SUBMITTED'))"
        " OR (OLD.status = 'SUBMITTED' AND NEW.status IN ('RETURNED', 'REJECTED', 'PUBLISHED')))",
        "this step does not exist",
    ),
    _declaration(
        "approved_by_a_reader",
        ("UPDATE",),
        f"{PUBLISHING} AND EXISTS (SELECT 1 FROM guidance_contributor c"
        " WHERE c.declaration_id = NEW.id AND c.user_id = NEW.approver_id)",
        "who saved a version does not approve it",
    ),
    _declaration(
        "people_for_the_desk",
        ("UPDATE",),
        f"{PUBLISHING} AND NEW.origin = 'DESK' AND EXISTS (SELECT 1 FROM guidance_serviceaccount s"
        " WHERE s.user_id IN (NEW.author_id, NEW.approver_id))",
        "service accounts publish the archive only",
    ),
    _declaration(
        "by_roles_in_force",
        ("UPDATE",),
        f"{PUBLISHING} AND NEW.origin = 'DESK' AND ({_holds_no('DRAFTER', 'author_id')}"
        f" OR {_holds_no('APPROVER', 'approver_id')})",
        "author and approver hold their roles over every region at that moment",
    ),
    _declaration(
        "services_for_the_archive",
        ("UPDATE",),
        f"{PUBLISHING} AND NEW.origin = 'ARCHIVE' AND NOT ("
        "EXISTS (SELECT 1 FROM guidance_serviceaccount s"
        " WHERE s.user_id = NEW.author_id AND s.role = 'DRAFTER')"
        " AND EXISTS (SELECT 1 FROM guidance_serviceaccount s"
        " WHERE s.user_id = NEW.approver_id AND s.role = 'APPROVER'))",
        "only the service accounts publish the archive",
    ),
    _declaration(
        "keeps_its_ledger",
        ("UPDATE",),
        "NEW.exercise <> OLD.exercise OR NEW.id <> OLD.id",
        "a declaration stays in its ledger",
    ),
    _declaration(
        "refers_within_its_ledger",
        ("INSERT", "UPDATE"),
        declaration_where("d", "NEW.refers_to_id", "d.exercise <> NEW.exercise"),
        "no reference leads from one ledger to the other",
    ),
    _declaration(
        "refers_to_published",
        ("UPDATE",),
        f"{PUBLISHING} AND {_UNPUBLISHED}",
        "only a published declaration is acted upon",
    ),
    _declaration(
        "local_advice_in_three_languages",
        ("UPDATE",),
        f"{PUBLISHING} AND EXISTS (SELECT 1 FROM guidance_localadvice a"
        " WHERE a.declaration_id = NEW.id AND (a.text_kk = '' OR a.text_ru = '' OR a.text_en = ''"
        " OR a.text_kk = a.text_ru OR a.text_ru = a.text_en OR a.text_kk = a.text_en))",
        "local advice stands in three languages",
    ),
    _declaration(
        "measures_end_after_they_start",
        ("UPDATE",),
        f"{PUBLISHING} AND EXISTS (SELECT 1 FROM guidance_declarationmeasure m"
        " WHERE m.declaration_id = NEW.id AND m.ends_at <= m.starts_at)",
        "a measure ends after it starts",
    ),
    _declaration(
        "sequence_has_no_gap",
        ("UPDATE",),
        f"{PUBLISHING} AND NEW.sequence <> 1 + COALESCE((SELECT MAX(b.sequence)"
        " FROM guidance_declaration b WHERE b.exercise = NEW.exercise"
        " AND b.status = 'PUBLISHED'), 0)",
        "the sequence counts without a gap",
    ),
    _declaration(
        "number_has_no_gap",
        ("UPDATE",),
        f"{PUBLISHING} AND (NEW.exercise <> (SUBSTR(NEW.number, 1, 3) = 'EX-')"
        f" OR NEW.sequence = 1 AND {_SERIAL.format(row='NEW')} <> 1"
        f" OR NEW.sequence > 1 AND NOT EXISTS (SELECT 1 {_BEFORE} AND {_FOLLOWS}))",
        "the number counts without a gap within its year",
    ),
    _declaration(
        "time_runs_forward",
        ("UPDATE",),
        f"{PUBLISHING} AND EXISTS (SELECT 1 {_BEFORE} AND b.published_at > NEW.published_at)",
        "nothing is published before the last declaration",
    ),
)


def _belonging(table: str, new: str, old: str) -> tuple[Refusal, ...]:
    """Refuse any change of a row that belongs to a published declaration."""
    published = "d.status = 'PUBLISHED'"
    message = "what belongs to a published declaration does not change"
    return tuple(
        Refusal(f"{table}_stays_{event.lower()}_{side}", table, (event,), when, message, key)
        for event, side, key in (
            ("INSERT", "new", new),
            ("UPDATE", "new", new),
            ("UPDATE", "old", old),
            ("DELETE", "old", old),
        )
        for when in (declaration_where("d", key, published),)
    )


def _of_measure(row: str) -> str:
    measure = f"guidance_declarationmeasure m WHERE m.id = {row}.measure_id"
    return f"(SELECT m.declaration_id FROM {measure})"


OF_PARTS = tuple(
    refusal
    for table in ("declarationregion", "declarationmeasure", "localadvice")
    for refusal in _belonging(f"guidance_{table}", "NEW.declaration_id", "OLD.declaration_id")
) + _belonging("guidance_declarationmeasureregion", _of_measure("NEW"), _of_measure("OLD"))

OF_CONTRIBUTORS = (
    Refusal(
        "guidance_contributor_stays",
        "guidance_contributor",
        ("UPDATE", "DELETE"),
        message="who saved a version stays on record",
    ),
    *_belonging("guidance_contributor", "NEW.declaration_id", "OLD.declaration_id")[:1],
)
