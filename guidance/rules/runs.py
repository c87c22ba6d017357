"""The unbroken run of one level on one region, around an instant."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
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
    start: datetime | None
    end: datetime | None


class Piece(NamedTuple):
    """Hold a stretch over which the same periods count, and these periods."""

    start: datetime | None
    end: datetime | None
    periods: tuple[Period, ...]

    @property
    def level(self) -> Level | None:
        return max((period.level for period in self.periods), default=None)


class Run(NamedTuple):
    """Hold an unbroken run of one level, and the declarations that it stands on, in order."""

    since: datetime
    until: datetime | None
    declarations: tuple[int, ...]


Windows = tuple[Window, ...]


def windows_of(tree: Tree, timeline: Timeline, code: str) -> Windows:
    """Give what counts for a region: its own and its ancestors' periods.

    Before the region was established, those of the region that it was formed from.
    """
    return tuple(_windows(tree, timeline, code, None))


def _windows(tree: Tree, timeline: Timeline, code: str, end: datetime | None) -> Iterator[Window]:
    start = tree.established_at(code)
    for bearer in tree.lineage(code):
        yield Window(timeline.periods_of(bearer), start, end)
    formed_from = tree.place(code).formed_from
    if start is not None and formed_from is not None:
        yield from _windows(tree, timeline, formed_from, start)


def piece_at(windows: Windows, at: datetime) -> Piece:
    """Give the stretch that holds an instant."""
    return _meet(
        _stretch(window, bisect_right(window.periods, at, key=_start), lambda end: at < end)
        for window in windows
        if (window.start is None or window.start <= at) and (window.end is None or at < window.end)
    )


def piece_before(windows: Windows, at: datetime) -> Piece:
    """Give the stretch that holds the moment just before an instant."""
    return _meet(
        _stretch(window, bisect_left(window.periods, at, key=_start), lambda end: at <= end)
        for window in windows
        if (window.start is None or window.start < at) and (window.end is None or at <= window.end)
    )


def run_around(
    windows: Windows, level: Level, at: datetime, complete_since: datetime | None
) -> Run:
    """Follow the level backwards and forwards from an instant at which it is in force."""
    piece = piece_at(windows, at)
    found = set(_bearing(piece, level))
    until = piece.end
    since = piece.start or at
    while until is not None and (later := piece_at(windows, until)).level == level:
        found.update(_bearing(later, level))
        until = later.end
    while True:
        if complete_since is not None and since < complete_since:
            raise NeedsEarlierPeriods(since)
        earlier = piece_before(windows, since)
        if earlier.level != level or earlier.start is None:
            return Run(since, until, tuple(sorted(found)))
        found.update(_bearing(earlier, level))
        since = earlier.start


def _stretch(window: Window, index: int, goes_on: Callable[[datetime], bool]) -> Piece:
    """Give what one window knows, `index` being its first period that begins later."""
    start, end = window.start, window.end
    if index > 0:
        period = window.periods[index - 1]
        if period.ends_at is None or goes_on(period.ends_at):
            start, end = _latest(start, period.starts_at), _earliest(end, period.ends_at)
            return Piece(start, end, (period,))
        start = _latest(start, period.ends_at)
    if index < len(window.periods):
        end = _earliest(end, window.periods[index].starts_at)
    return Piece(start, end, ())


def _meet(pieces: Iterable[Piece]) -> Piece:
    start: datetime | None = None
    end: datetime | None = None
    periods: list[Period] = []
    for piece in pieces:
        start, end = _latest(start, piece.start), _earliest(end, piece.end)
        periods.extend(piece.periods)
    return Piece(start, end, tuple(periods))


def _bearing(piece: Piece, level: Level) -> Iterator[int]:
    return (period.declaration for period in piece.periods if period.level == level)


def _latest(one: datetime | None, other: datetime | None) -> datetime | None:
    if one is None or other is None:
        return one or other
    return max(one, other)


def _earliest(one: datetime | None, other: datetime | None) -> datetime | None:
    if one is None or other is None:
        return one or other
    return min(one, other)


def _start(period: Period) -> datetime:
    return period.starts_at
