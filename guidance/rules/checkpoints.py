"""The base: the fold of the acts that still stand, kept now and then so as not to begin anew."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from guidance.rules.acts import FOLDED, Act
from guidance.rules.applying import needs_since
from guidance.rules.errors import NeedsEarlierPeriods, RuleError
from guidance.rules.facts import LOOK_BACK
from guidance.rules.lanes import Timeline
from guidance.rules.levels import Level
from guidance.rules.performing import perform
from guidance.rules.periods import Lane, MeasureSpan, Period
from guidance.rules.places import Tree
from guidance.rules.shelf import without_old_rows
from guidance.rules.working import Working

KEPT = 2 * LOOK_BACK + timedelta(hours=1)
"""A LIFT may begin a day before its publication, and asks about the day before that."""

EVERY = 1_000
"""How many acts lie between two checkpoints that a withdrawal makes on its way."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Hold the base as it is after the act `sequence`, as far back as can still matter.

    `refused` are the standing acts that the base has no room for: they block every withdrawal.
    """

    sequence: int = 0
    timeline: Timeline = field(default_factory=Timeline)
    refused: tuple[int, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Give the checkpoint as plain JSON values."""
        since = self.timeline.complete_since
        return {
            "sequence": self.sequence,
            "complete_since": since and since.isoformat(),
            "refused": list(self.refused),
            "periods": [_row_to_json(row) for row in self.timeline.all_periods()],
            "spans": [_row_to_json(row) for row in self.timeline.all_spans()],
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "Checkpoint":
        """Read back what `to_json` gave."""
        timeline = Timeline.from_periods(
            (_period_from_json(row) for row in value["periods"]),
            (_span_from_json(row) for row in value["spans"]),
            _instant(value["complete_since"]),
        )
        return cls(value["sequence"], timeline, tuple(value["refused"]))


class Base:
    """Advance a checkpoint over the acts that follow it; those left out do not count.

    Of the base only what a later act, or `keep_since`, can reach is carried along.
    """

    def __init__(
        self,
        tree: Tree,
        start: Checkpoint | None,
        acts: Iterable[Act],
        left_out: Collection[int] = (),
        keep_since: datetime | None = None,
    ) -> None:
        start = start or Checkpoint()
        self._tree = tree
        self._start_since = start.timeline.complete_since
        self._acts = [act for act in acts if act.sequence > start.sequence]
        self._left_out = left_out
        self._reaches = self._find_reaches(keep_since)
        self.complete_since = self._start_since
        self.sequence = start.sequence
        self.lanes: dict[str, Lane] = dict(start.timeline.lanes)
        self.refused = list(start.refused)

    def advance(self, every: int = EVERY) -> Iterator[Checkpoint]:
        """Fold the acts; yield a checkpoint after so many of them, and at the end."""
        count = len(self._acts)
        for number, (act, reach) in enumerate(zip(self._acts, self._reaches, strict=True), 1):
            self.sequence = act.sequence
            if self._stands(act):
                self._fold(act, reach)
            self.complete_since = max(reach, self._start_since or reach)
            if number % every == 0 or number == count:
                yield self._checkpoint(act.published_at)

    def timeline(self) -> Timeline:
        return Timeline(self.lanes, self.complete_since)

    def _stands(self, act: Act) -> bool:
        return act.kind in FOLDED and act.sequence not in self._left_out

    def _find_reaches(self, keep_since: datetime | None) -> list[datetime]:
        """Give for each act how far back those after it reach, also those not yet published."""
        reaches: list[datetime] = []
        lowest = keep_since
        for act in reversed(self._acts):
            kept = act.published_at - KEPT
            reaches.append(kept if lowest is None else min(lowest, kept))
            if self._stands(act):
                since = needs_since(act)
                lowest = since if lowest is None else min(lowest, since)
        return reaches[::-1]

    def _fold(self, act: Act, reach: datetime) -> None:
        """Fold one act; a lift that finds nothing does nothing."""
        since = needs_since(act)
        if self._start_since is not None and since < self._start_since:
            raise NeedsEarlierPeriods(since)
        working = Working(self._tree, self.lanes, act.sequence)
        try:
            perform(working, act, lift_must_find=False)
        except RuleError:
            self.refused.append(act.sequence)
        else:
            for code, lane in working.changed.items():
                self.lanes[code] = without_old_rows(lane, reach)

    def _checkpoint(self, published_at: datetime) -> Checkpoint:
        since = max(published_at - KEPT, self._start_since or published_at - KEPT)
        timeline = Timeline(self.lanes).alive_since(since)
        return Checkpoint(self.sequence, timeline, tuple(self.refused))


def checkpoint_after(
    tree: Tree, start: Checkpoint | None, acts: Iterable[Act], *, withdrawn: Collection[int]
) -> Checkpoint:
    """Advance a checkpoint (None: the beginning) over all acts since, in order."""
    found = start or Checkpoint()
    for checkpoint in Base(tree, start, acts, withdrawn).advance():
        found = checkpoint
    return found


def _row_to_json(row: Period | MeasureSpan) -> list[Any]:
    return [item.isoformat() if isinstance(item, datetime) else item for item in row]


def _period_from_json(row: list[Any]) -> Period:
    region, level, starts_at, ends_at, declaration, planned_ends_at, ended_by, in_error = row
    return Period(
        region,
        Level(level),
        datetime.fromisoformat(starts_at),
        _instant(ends_at),
        declaration,
        _instant(planned_ends_at),
        ended_by,
        in_error,
    )


def _span_from_json(row: list[Any]) -> MeasureSpan:
    region, code, starts_at, ends_at, declaration, follows, level, in_error = row
    return MeasureSpan(
        region,
        code,
        datetime.fromisoformat(starts_at),
        _instant(ends_at),
        declaration,
        follows,
        None if level is None else Level(level),
        in_error,
    )


def _instant(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)
