"""What changed for whoever is in a place: by its latest change, or between two moments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from guidance.models import ActCode, Declaration, LevelPeriod, MeasurePeriod
from guidance.rules.changes import Changes, compare
from guidance.shown.book import STANDS_FOR
from guidance.shown.cards import decision
from guidance.shown.marks import LevelMark, Moment, Named, shown_moment
from guidance.shown.outlook import Outlook
from guidance.shown.snapshots import Seen

JUST_BEFORE = timedelta(microseconds=1)


class Turn(NamedTuple):
    """Hold an instant at which something may have changed, the last one before, and the act."""

    at: datetime
    before: datetime
    act: Declaration


@dataclass(frozen=True)
class Changed:
    """Show the difference between what was seen at two instants."""

    before: Seen
    after: Seen

    @cached_property
    def found(self) -> Changes:
        return compare(self.before.snapshot, self.after.snapshot)

    @property
    def level(self) -> tuple[LevelMark, LevelMark]:
        """Give the levels before and after."""
        return self.before.mark, self.after.mark

    @property
    def new_measures(self) -> list[str]:
        return [self.after.measure_names[code] for code in self.found.new_measures]

    @property
    def ended_measures(self) -> list[str]:
        return [self.before.measure_names[code] for code in self.found.ended_measures]

    @property
    def new_advice(self) -> list[str]:
        return [self.after.advice[key] for key in self.found.new_advice]

    @property
    def ended_advice(self) -> list[str]:
        return [self.before.advice[key] for key in self.found.ended_advice]

    @property
    def same(self) -> list[str]:
        """Give what goes on: measures, then advice."""
        measures = [self.after.measure_names[code] for code in self.found.same_measures]
        return [*measures, *(self.after.advice[key] for key in self.found.same_advice)]


@dataclass(frozen=True, slots=True)
class LatestChange:
    """Hold the latest change of a place: when, by which decision, and what it changed."""

    changed: Changed
    at: Moment
    decision: Named


def latest_change(outlook: Outlook, measures: Sequence[MeasurePeriod]) -> LatestChange | None:
    """Find the latest change of a place within three days; an act that changes nothing is none."""
    now = Seen(outlook, outlook.at, outlook.periods, measures)
    for turn in sorted(set(_turns(outlook, measures)), key=_newest, reverse=True):
        changed = Changed(Seen(outlook, turn.before, outlook.periods, measures), now)
        if not changed.found.is_empty:
            precision = turn.act.precision
            at = shown_moment(turn.at, outlook.zone, outlook.lang, precision=precision)
            return LatestChange(changed, at, decision(turn.act, outlook.lang))
    return None


def _newest(turn: Turn) -> tuple[datetime, datetime, int]:
    return (turn.at, turn.before, turn.act.sequence or 0)


def _turns(outlook: Outlook, measures: Sequence[MeasurePeriod]) -> Iterator[Turn]:
    since = outlook.at - STANDS_FOR
    rows: list[LevelPeriod | MeasurePeriod] = [*outlook.periods, *measures]
    taken_back = (act for act in outlook.ground.book.recent.acts if act.act == ActCode.WITHDRAW)
    for turn in chain(*map(_turns_of, rows), *map(_publication, taken_back)):
        if since < turn.at <= outlook.at:
            yield turn


def _turns_of(row: LevelPeriod | MeasurePeriod) -> Iterator[Turn]:
    """Give when a period began and ended, and when the acts behind that were published."""
    ended_by = row.ended_by if isinstance(row, LevelPeriod) else None
    yield Turn(row.starts_at, row.starts_at - JUST_BEFORE, row.declaration)
    if row.ends_at is not None:
        yield Turn(row.ends_at, row.ends_at - JUST_BEFORE, ended_by or row.declaration)
    for act in (row.declaration, ended_by):
        if act is not None:
            yield from _publication(act)


def _publication(act: Declaration) -> Iterator[Turn]:
    if act.published_at is not None:
        # An act may say that it took effect some hours ago: before it, nobody knew.
        effective_at = min(act.starts_at or act.published_at, act.published_at)
        yield Turn(act.published_at, effective_at - JUST_BEFORE, act)
