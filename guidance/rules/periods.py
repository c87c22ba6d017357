"""Periods, measures in time, and the timeline that holds them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from typing import NamedTuple, TypeVar

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
        """Give the region beside whose periods the span is kept."""
        return self.region if self.follows is None else self.follows

    def covers(self, at: datetime) -> bool:
        return self.starts_at <= at and (self.ends_at is None or at < self.ends_at)


Periods = Mapping[str, tuple[Period, ...]]
Spans = Mapping[str, tuple[MeasureSpan, ...]]


class Timeline:
    """Hold all periods and measures of one ledger, or those that ended at or after an instant.

    `complete_since` is that instant; None says that nothing is left out.
    """

    __slots__ = ("complete_since", "period_map", "span_map")

    def __init__(
        self,
        period_map: Periods | None = None,
        span_map: Spans | None = None,
        complete_since: datetime | None = None,
    ) -> None:
        self.period_map: Periods = period_map or {}
        self.span_map: Spans = span_map or {}
        self.complete_since = complete_since

    @classmethod
    def from_periods(
        cls,
        periods: Iterable[Period],
        measure_spans: Iterable[MeasureSpan] = (),
        complete_since: datetime | None = None,
    ) -> "Timeline":
        """Build a timeline from rows in any order."""
        in_order = sorted(periods, key=lambda period: (period.region, period.starts_at))
        spans_in_order = sorted(measure_spans, key=lambda span: (span.kept_with, span_key(span)))
        return cls(
            {code: tuple(rows) for code, rows in groupby(in_order, lambda row: row.region)},
            {code: tuple(rows) for code, rows in groupby(spans_in_order, lambda s: s.kept_with)},
            complete_since,
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Timeline) and (
            set(self.all_periods()) == set(other.all_periods())
            and set(self.all_spans()) == set(other.all_spans())
        )

    __hash__ = None  # type: ignore[assignment]  # as for every container

    def periods_of(self, region: str) -> tuple[Period, ...]:
        """Give the region's own periods, the earliest first."""
        return self.period_map.get(region, ())

    def all_periods(self) -> Iterator[Period]:
        for periods in self.period_map.values():
            yield from periods

    def all_spans(self) -> Iterator[MeasureSpan]:
        for spans in self.span_map.values():
            yield from spans


def span_key(span: MeasureSpan) -> tuple[datetime, int, str, str]:
    """Give the order in which a region's spans are kept."""
    return (span.starts_at, span.declaration, span.region, span.code)


Row = TypeVar("Row", Period, MeasureSpan)


class Difference(NamedTuple):
    """List what one timeline has and the other has not."""

    removed: tuple[Period, ...]
    added: tuple[Period, ...]
    removed_spans: tuple[MeasureSpan, ...]
    added_spans: tuple[MeasureSpan, ...]


def difference(before: Timeline, after: Timeline) -> Difference:
    """Give the rows to delete and the rows to insert that turn `before` into `after`."""
    removed, added = _map_difference(before.period_map, after.period_map)
    removed_spans, added_spans = _map_difference(before.span_map, after.span_map)
    return Difference(removed, added, removed_spans, added_spans)


def _map_difference(
    before: Mapping[str, tuple[Row, ...]], after: Mapping[str, tuple[Row, ...]]
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    removed: list[Row] = []
    added: list[Row] = []
    for code in sorted(before.keys() | after.keys()):
        old, new = before.get(code, ()), after.get(code, ())
        if old is new:
            continue
        old_rows, new_rows = set(old), set(new)
        removed.extend(row for row in old if row not in new_rows)
        added.extend(row for row in new if row not in old_rows)
    return tuple(removed), tuple(added)
