"""A stored declaration as the rules read it, and as its bulletin freezes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from guidance.models import LANGUAGES, Declaration, DeclarationMeasure
from guidance.publishing.canonical import day, instant
from guidance.rules.acts import Act, ActKind, NamedMeasure
from guidance.rules.levels import Level

# Every column of a declaration is frozen in its bulletin, or stands here with a reason.
NOT_FROZEN: Mapping[str, str] = {
    "id": "the bulletin names the number",
    "status": "only what is published has a bulletin",
    "created_at": "of the draft",
    "changed_at": "of the draft",
    "deadline_at": "of the draft",
    "note_to_approver": "never public",
    "warnings_seen": "of the draft",
    "return_reason": "never public",
    "version": "of the draft",
    "idempotency_key": "of the form",
}


def texts(row: object, field: str) -> dict[str, str]:
    """Give the three languages of a field."""
    return {code: getattr(row, f"{field}_{code}") or "" for code in LANGUAGES}


def texts_or_none(row: object, field: str) -> dict[str, str] | None:
    """Give the three languages of a field that may be empty in all of them."""
    words = texts(row, field)
    return words if any(words.values()) else None


def act_of(declaration: Declaration, *, sequence: int, published_at: datetime) -> Act:
    """Give the act of a declaration as the rules read it, published at an instant."""
    kind = ActKind(declaration.act)
    starts_at = declaration.starts_at
    if starts_at is None and kind in (ActKind.DECLARE, ActKind.CHANGE, ActKind.LIFT):
        starts_at = published_at
    refers_to = declaration.refers_to
    return Act(
        sequence=sequence,
        kind=kind,
        published_at=published_at,
        regions=codes(declaration),
        level=Level[declaration.level] if declaration.level else None,
        starts_at=starts_at,
        ends_at=declaration.ends_at,
        measures=tuple(map(measure_of, in_order(declaration))),
        refers_to=refers_to.sequence if refers_to is not None else None,
        is_archived=declaration.origin == "ARCHIVE",
    )


def published_act(declaration: Declaration) -> Act:
    """Give the act of a published declaration."""
    if declaration.sequence is None or declaration.published_at is None:
        raise ValueError(f"{declaration} is not published")
    return act_of(declaration, sequence=declaration.sequence, published_at=declaration.published_at)


def codes(declaration: Declaration) -> tuple[str, ...]:
    """Give the codes of the named regions, in the author's order."""
    rows = sorted(declaration.regions.all(), key=lambda row: (row.position, row.pk))
    return tuple(row.region.code for row in rows)


def in_order(declaration: Declaration) -> list[DeclarationMeasure]:
    """Give the measures in the author's order."""
    return sorted(declaration.measures.all(), key=lambda row: (row.position, row.pk))


def measure_of(measure: DeclarationMeasure) -> NamedMeasure:
    """Give a measure as the rules read it."""
    return NamedMeasure(
        code=measure.kind.code,
        regions=tuple(sorted(row.region.code for row in measure.regions.all())),
        starts_at=measure.starts_at,
        ends_at=measure.ends_at,
    )


def facts_and_words(declaration: Declaration) -> dict[str, object]:
    """Give all that an author writes, as canonical JSON takes it."""
    return {
        **_facts(declaration),
        "regions": [
            {"code": row.region.code, "name": texts(row.region, "name")}
            for row in sorted(declaration.regions.all(), key=lambda row: (row.position, row.pk))
        ],
        "measures": [_measure(row) for row in in_order(declaration)],
        "reason": texts(declaration, "reason"),
        "end_reason": texts_or_none(declaration, "end_reason"),
        "authority_post": texts_or_none(declaration, "authority_post"),
        "local_advice": [
            texts(row, "text")
            for row in sorted(declaration.local_advice.all(), key=lambda row: row.position)
        ],
        "contributors": sorted(row.user_id for row in declaration.contributors.all()),
    }


def _facts(declaration: Declaration) -> dict[str, object]:
    refers_to = declaration.refers_to
    return {
        "ledger": "EXERCISE" if declaration.exercise else "REAL",
        "act": declaration.act,
        "level": declaration.level or None,
        "starts_at": instant(declaration.starts_at),
        "ends_at": instant(declaration.ends_at),
        "authority": _entry(declaration.authority),
        "legal_basis": _entry(declaration.legal_basis),
        "order_number": declaration.order_number or None,
        "order_date": day(declaration.order_date),
        "refers_to": refers_to.number if refers_to is not None else None,
        "origin": declaration.origin,
        "precision": declaration.precision,
        "source_url": declaration.source_url or None,
        "desk": declaration.desk.code,
        "author": declaration.author_id,
        "submitted_at": instant(declaration.submitted_at),
        "archive_id": declaration.archive_id,
        "archive_sha256": declaration.archive_sha256 or None,
    }


def _entry(row: object) -> dict[str, object] | None:
    if row is None:
        return None
    return {"code": getattr(row, "code", None), "name": texts(row, "name")}


def _measure(measure: DeclarationMeasure) -> dict[str, object]:
    return {
        "code": measure.kind.code,
        "name": texts(measure.kind, "name"),
        "regions": sorted(row.region.code for row in measure.regions.all()),
        "starts_at": instant(measure.starts_at),
        "ends_at": instant(measure.ends_at),
    }
