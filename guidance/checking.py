"""Proof that a ledger is whole: chain, bulletins, numbers, and the periods that follow from it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q

from guidance.migrations import guards
from guidance.models import (
    EMPTY_HEAD,
    ActCode,
    Bulletin,
    Declaration,
    Ledger,
    LedgerCheck,
    LevelCode,
)
from guidance.publishing.canonical import instant, link
from guidance.publishing.entering import next_number
from guidance.publishing.facts import facts_and_words, texts
from guidance.rules.errors import RuleError
from guidance.rules.timeline import MeasureSpan, Period, difference, fold
from guidance.stored.atlas import Atlas, atlas
from guidance.stored.chronicle import acts_after
from guidance.stored.projection import load, measure_model, numbers, period_model
from guidance.taken_out import heads

# Names come from catalogues that may be reworded later; their codes may not change.
CATALOGUED = ("authority", "legal_basis", "regions", "measures")
PROBLEMS_KEPT = 50
NUMBER = re.compile(r"(EX-)?\d{4}-\d{4,}", re.ASCII)


def check() -> list[str]:
    """List all that is wrong with the ledgers; nothing wrong gives an empty list."""
    found = [f"guard is missing: {name}" for name in guards.missing(connection)]
    for exercise in (False, True):
        ledger = Ledger.objects.filter(exercise=exercise).first()
        if ledger is None:
            found.append(f"ledger of {Ledger(exercise=exercise)}: its row is missing")
            continue
        found.extend(_chain(ledger))
        found.extend(_crossings(exercise=exercise))
        found.extend(_projection(atlas(ledger.tree_token), exercise=exercise))
    found.extend(_strays())
    return found


def keep_result(found: Sequence[str], at: datetime) -> LedgerCheck:
    """Keep what a check found, and the heads at which it looked, for whoever asks later."""
    result = LedgerCheck(
        checked_at=at,
        problem_count=len(found),
        problems=list(found[:PROBLEMS_KEPT]),
        heads=heads(),
    )
    LedgerCheck.objects.bulk_create([result])
    return result


def _chain(ledger: Ledger) -> Iterator[str]:
    """Walk the bulletins from the first to the head."""
    walked = Ledger(exercise=ledger.exercise, head=EMPTY_HEAD)
    rows = Declaration.objects.published().of_ledger(exercise=ledger.exercise).with_facts()
    rows = rows.select_related("bulletin").order_by("sequence", "pk")
    for declaration in rows.iterator(chunk_size=500):
        yield from _numbering(walked, declaration)
        bulletin: Bulletin | None = getattr(declaration, "bulletin", None)
        if bulletin is None:
            yield f"{_name(declaration)}: published without a bulletin"
        else:
            yield from _link(walked, declaration, bulletin)
            walked.head = bulletin.hash
        walked.count += 1
        walked.last_number = declaration.number or ""
        walked.last_published_at = declaration.published_at
    for column in ("head", "count", "last_number", "last_published_at"):
        stands, should = getattr(ledger, column), getattr(walked, column)
        if stands != should:
            yield f"ledger of {ledger}: {column} is {stands}, the declarations end at {should}"


def _numbering(walked: Ledger, declaration: Declaration) -> Iterator[str]:
    name = _name(declaration)
    if declaration.sequence != walked.count + 1:
        yield f"{name}: sequence {declaration.sequence} follows {walked.count}"
        walked.count = (declaration.sequence or 1) - 1
    published_at = declaration.published_at
    if published_at is None:
        yield f"{name}: published without a moment"
        return
    if walked.last_published_at is not None and published_at < walked.last_published_at:
        yield f"{name}: published before the declaration that it follows"
    if not NUMBER.fullmatch(walked.last_number):
        walked.last_number = ""  # what no number follows was named with its own row
    expected = next_number(walked, published_at)
    if declaration.number != expected:
        yield f"{name}: the number should be {expected}"
    people = {row.user_id for row in declaration.contributors.all()} | {declaration.author_id}
    if declaration.approver_id is None or declaration.approver_id in people:
        yield f"{name}: not approved by another person"


def _link(walked: Ledger, declaration: Declaration, bulletin: Bulletin) -> Iterator[str]:
    name = _name(declaration)
    body = bytes(bulletin.body)
    if bulletin.previous_hash != walked.head:
        yield f"{name}: its bulletin does not follow the one before"
    if bulletin.hash != link(bulletin.previous_hash, body):
        yield f"{name}: its bulletin does not have the hash that it claims"
    try:
        frozen = json.loads(body)
    except ValueError:
        yield f"{name}: its bulletin is not JSON"
        return
    if not isinstance(frozen, Mapping):
        yield f"{name}: its bulletin is not an object"
        return
    yield from _columns(name, _stored(declaration), frozen)


def _stored(declaration: Declaration) -> dict[str, object]:
    return {
        **facts_and_words(declaration),
        "number": declaration.number,
        "sequence": declaration.sequence,
        "published_at": instant(declaration.published_at),
        "approver": declaration.approver_id,
        "content_hash": declaration.content_hash,
        "summary": texts(declaration, "summary"),
    }


def _columns(
    name: str, stored: Mapping[str, object], frozen: Mapping[str, object]
) -> Iterator[str]:
    for column, value in stored.items():
        said = frozen.get(column)
        if column in CATALOGUED:
            value, said = _codes(value), _codes(said)
        if value != said:
            yield f"{name}: {column} is {_short(value)}, its bulletin says {_short(said)}"


def _codes(value: Any) -> Any:
    """Leave out the names of catalogue entries."""
    if isinstance(value, list):
        return [_codes(item) for item in value]
    if isinstance(value, Mapping):
        return {key: item for key, item in value.items() if key != "name"}
    return value


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 120 else f"{text[:117]}..."


def _projection(regions: Atlas, *, exercise: bool) -> Iterator[str]:
    """Fold all declarations anew and compare with the stored periods."""
    unreadable = list(_unreadable(exercise=exercise))
    yield from unreadable
    if unreadable:
        return
    try:
        folded = fold(regions.tree, acts_after(0, exercise=exercise))
    except RuleError as refusal:
        number = numbers([refusal.act or 0], exercise=exercise).get(refusal.act or 0, "?")
        yield f"{number}: the fold refuses it: {refusal}"
        return
    stored = load(regions, exercise=exercise, since=None)
    change = difference(stored.timeline, folded)
    periods = period_model(exercise=exercise)._meta.db_table
    measures = measure_model(exercise=exercise)._meta.db_table
    for row in change.removed:
        yield f"{periods} {stored.period_pks[row]}: {_told(row)} does not follow from the ledger"
    for row in change.added:
        yield f"{periods}: missing: {_told(row)}"
    for span in change.removed_spans:
        yield f"{measures} {stored.span_pks[span]}: {_told(span)} does not follow from the ledger"
    for span in change.added_spans:
        yield f"{measures}: missing: {_told(span)}"
    for model, pks in (
        (period_model(exercise=exercise), stored.period_pks.values()),
        (measure_model(exercise=exercise), stored.span_pks.values()),
    ):
        for pk in sorted(set(model.objects.values_list("pk", flat=True)) - set(pks)):
            yield f"{model._meta.db_table} {pk}: the same stands twice"


def _unreadable(*, exercise: bool) -> Iterator[str]:
    """Name the declarations and periods of which no rule can be asked."""
    unknown = ~Q(level__in=["", *LevelCode.values])
    rows = Declaration.objects.published().of_ledger(exercise=exercise)
    acts = unknown | ~Q(act__in=ActCode.values) | Q(published_at=None)
    for declaration in rows.filter(acts).order_by("pk"):
        yield f"{_name(declaration)}: no rule reads it, and no period was compared"
    for model in (period_model(exercise=exercise), measure_model(exercise=exercise)):
        for row in model.objects.filter(unknown).order_by("pk"):
            table = model._meta.db_table
            yield f"{table} {row.pk}: no rule reads it, and no period was compared"


def _crossings(*, exercise: bool) -> Iterator[str]:
    """Name the periods that stand on a declaration of the other ledger."""
    for model in (period_model(exercise=exercise), measure_model(exercise=exercise)):
        stray = ~Q(declaration__exercise=exercise)
        if model is period_model(exercise=exercise):
            stray |= Q(ended_by__exercise=not exercise)
        for pk in model.objects.filter(stray).order_by("pk").values_list("pk", flat=True):
            yield f"{model._meta.db_table} {pk}: its declaration is of the other ledger"


def _told(row: Period | MeasureSpan) -> str:
    what = row.code if isinstance(row, MeasureSpan) else row.level.name
    end = row.ends_at.isoformat() if row.ends_at else "open"
    return f"{row.region} {what} {row.starts_at.isoformat()} to {end} by act {row.declaration}"


def _strays() -> Iterator[str]:
    rows = Bulletin.objects.exclude(declaration__status="PUBLISHED").order_by("pk")
    for pk, declaration in rows.values_list("pk", "declaration_id"):
        yield f"guidance_bulletin {pk}: its declaration {declaration} is not published"


def _name(declaration: Declaration) -> str:
    return f"{declaration.number or 'without number'} (guidance_declaration {declaration.pk})"
