"""Lanes side by side over a span of time: level, operation regime, state of emergency, the rest."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from guidance.rules.dates import local
from guidance.rules.levels import Level

WIDTH = 720
NARROWEST = 4  # three minutes of red are seen too


class LaneKind(StrEnum):
    """Name a lane; their order is that of the chart."""

    LEVEL = "LEVEL"
    OPERATION = "COUNTER_TERRORIST_OPERATION"
    EMERGENCY = "STATE_OF_EMERGENCY"
    OTHER = "OTHER"


class Stretch(NamedTuple):
    """Hold a time at one level, or of one measure; without a start it begins before the record."""

    starts_at: datetime | None
    ends_at: datetime | None
    level: Level | None = None
    is_in_error: bool = False


class Window(NamedTuple):
    """Hold what a chart shows: from, until, and the instant after which all is only planned."""

    since: datetime
    until: datetime
    at: datetime

    def place(self, at: datetime) -> int:
        """Give the distance of an instant from the left."""
        share = (at - self.since) / (self.until - self.since)
        return round(min(max(share, 0), 1) * WIDTH)

    def meets(self, starts_at: datetime | None, ends_at: datetime | None) -> bool:
        """Tell whether a time has an instant in the window."""
        has_begun = starts_at is None or starts_at < self.until
        return has_begun and (ends_at is None or ends_at > self.since)


class Bar(NamedTuple):
    """Hold where a stretch lies; `number` counts the measures of the last lane."""

    x: int
    width: int
    level: Level | None
    number: int
    is_planned: bool
    is_in_error: bool
    is_unknown: bool


class Lane(NamedTuple):
    """Hold the bars of one lane, from left to right."""

    kind: LaneKind
    bars: tuple[Bar, ...]


def lay_out(
    levels: Iterable[Stretch], measures: Mapping[str, Collection[Stretch]], window: Window
) -> list[Lane]:
    """Lay out the lanes of a place; a lane in which nothing happened is left out.

    `levels` are the runs of the place with the gaps between them; measures come by their codes.
    """
    regimes = {kind: measures.get(kind, ()) for kind in (LaneKind.OPERATION, LaneKind.EMERGENCY)}
    others = {code: rows for code, rows in measures.items() if code not in regimes}
    lanes = [
        Lane(LaneKind.LEVEL, tuple(_bars(_without_promises(levels, window.at), window))),
        *(Lane(kind, tuple(_bars(together(rows), window))) for kind, rows in regimes.items()),
        Lane(LaneKind.OTHER, tuple(_counted(others, window))),
    ]
    return [lane for lane in lanes if lane.bars]


def together(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Join the stretches of one measure that touch, the earliest first."""
    joined: list[Stretch] = []
    for row in sorted(stretches, key=_beginning):
        last = joined[-1] if joined else None
        if last is None or last.is_in_error != row.is_in_error or not _touch(last, row):
            joined.append(row)
        elif last.ends_at is not None:
            end = None if row.ends_at is None else max(last.ends_at, row.ends_at)
            joined[-1] = last._replace(ends_at=end)
    return joined


def month_starts(window: Window, zone: str) -> Iterator[datetime]:
    """Give the first instants of the months in a window, by the clocks of a zone."""
    first = local(window.since, zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    while first < window.until:
        if first > window.since:
            yield first
        first = (first + timedelta(days=32)).replace(day=1)


def _without_promises(levels: Iterable[Stretch], at: datetime) -> Iterator[Stretch]:
    """Draw no time without a level ahead: nobody planned it."""
    for row in levels:
        if row.level is None and (row.ends_at is None or row.ends_at > at):
            row = row._replace(ends_at=at)
        if row.starts_at is None or row.ends_at is None or row.starts_at < row.ends_at:
            yield row


def _bars(stretches: Iterable[Stretch], window: Window) -> Iterator[Bar]:
    for row in stretches:
        for start, end, is_planned in _cut(row, window):
            yield _bar(row, start, end, is_planned, window)


def _cut(row: Stretch, window: Window) -> Iterator[tuple[datetime, datetime, bool]]:
    """Cut a stretch to the window, and where what is known ends and what is planned begins."""
    if not window.meets(row.starts_at, row.ends_at):
        return
    start = max(row.starts_at or window.since, window.since)
    end = min(row.ends_at or window.until, window.until)
    for begins, ends in pairwise(sorted({start, min(max(window.at, start), end), end})):
        yield begins, ends, begins >= window.at


def _bar(row: Stretch, start: datetime, end: datetime, is_planned: bool, window: Window) -> Bar:
    x = min(window.place(start), WIDTH - NARROWEST)
    width = max(window.place(end) - x, NARROWEST)
    return Bar(x, width, row.level, 1, is_planned, row.is_in_error, row.starts_at is None)


def _counted(measures: Mapping[str, Collection[Stretch]], window: Window) -> Iterator[Bar]:
    """Give a bar for each time over which the number of measures stays the same."""
    joined = (row for rows in measures.values() for row in together(rows))
    spans = [span for row in joined for span in _cut(row, window)]
    bounds = sorted({at for start, end, _planned in spans for at in (start, end)})
    for start, end in pairwise(bounds):
        number = sum(begins <= start and end <= ends for begins, ends, _planned in spans)
        if number:
            x = min(window.place(start), WIDTH - NARROWEST)
            width = max(window.place(end) - x, NARROWEST)
            yield Bar(x, width, None, number, start >= window.at, False, False)


def _touch(earlier: Stretch, later: Stretch) -> bool:
    if earlier.ends_at is None or later.starts_at is None:
        return True
    return later.starts_at <= earlier.ends_at


def _beginning(row: Stretch) -> float:
    return float("-inf") if row.starts_at is None else row.starts_at.timestamp()
