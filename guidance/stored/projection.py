"""The stored periods: loaded as a timeline, and changed by a difference of timelines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from guidance.models import (
    Declaration,
    ExerciseMeasurePeriod,
    ExercisePeriod,
    LevelPeriod,
    MeasureKind,
    MeasurePeriod,
)
from guidance.rules.levels import Level
from guidance.rules.timeline import Difference, MeasureSpan, Period, Timeline, difference
from guidance.stored.atlas import Atlas

CHUNK = 500

_PERIOD_COLUMNS = (
    "pk",
    "region_id",
    "level",
    "starts_at",
    "ends_at",
    "declaration_id",
    "declaration__sequence",
    "planned_ends_at",
    "ended_by_id",
    "ended_by__sequence",
    "in_error",
)
_SPAN_COLUMNS = (
    "pk",
    "region_id",
    "kind__code",
    "starts_at",
    "ends_at",
    "declaration_id",
    "declaration__sequence",
    "follows_id",
    "level",
    "in_error",
)


def batched(values: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """Cut a list into pieces."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def period_model(*, exercise: bool) -> type[LevelPeriod] | type[ExercisePeriod]:
    """Give the table of the levels of one ledger."""
    return ExercisePeriod if exercise else LevelPeriod


def measure_model(*, exercise: bool) -> type[MeasurePeriod] | type[ExerciseMeasurePeriod]:
    """Give the table of the measures of one ledger."""
    return ExerciseMeasurePeriod if exercise else MeasurePeriod


@dataclass
class Stored:
    """Hold a loaded part of the projection, and the rows that it came from."""

    exercise: bool
    timeline: Timeline = field(default_factory=Timeline)
    period_pks: dict[Period, int] = field(default_factory=dict)
    span_pks: dict[MeasureSpan, int] = field(default_factory=dict)
    declaration_pks: dict[int, int] = field(default_factory=dict)


def load(
    regions: Atlas, *, exercise: bool, since: datetime | None, also: int | None = None
) -> Stored:
    """Load what ended at or after an instant (None: all), and all of one more declaration."""
    stored = Stored(exercise)
    wanted = Q()
    if since is not None:
        wanted = Q(ends_at=None) | Q(ends_at__gte=since)
        if also is not None:
            wanted |= Q(declaration=also)
    _load_periods(stored, regions, period_model(exercise=exercise).objects.filter(wanted))
    _load_spans(stored, regions, measure_model(exercise=exercise).objects.filter(wanted))
    stored.timeline = Timeline.from_periods(stored.period_pks, stored.span_pks, since)
    return stored


def _load_periods(stored: Stored, regions: Atlas, rows: QuerySet[Any]) -> None:
    for (
        pk, region, level, starts_at, ends_at, declaration_pk, sequence, planned, ended_pk,
        ended_by, in_error,
    ) in rows.values_list(*_PERIOD_COLUMNS):  # fmt: skip
        period = Period(
            regions.code(region), Level[level], starts_at, ends_at, sequence, planned, ended_by,
            in_error,
        )  # fmt: skip
        stored.period_pks[period] = pk
        stored.declaration_pks[sequence] = declaration_pk
        if ended_by is not None:
            stored.declaration_pks[ended_by] = ended_pk


def _load_spans(stored: Stored, regions: Atlas, rows: QuerySet[Any]) -> None:
    for (
        pk, region, kind, starts_at, ends_at, declaration_pk, sequence, follows, level,
        in_error,
    ) in rows.values_list(*_SPAN_COLUMNS):  # fmt: skip
        span = MeasureSpan(
            regions.code(region), kind, starts_at, ends_at, sequence,
            None if follows is None else regions.code(follows),
            Level[level] if level else None, in_error,
        )  # fmt: skip
        stored.span_pks[span] = pk
        stored.declaration_pks[sequence] = declaration_pk


def store(regions: Atlas, stored: Stored, change: Difference) -> None:
    """Delete and insert the rows in which two timelines differ."""
    periods = period_model(exercise=stored.exercise)
    measures = measure_model(exercise=stored.exercise)
    _delete(periods, [stored.period_pks[row] for row in change.removed])
    _delete(measures, [stored.span_pks[row] for row in change.removed_spans])
    pks = _declaration_pks(stored, change)
    periods.objects.bulk_create(
        [_period_row(periods, regions, pks, period) for period in change.added], CHUNK
    )
    if change.added_spans:
        kinds = dict(MeasureKind.objects.values_list("code", "pk"))
        measures.objects.bulk_create(
            [_span_row(measures, regions, pks, kinds, span) for span in change.added_spans], CHUNK
        )


def _delete(model: Any, pks: Sequence[int]) -> None:
    # Raw: deleting object by object would ask every listener of every deletion on the site.
    for chunk in batched(pks, CHUNK):
        rows = model.objects.filter(pk__in=chunk)
        rows._raw_delete(rows.db)


def _declaration_pks(stored: Stored, change: Difference) -> dict[int, int]:
    wanted = {row.declaration for row in change.added}
    wanted |= {row.declaration for row in change.added_spans}
    wanted |= {row.ended_by for row in change.added if row.ended_by is not None}
    unknown = sorted(wanted - stored.declaration_pks.keys())
    for chunk in batched(unknown, CHUNK):
        rows = Declaration.objects.published().of_ledger(exercise=stored.exercise)
        for pk, sequence in rows.filter(sequence__in=chunk).values_list("pk", "sequence"):
            stored.declaration_pks[int(sequence or 0)] = pk
    return stored.declaration_pks


def _period_row(model: Any, regions: Atlas, pks: dict[int, int], period: Period) -> Any:
    return model(
        region_id=regions.pk(period.region),
        level=period.level.name,
        starts_at=period.starts_at,
        ends_at=period.ends_at,
        declaration_id=pks[period.declaration],
        planned_ends_at=period.planned_ends_at,
        ended_by_id=None if period.ended_by is None else pks[period.ended_by],
        in_error=period.in_error,
    )


def _span_row(
    model: Any, regions: Atlas, pks: dict[int, int], kinds: dict[str, int], span: MeasureSpan
) -> Any:
    return model(
        region_id=regions.pk(span.region),
        kind_id=kinds[span.code],
        starts_at=span.starts_at,
        ends_at=span.ends_at,
        declaration_id=pks[span.declaration],
        follows_id=None if span.follows is None else regions.pk(span.follows),
        level="" if span.level is None else span.level.name,
        in_error=span.in_error,
    )


def rewrite(regions: Atlas, *, exercise: bool, timeline: Timeline) -> Difference:
    """Store another timeline in the place of the whole projection; give what differed."""
    stored = load(regions, exercise=exercise, since=None)
    change = difference(stored.timeline, timeline)
    store(regions, stored, change)
    return change


def numbers(sequences: Iterable[int], *, exercise: bool) -> dict[int, str]:
    """Give the numbers of declarations by sequence."""
    rows = Declaration.objects.published().of_ledger(exercise=exercise)
    found = rows.filter(sequence__in=set(sequences)).values_list("sequence", "number")
    return {sequence: number for sequence, number in found if sequence and number}
