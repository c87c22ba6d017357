"""Periods, measures in time, and the lane of a region that holds both."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import attrgetter, itemgetter
from typing import NamedTuple

from guidance.rules.levels import Level


class Period(NamedTuple):
    """Say that a level is in force on a region over [starts_at, ends_at) by a declaration.

    `planned_ends_at` is the end as it was declared, `ended_by` the act that made it come sooner.
    """

    region: str
    level: Level
    starts_at: datetime
    ends_at: datetime | None
    declaration: int
    planned_ends_at: datetime | None = None
    ended_by: int | None = None
    in_error: bool = False

    def covers(self, at: datetime) -> bool:
        return self.starts_at <= at and (self.ends_at is None or at < self.ends_at)

    def meets(self, start: datetime, end: datetime | None) -> bool:
        """Tell whether the period has an instant in common with [start, end)."""
        return (end is None or self.starts_at < end) and (
            self.ends_at is None or start < self.ends_at
        )


class MeasureSpan(NamedTuple):
    """Say that a measure is in force on a region over [starts_at, ends_at) by a declaration.

    `follows` is the region whose period it follows, and `level` that period's level; both are None
    for a measure with a period of its own.
    """

    region: str
    code: str
    starts_at: datetime
    ends_at: datetime | None
    declaration: int
    follows: str | None = None
    level: Level | None = None
    in_error: bool = False

    @property
    def kept_with(self) -> str:
        """Give the region in whose lane the span is kept."""
        return self.region if self.follows is None else self.follows

    def covers(self, at: datetime) -> bool:
        return self.starts_at <= at and (self.ends_at is None or at < self.ends_at)


class Lane(NamedTuple):
    """Hold one region's own periods, the earliest first, and the measures that follow them."""

    periods: tuple[Period, ...] = ()
    spans: tuple[MeasureSpan, ...] = ()

    def period_at(self, at: datetime) -> Period | None:
        """Give the own period that covers an instant."""
        index = bisect_right(self.periods, at, key=_start) - 1
        if index >= 0 and self.periods[index].covers(at):
            return self.periods[index]
        return None

    def next_change(self, at: datetime) -> datetime | None:
        """Give the first start or end of a period or measure after an instant."""
        index = max(bisect_right(self.periods, at, key=_start) - 1, 0)
        soonest: datetime | None = None
        rows: tuple[Period | MeasureSpan, ...] = (*self.periods[index : index + 2], *self.spans)
        for row in rows:
            instant = row.starts_at if row.starts_at > at else row.ends_at
            if instant and instant > at and (soonest is None or instant < soonest):
                soonest = instant
        return soonest

    def alive_since(self, since: datetime) -> "Lane":
        """Leave out what ended before an instant."""
        return Lane(
            tuple(row for row in self.periods if row.ends_at is None or row.ends_at >= since),
            tuple(row for row in self.spans if row.ends_at is None or row.ends_at >= since),
        )


EMPTY = Lane()


_start = attrgetter("starts_at")
_span_start = itemgetter(2, 4, 0, 1)
_span_word = itemgetter(0, 1, 4)


def in_order(periods: Iterable[Period]) -> tuple[Period, ...]:
    return tuple(sorted(periods, key=_start))


def spans_in_order(spans: Iterable[MeasureSpan]) -> tuple[MeasureSpan, ...]:
    """Sort the spans of one lane; where one measure's spans meet or repeat they are one."""
    rows = sorted(spans, key=_span_start)
    if len({_span_word(row) for row in rows}) == len(rows):
        return tuple(rows)
    return tuple(sorted(_joined(rows), key=_span_key))


def _joined(rows: Iterable[MeasureSpan]) -> Iterator[MeasureSpan]:
    """Join the spans of one measure that meet; the rows come in order of their start."""
    joined: dict[tuple[object, ...], list[MeasureSpan]] = {}
    for span in rows:
        alike = joined.setdefault((*span[:2], *span[4:]), [])
        if alike and (alike[-1].ends_at is None or span.starts_at <= alike[-1].ends_at):
            alike[-1] = alike[-1]._replace(ends_at=_later_end(alike[-1].ends_at, span.ends_at))
        else:
            alike.append(span)
    for alike in joined.values():
        yield from alike


def _later_end(one: datetime | None, other: datetime | None) -> datetime | None:
    return None if one is None or other is None else max(one, other)


def _span_key(span: MeasureSpan) -> tuple[datetime, int, str, str, str, int, bool]:
    """Put in one order, always, what `_span_start` leaves undecided."""
    return (*_span_start(span), span.follows or "", span.level or 0, span.in_error)
