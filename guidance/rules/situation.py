"""The situation: what is in force where, at one instant."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from guidance.rules.errors import NeedsEarlierPeriods
from guidance.rules.lanes import Timeline
from guidance.rules.levels import Level
from guidance.rules.measures_in_force import MeasureInForce, measures_in_force
from guidance.rules.moment import Moment
from guidance.rules.places import Tree
from guidance.rules.runs import Piece, Run, Views, piece_at, run_around


@dataclass(frozen=True, slots=True)
class Inside:
    """Name a narrower region where a level begins that is higher than around it."""

    code: str
    level: Level
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class PlaceSituation:
    """Answer for one region; `formed_from` is filled while the region is not yet established."""

    code: str
    level: Level | None
    since: datetime | None
    until: datetime | None
    declarations: tuple[int, ...]
    inherited_from: str | None
    inside: tuple[Inside, ...]
    measures: tuple[MeasureInForce, ...]
    formed_from: str | None
    in_error: bool


@dataclass(frozen=True, slots=True)
class Situation:
    """Answer for all regions asked for.

    `next_change` is the first start or end of a period or measure after `at`. `valid_until` is the
    bound for whoever keeps the answer: that, or sooner the day on which a region is established.
    """

    at: datetime
    highest: Level | None
    next_change: datetime | None
    valid_until: datetime | None
    regions: Mapping[str, PlaceSituation]


def situation(
    tree: Tree, timeline: Timeline, at: datetime, only: Collection[str] | None = None
) -> Situation:
    """Answer for every region, or for `only` some; `highest` is over all regions in any case.

    Raise `NeedsEarlierPeriods` when a run may reach back before what the timeline holds.
    """
    answer = _Answer(tree, timeline, at)
    codes = list(tree) if only is None else only
    regions = {code: answer.place(code) for code in codes}
    if answer.needed is not None:
        raise NeedsEarlierPeriods(answer.needed)
    change = next_change(timeline, at)
    return Situation(at, answer.moment.highest, change, _valid_until(tree, at, change), regions)


def next_change(timeline: Timeline, at: datetime) -> datetime | None:
    """Give the first start or end of any period or measure after an instant."""
    changes = (lane.next_change(at) for lane in timeline.lanes.values())
    return min((change for change in changes if change is not None), default=None)


def stretches(
    tree: Tree, timeline: Timeline, code: str, start: datetime, end: datetime
) -> Iterator[Piece]:
    """Yield the stretches of a region's effective level that make up [start, end)."""
    windows = Views(tree, timeline).windows(code)
    while start < end:
        piece = piece_at(windows, start)
        until = end if piece.end is None else min(end, piece.end)
        yield Piece(start, until, piece.periods)
        start = until


def _valid_until(tree: Tree, at: datetime, change: datetime | None) -> datetime | None:
    coming = [day for code in tree if (day := tree.established_at(code)) is not None and day > at]
    return min([*coming, *([change] if change else [])], default=None)


class _Answer:
    """Answer for one region after another, and remember how far back the periods must reach."""

    def __init__(self, tree: Tree, timeline: Timeline, at: datetime) -> None:
        self._tree = tree
        self._timeline = timeline
        self._at = at
        self._views = Views(tree, timeline)
        self._runs: dict[str, Run | None] = {}
        self.moment = Moment(tree, timeline, at)
        self.needed: datetime | None = None

    def place(self, code: str) -> PlaceSituation:
        formed_from = self._tree.predecessor_at(code, self._at)
        run = self._run(code)
        return PlaceSituation(
            code,
            self.moment.level(code),
            run.since if run else None,
            run.until if run else None,
            run.declarations if run else (),
            formed_from or self.moment.bearer(code),
            tuple(self._inside(code)),
            self._measures(code),
            formed_from,
            self.moment.is_in_error(code),
        )

    def _run(self, code: str) -> Run | None:
        if code not in self._runs:
            self._runs[code] = self._find_run(code)
        return self._runs[code]

    def _find_run(self, code: str) -> Run | None:
        level = self.moment.level(code)
        if level is None:
            return None
        windows = self._views.windows(code)
        try:
            return run_around(windows, level, self._at, self._timeline.complete_since)
        except NeedsEarlierPeriods as lack:
            self._widen(lack)
            return None

    def _inside(self, code: str) -> Iterator[Inside]:
        for inner in self.moment.begin_inside(code):
            level, run = self.moment.level(inner), self._run(inner)
            if level is not None and run is not None:
                yield Inside(inner, level, run.since, run.until)

    def _measures(self, code: str) -> tuple[MeasureInForce, ...]:
        try:
            return measures_in_force(self._tree, self._timeline, code, self._at)
        except NeedsEarlierPeriods as lack:
            self._widen(lack)
            return ()

    def _widen(self, lack: NeedsEarlierPeriods) -> None:
        self.needed = lack.since if self.needed is None else min(self.needed, lack.since)
