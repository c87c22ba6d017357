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
    """Advance a checkpoint over the acts that follow it."""

    def __init__(self, tree: Tree, start: Checkpoint | None) -> None:
        start = start or Checkpoint()
        self._tree = tree
        self._complete_since = start.timeline.complete_since
        self._published_at: datetime | None = None
        self.sequence = start.sequence
        self.lanes: dict[str, Lane] = dict(start.timeline.lanes)
        self.refused = list(start.refused)

    def timeline(self) -> Timeline:
        return Timeline(self.lanes, self._complete_since)

    def advance(self, act: Act, stands: bool = True) -> None:
        """Fold one act if it stands and moves the timeline; a lift that finds nothing does none."""
        self.sequence = act.sequence
        self._published_at = act.published_at
        if not stands or act.kind not in FOLDED:
            return
        since = needs_since(act)
        if self._complete_since is not None and since < self._complete_since:
            raise NeedsEarlierPeriods(since)
        working = Working(self._tree, self.lanes, act.sequence)
        try:
            perform(working, act, lift_must_find=False)
        except RuleError:
            self.refused.append(act.sequence)
        else:
            self.lanes.update(working.changed)

    def checkpoint(self) -> Checkpoint:
        """Keep the base as it is, without what no act published later can reach."""
        timeline = Timeline(dict(self.lanes), self._complete_since)
        if self._published_at is not None:
            since = self._published_at - KEPT
            if self._complete_since is None or since > self._complete_since:
                timeline = timeline.alive_since(since)
        return Checkpoint(self.sequence, timeline, tuple(self.refused))


def checkpoint_after(
    tree: Tree, start: Checkpoint | None, acts: Iterable[Act], *, withdrawn: Collection[int]
) -> Checkpoint:
    """Advance a checkpoint (None: the beginning) over all acts since, in order."""
    base = Base(tree, start)
    for act in acts:
        base.advance(act, act.sequence not in withdrawn)
    return base.checkpoint()


def checkpoints_on_the_way(
    base: Base, acts: Iterable[Act], left_out: Collection[int], every: int = EVERY
) -> Iterator[Checkpoint]:
    """Advance the base, and yield a checkpoint after so many acts and at the end."""
    count = 0
    for count, act in enumerate(acts, start=1):
        base.advance(act, act.sequence not in left_out)
        if count % every == 0:
            yield base.checkpoint()
    if count % every:
        yield base.checkpoint()


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
