"""What the database itself refuses, whatever the application says."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from guidance.checking import keep_result
from guidance.migrations import guards
from guidance.models import Declaration, LevelPeriod
from tests import factories
from tests.factories import DAY, NOON
from tests.guidance.conftest import Office

PUBLISH = """
    UPDATE guidance_declaration
    SET status = 'PUBLISHED', approver_id = {approver}, number = '{number}', sequence = {sequence},
        published_at = changed_at, starts_at = changed_at, content_hash = 'x'
    WHERE id = {waiting}
"""
LATE_REGION = (
    "INSERT INTO guidance_declarationregion (declaration_id, region_id, position)"
    " SELECT {published}, id, 9 FROM guidance_region WHERE code = 'KZ-75'"
)
LATE_CONTRIBUTOR = (
    "INSERT INTO guidance_contributor (declaration_id, user_id, first_saved_at)"
    " SELECT {published}, {drafter}, created_at FROM guidance_declaration WHERE id = {published}"
)
LATE_ADVICE = (
    "INSERT INTO guidance_localadvice (declaration_id, position, text_kk, text_ru, text_en)"
    " VALUES ({published}, 1, 'a', 'b', 'c')"
)
OVERLAP = (
    "INSERT INTO guidance_levelperiod (region_id, level, starts_at, ends_at, declaration_id)"
    " SELECT region_id, 'RED', starts_at, {end}, declaration_id FROM guidance_levelperiod"
)
CROSSING = (
    "INSERT INTO guidance_{table} (region_id, level, starts_at, ends_at, declaration_id, in_error)"
    " SELECT region_id, level, starts_at, ends_at, {declaration}, in_error"
    " FROM guidance_{source}"
)

KEEP = "INSERT INTO guidance_draftversion (declaration_id, version, saved_by_id, saved_at, content)"

REFUSED = {
    "change the level": "UPDATE guidance_declaration SET level = 'RED' WHERE id = {published}",
    "colour a period with what is no level": "UPDATE guidance_levelperiod SET level = 'PURPLE'",
    "change a word": "UPDATE guidance_declaration SET reason_kk = 'x' WHERE id = {published}",
    "take it out of the ledger": (
        "UPDATE guidance_declaration SET status = 'DRAFT' WHERE id = {published}"
    ),
    "delete a declaration": "DELETE FROM guidance_declaration WHERE id = {published}",
    "rename a region of it": (
        "UPDATE guidance_declarationregion SET position = 7 WHERE declaration_id = {published}"
    ),
    "delete its regions": (
        "DELETE FROM guidance_declarationregion WHERE declaration_id = {published}"
    ),
    "add a region late": LATE_REGION,
    "add local advice late": LATE_ADVICE,
    "add a contributor late": LATE_CONTRIBUTOR,
    "move a region of a draft to it": (
        "UPDATE guidance_declarationregion SET declaration_id = {published}, position = 3"
        " WHERE declaration_id = {waiting}"
    ),
    "change a measure of it": (
        "UPDATE guidance_declarationmeasure SET ends_at = NULL WHERE declaration_id = {published}"
    ),
    "delete a contributor": "DELETE FROM guidance_contributor WHERE declaration_id = {waiting}",
    "change a bulletin": "UPDATE guidance_bulletin SET hash = 'x'",
    "delete a bulletin": "DELETE FROM guidance_bulletin",
    "change the audit log": "UPDATE guidance_auditentry SET note = 'x'",
    "delete from the audit log": "DELETE FROM guidance_auditentry",
    "change a kept version": "UPDATE guidance_draftversion SET content = '{{}}'",
    "delete a kept version": "DELETE FROM guidance_draftversion",
    "keep a version late": (
        f"{KEEP} SELECT {{published}}, version + 1, {{drafter}}, changed_at, 'x'"
        " FROM guidance_declaration WHERE id = {published}"
    ),
    "keep a version that nobody saved": (
        f"{KEEP} SELECT id, version + 1, {{drafter}}, changed_at, 'x' FROM guidance_declaration"
        " WHERE id = {unsent}"
    ),
    "change what a check found": "UPDATE guidance_ledgercheck SET problem_count = 0",
    "delete a check": "DELETE FROM guidance_ledgercheck",
    "delete from the outbox": "DELETE FROM guidance_outboxrow",
    "point the outbox elsewhere": (
        "UPDATE guidance_outboxrow SET declaration_id = {drill} WHERE declaration_id = {published}"
    ),
    "tell subscribers of a drill": (
        "INSERT INTO guidance_outboxrow (declaration_id, created_at)"
        " SELECT id, changed_at FROM guidance_declaration WHERE id = {drill}"
    ),
    "shorten the ledger": "UPDATE guidance_ledger SET count = 0 WHERE count > 0",
    "delete the ledger": "DELETE FROM guidance_ledger",
    "publish by its author": PUBLISH.replace("{approver}", "{drafter}"),
    "publish by nobody": PUBLISH.replace("{approver}", "NULL"),
    "publish by a contributor": PUBLISH.replace("{approver}", "{contributor}"),
    "publish by a machine": PUBLISH.replace("{approver}", "{machine}"),
    "publish with a gap in the sequence": PUBLISH.replace("{sequence}", "9"),
    "publish with a gap in the numbers": PUBLISH.replace("{number}", "2026-0009"),
    "publish from draft": (
        "UPDATE guidance_declaration SET status = 'PUBLISHED' WHERE id = {unsent}"
    ),
    "move a drill into the real ledger": (
        "UPDATE guidance_declaration SET exercise = NOT exercise WHERE id = {waiting}"
    ),
    "refer to a drill": (
        "UPDATE guidance_declaration SET refers_to_id = {drill} WHERE id = {waiting}"
    ),
    "reopen what was rejected": (
        "UPDATE guidance_declaration SET status = 'DRAFT' WHERE id = {rejected}"
    ),
    "overlap a period": OVERLAP.replace("{end}", "ends_at"),
    "overlap a period without end": OVERLAP.replace("{end}", "NULL"),
    "give a drill a real period": CROSSING.format(
        table="levelperiod", source="exerciseperiod", declaration="{drill}"
    ),
    "give a real act a period of a drill": CROSSING.format(
        table="exerciseperiod", source="levelperiod", declaration="{published}"
    ),
    "give oneself a role": (
        "INSERT INTO guidance_membership (user_id, desk_id, role, granted_id)"
        " SELECT {drafter}, desk_id, 'APPROVER', granted_id FROM guidance_membership"
        " WHERE user_id = {drafter}"
    ),
    "take a role away alone": "DELETE FROM guidance_membership",
    "confirm an own request": (
        "UPDATE guidance_rolerequest SET state = 'CONFIRMED', decided_by_id = requested_by_id,"
        " decided_at = requested_at WHERE state = 'REQUESTED'"
    ),
    "change a region's code": "UPDATE guidance_region SET code = 'KZ-99' WHERE code = 'KZ-75'",
    "delete a region": "DELETE FROM guidance_region WHERE code = 'KZ-15-aqtobe'",
}


@pytest.fixture
def ids(aqtobe: Office) -> dict[str, Any]:
    """Give a published act, one awaiting approval, a draft, a rejected one and a drill."""
    published = factories.published(aqtobe.drafter, aqtobe.approver, measures=factories.CHECKS)
    drill = factories.published(aqtobe.drafter, aqtobe.approver, exercise=True)
    contributor = factories.drafter("aqtobe", "contributor")
    waiting = factories.submitted(aqtobe.drafter, level="RED")
    factories.contribute(waiting, contributor, NOON)
    rejected = factories.submitted(aqtobe.drafter)
    factories.reject(rejected, by=aqtobe.approver, reason="not needed", at=NOON)
    unsent = factories.saved(aqtobe.drafter)
    factories.ask_for_role(aqtobe.drafter)
    keep_result(["a bulletin is missing"], NOON)
    return {
        "published": published.pk, "drill": drill.pk, "waiting": waiting.pk, "unsent": unsent.pk,
        "rejected": rejected.pk, "drafter": aqtobe.drafter.pk, "approver": aqtobe.approver.pk,
        "contributor": contributor.pk, "machine": factories.machine().pk,
        "number": "2026-0002", "sequence": 2,
    }  # fmt: skip


def run(statement: str, ids: dict[str, Any]) -> int:
    """Run a statement by raw SQL and say how many rows it met."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(**ids))
        return int(cursor.rowcount)


def test_the_database_refuses_what_must_never_happen(ids: dict[str, Any]) -> None:
    passed = []

    for name, statement in REFUSED.items():
        try:
            run(statement, ids)
        except IntegrityError:
            continue
        passed.append(name)

    assert passed == []


def test_the_same_statement_by_another_person_is_let_through(ids: dict[str, Any]) -> None:
    assert run(PUBLISH, ids) == 1


def test_periods_that_touch_do_not_overlap(ids: dict[str, Any]) -> None:
    period = LevelPeriod.objects.get()
    period.pk, period.starts_at, period.ends_at = None, NOON + 10 * DAY, NOON + 11 * DAY

    LevelPeriod.objects.bulk_create([period])

    assert LevelPeriod.objects.count() == 2


def test_a_queryset_is_refused_as_raw_sql_is(ids: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Declaration.objects.filter(pk=ids["published"]).update(level="RED")
    with pytest.raises((IntegrityError, ProtectedError)), transaction.atomic():
        Declaration.objects.filter(pk=ids["published"]).delete()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="REPLACE is SQLite's")
@pytest.mark.parametrize(
    "table",
    [
        "declaration",
        "bulletin",
        "declarationregion",
        "auditentry",
        "outboxrow",
        "ledger",
        "draftversion",
        "ledgercheck",
    ],
)
def test_replace_is_no_way_round(ids: dict[str, Any], table: str) -> None:
    statement = f"REPLACE INTO guidance_{table} SELECT * FROM guidance_{table}"

    with pytest.raises(IntegrityError):
        run(statement, ids)


def test_a_kept_version_is_not_replaced_under_another_key(ids: dict[str, Any]) -> None:
    statement = (
        f"{KEEP} SELECT declaration_id, version, saved_by_id, saved_at, 'x'"
        " FROM guidance_draftversion WHERE declaration_id = {unsent}"
    )

    with pytest.raises(IntegrityError):
        run(statement, ids)
    if connection.vendor == "sqlite":
        with pytest.raises(IntegrityError):
            run(statement.replace("INSERT", "REPLACE", 1), ids)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="TRUNCATE is PostgreSQL's")
@pytest.mark.parametrize("table", guards.NO_TRUNCATE)
def test_truncate_is_no_way_round(ids: dict[str, Any], table: str) -> None:
    run("SET CONSTRAINTS ALL IMMEDIATE", ids)

    with pytest.raises(IntegrityError):
        run(f"TRUNCATE {table} CASCADE", ids)


def test_all_guards_stand_after_the_migrations(db: None) -> None:
    assert guards.missing(connection) == []
