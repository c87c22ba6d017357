"""Joining what people saw before a withdrawal to what holds from it on."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from guidance.rules.cutting import before, first_alive
from guidance.rules.periods import EMPTY, Lane, MeasureSpan, Period, spans_in_order


def splice_all(
    record: Mapping[str, Lane], base: Mapping[str, Lane], at: datetime, withdrawn: int, by: int
) -> dict[str, Lane]:
    """Splice every lane of two timelines."""
    return {
        code: splice(record.get(code, EMPTY), base.get(code, EMPTY), at, withdrawn, by)
        for code in {**record, **base}
    }


def splice(record: Lane, base: Lane, at: datetime, withdrawn: int, by: int) -> Lane:
    """Keep the record before an instant, the withdrawn word marked; take the base from it on."""
    earlier = _periods_before(record.periods, at, withdrawn, by)
    later = _periods_from(base.periods, at)
    if _runs_over(record.periods, at) or _runs_over(base.periods, at):
        periods = _join_halves(earlier, later)
    else:
        periods = [*earlier, *later]
    spans = record.spans
    if spans or base.spans:
        spans = spans_in_order([*_spans_before(spans, at, withdrawn), *_spans_from(base.spans, at)])
    lane = Lane(tuple(periods), spans)
    return record if lane == record else lane


def _periods_before(
    periods: tuple[Period, ...], at: datetime, withdrawn: int, by: int
) -> list[Period]:
    first = first_alive(periods, at)
    rows = [
        *periods[:first],
        *(row for period in periods[first:] for row in before(period, at, by)),
    ]
    return [row._replace(in_error=True) if row.declaration == withdrawn else row for row in rows]


def _periods_from(periods: tuple[Period, ...], at: datetime) -> list[Period]:
    first = first_alive(periods, at)
    return [
        period if period.starts_at >= at else period._replace(starts_at=at)
        for period in periods[first:]
    ]


def _spans_before(
    spans: Iterable[MeasureSpan], at: datetime, withdrawn: int
) -> Iterator[MeasureSpan]:
    for span in spans:
        if span.starts_at < at:
            if span.ends_at is None or span.ends_at > at:
                span = span._replace(ends_at=at)
            yield span._replace(in_error=True) if span.declaration == withdrawn else span


def _spans_from(spans: Iterable[MeasureSpan], at: datetime) -> Iterator[MeasureSpan]:
    for span in spans:
        if span.ends_at is None or span.ends_at > at:
            yield span if span.starts_at >= at else span._replace(starts_at=at)


def _runs_over(periods: tuple[Period, ...], at: datetime) -> bool:
    """Tell whether the splice itself cuts a period: two that always met are not halves of one."""
    return any(row.starts_at < at and row.covers(at) for row in periods)


def _join_halves(earlier: list[Period], later: list[Period]) -> list[Period]:
    """Make the halves of one period one again where they meet."""
    if earlier and later:
        left, right = earlier[-1], later[0]
        if left.ends_at == right.starts_at and _word(left) == _word(right):
            return [*earlier[:-1], right._replace(starts_at=left.starts_at), *later[1:]]
    return [*earlier, *later]


def _word(period: Period) -> tuple[object, ...]:
    return (period.declaration, period.level, period.planned_ends_at, period.in_error)
