"""Joining what people saw before a withdrawal to what holds from it on."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from guidance.rules.periods import EMPTY, Lane, MeasureSpan, Period, in_order, spans_in_order


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
    periods = _join_periods(
        list(_periods_before(record.periods, at, withdrawn, by)),
        [
            period._replace(starts_at=max(period.starts_at, at))
            for period in base.periods
            if period.ends_at is None or period.ends_at > at
        ],
    )
    spans = [
        *_spans_before(record.spans, at, withdrawn),
        *(
            span._replace(starts_at=max(span.starts_at, at))
            for span in base.spans
            if span.ends_at is None or span.ends_at > at
        ),
    ]
    lane = Lane(in_order(periods), spans_in_order(spans))
    return record if lane == record else lane


def _periods_before(
    periods: Iterable[Period], at: datetime, withdrawn: int, by: int
) -> Iterator[Period]:
    for period in periods:
        if period.starts_at < at:
            is_in_error = period.in_error or period.declaration == withdrawn
            if period.ends_at is None or period.ends_at > at:
                yield period._replace(ends_at=at, ended_by=by, in_error=is_in_error)
            else:
                yield period._replace(in_error=is_in_error)


def _spans_before(
    spans: Iterable[MeasureSpan], at: datetime, withdrawn: int
) -> Iterator[MeasureSpan]:
    for span in spans:
        if span.starts_at < at:
            is_in_error = span.in_error or span.declaration == withdrawn
            ends_at = at if span.ends_at is None else min(at, span.ends_at)
            yield span._replace(ends_at=ends_at, in_error=is_in_error)


def _join_periods(earlier: list[Period], later: list[Period]) -> list[Period]:
    """Make the halves of one period one again where they meet."""
    if earlier and later:
        left, right = earlier[-1], later[0]
        meets = left.ends_at == right.starts_at
        if meets and _word(left) == _word(right):
            return [*earlier[:-1], right._replace(starts_at=left.starts_at), *later[1:]]
    return [*earlier, *later]


def _word(period: Period) -> tuple[object, ...]:
    return (period.declaration, period.level, period.planned_ends_at, period.in_error)
