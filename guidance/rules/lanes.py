"""The timeline: the lanes of all regions, and what differs between two of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple, TypeVar

from guidance.rules.periods import EMPTY, Lane, MeasureSpan, Period, in_order, spans_in_order

Lanes = Mapping[str, Lane]
Row = TypeVar("Row", Period, MeasureSpan)


class Timeline:
    """Hold all periods and measures of one ledger, or those that ended at or after an instant.

    `complete_since` is that instant; None says that nothing is left out.
    """

    __slots__ = ("complete_since", "lanes")

    def __init__(self, lanes: Lanes | None = None, complete_since: datetime | None = None) -> None:
        self.lanes: Lanes = lanes or {}
        self.complete_since = complete_since

    @classmethod
    def from_periods(
        cls,
        periods: Iterable[Period],
        measure_spans: Iterable[MeasureSpan] = (),
        complete_since: datetime | None = None,
    ) -> "Timeline":
        """Build a timeline from rows in any order."""
        period_rows: dict[str, list[Period]] = {}
        span_rows: dict[str, list[MeasureSpan]] = {}
        for period in periods:
            period_rows.setdefault(period.region, []).append(period)
        for span in measure_spans:
            span_rows.setdefault(span.kept_with, []).append(span)
        lanes = {
            code: Lane(in_order(period_rows.get(code, ())), spans_in_order(span_rows.get(code, ())))
            for code in period_rows.keys() | span_rows.keys()
        }
        return cls(lanes, complete_since)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Timeline):
            return NotImplemented
        return all(
            self.lane(code) == other.lane(code) for code in self.lanes.keys() | other.lanes.keys()
        )

    __hash__ = None  # type: ignore[assignment]  # equal by content, like every container

    def __repr__(self) -> str:
        rows = [*self.all_periods(), *self.all_spans()]
        return "\n".join(["Timeline", *map(str, rows)])

    def lane(self, region: str) -> Lane:
        return self.lanes.get(region, EMPTY)

    def periods_of(self, region: str) -> tuple[Period, ...]:
        """Give the region's own periods, the earliest first."""
        return self.lane(region).periods

    def all_periods(self) -> Iterator[Period]:
        for lane in self.lanes.values():
            yield from lane.periods

    def all_spans(self) -> Iterator[MeasureSpan]:
        for lane in self.lanes.values():
            yield from lane.spans

    def alive_since(self, since: datetime) -> "Timeline":
        """Give the part of the timeline that did not end before an instant."""
        lanes = {code: lane.alive_since(since) for code, lane in self.lanes.items()}
        return Timeline({code: lane for code, lane in lanes.items() if lane != EMPTY}, since)


class Difference(NamedTuple):
    """List the rows that one timeline has and another has not."""

    removed: tuple[Period, ...]
    added: tuple[Period, ...]
    removed_spans: tuple[MeasureSpan, ...]
    added_spans: tuple[MeasureSpan, ...]


def difference(before: Timeline, after: Timeline) -> Difference:
    """Give the rows to delete and the rows to insert that turn `before` into `after`."""
    found = Difference((), (), (), ())
    for code in sorted(before.lanes.keys() | after.lanes.keys()):
        old, new = before.lane(code), after.lane(code)
        if old is not new:
            found = Difference(
                found.removed + _missing(old.periods, new.periods),
                found.added + _missing(new.periods, old.periods),
                found.removed_spans + _missing(old.spans, new.spans),
                found.added_spans + _missing(new.spans, old.spans),
            )
    return found


def changed(timeline: Timeline, change: Difference) -> Timeline:
    """Give a part of a timeline as it is after a difference.

    The part may know less of its periods than the difference: neither planned ends nor who ended
    them. A region has no two periods that begin at one instant, so that this names them.
    """
    removed = {(row.region, row.starts_at) for row in change.removed}
    kept = (row for row in timeline.all_periods() if (row.region, row.starts_at) not in removed)
    removed_spans = set(change.removed_spans)
    spans = (span for span in timeline.all_spans() if span not in removed_spans)
    return Timeline.from_periods(
        (*kept, *change.added), (*spans, *change.added_spans), timeline.complete_since
    )


def _missing(rows: Iterable[Row], others: Iterable[Row]) -> tuple[Row, ...]:
    present = set(others)
    return tuple(row for row in rows if row not in present)
