"""The unbroken run of one level on one region, around an instant."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from guidance.rules.errors import NeedsEarlierPeriods
from guidance.rules.lanes import Timeline
from guidance.rules.levels import Level
from guidance.rules.periods import Period
from guidance.rules.places import Tree


class Window(NamedTuple):
    """Say that a bearer's periods count for a region over [start, end); None is without bound."""

    periods: tuple[Period, ...]
    starts: list[datetime]
    start: datetime | None
    end: datetime | None


class Piece(NamedTuple):
    """Hold a stretch over which the same periods count, and these periods."""

    start: datetime | None
    end: datetime | None
    periods: Sequence[Period]

    @property
    def level(self) -> Level | None:
        return max((period.level for period in self.periods), default=None)


class Run(NamedTuple):
    """Hold an unbroken run of one level, and the declarations that it stands on, in order."""

    since: datetime
    until: datetime | None
    declarations: tuple[int, ...]


Windows = tuple[Window, ...]


class Views:
    """Look at a timeline through the windows of its regions."""

    def __init__(self, tree: Tree, timeline: Timeline) -> None:
        self._tree = tree
        self._timeline = timeline
        self._starts: dict[str, list[datetime]] = {}

    def windows(self, code: str) -> Windows:
        """Give what counts for a region: its own and its ancestors' periods.

        Before the region was established, those of the region that it was formed from.
        """
        return tuple(self._windows(code, None))

    def _windows(self, code: str, end: datetime | None) -> Iterator[Window]:
        start = self._tree.established_at(code)
        for bearer in self._tree.lineage(code):
            periods = self._timeline.periods_of(bearer)
            if periods:
                yield Window(periods, self._starts_of(bearer, periods), start, end)
        formed_from = self._tree.place(code).formed_from
        if start is not None and formed_from is not None:
            yield from self._windows(formed_from, start)

    def _starts_of(self, bearer: str, periods: tuple[Period, ...]) -> list[datetime]:
        starts = self._starts.get(bearer)
        if starts is None:
            starts = self._starts[bearer] = [period.starts_at for period in periods]
        return starts


def piece_at(windows: Windows, at: datetime) -> Piece:
    """Give the stretch that holds an instant."""
    start: datetime | None = None
    end: datetime | None = None
    present: list[Period] = []
    for periods, starts, opens_at, closes_at in windows:
        if (opens_at and opens_at > at) or (closes_at and closes_at <= at):
            continue
        index = bisect_right(starts, at)
        bounds = [opens_at, closes_at, starts[index] if index < len(starts) else None]
        if index:
            period = periods[index - 1]
            bounds += [period.starts_at, period.ends_at]
            if period.ends_at is None or period.ends_at > at:
                present.append(period)
        for bound in bounds:
            if bound is None:
                continue
            if bound <= at:
                start = bound if start is None or bound > start else start
            elif end is None or bound < end:
                end = bound
    return Piece(start, end, present)


def run_around(
    windows: Windows, level: Level, at: datetime, complete_since: datetime | None
) -> Run:
    """Follow the level backwards and forwards from an instant at which it is in force."""
    piece = piece_at(windows, at)
    found = set(_bearing(piece, level))
    until = piece.end
    while until is not None and (later := piece_at(windows, until)).level == level:
        found.update(_bearing(later, level))
        until = later.end
    since = _follow_back(windows, level, piece.start or at, complete_since, found)
    return Run(since, until, tuple(sorted(found)))


def _follow_back(
    windows: Windows,
    level: Level,
    since: datetime,
    complete_since: datetime | None,
    found: set[int],
) -> datetime:
    """Go back, from one change of what counts to the one before, while the level stays."""
    while True:
        if complete_since is not None and since < complete_since:
            raise NeedsEarlierPeriods(since)
        bearing: list[int] = []
        changed_at: datetime | None = None
        for periods, starts, opens_at, closes_at in windows:
            index = bisect_left(starts, since)
            is_open = not (opens_at and opens_at >= since) and not (closes_at and closes_at < since)
            if not index or not is_open:
                continue
            bound, own, ended_at = starts[index - 1], periods[index - 1], periods[index - 1].ends_at
            if ended_at is not None and ended_at < since:
                bound = ended_at
            elif own.level > level:
                return since
            elif own.level == level:
                bearing.append(own.declaration)
            bound = max(bound, opens_at) if opens_at else bound
            changed_at = bound if changed_at is None or bound > changed_at else changed_at
        if not bearing or changed_at is None:
            return since
        found.update(bearing)
        since = changed_at


def _bearing(piece: Piece, level: Level) -> Iterator[int]:
    return (period.declaration for period in piece.periods if period.level == level)
