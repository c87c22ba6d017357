"""The runs of a place: how its effective level went, without gaps, from the periods around it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from guidance.models import LevelPeriod
from guidance.rules.levels import Level


@dataclass(frozen=True, slots=True)
class Run:
    """Hold an unbroken time at one level; `periods` are those that gave it, oldest first.

    The first run begins with the first record, so it has no start; the last one may have no end.
    """

    level: Level | None
    starts_at: datetime | None
    ends_at: datetime | None
    periods: Sequence[LevelPeriod] = ()

    @property
    def is_in_error(self) -> bool:
        """Tell whether all that gave this level was withdrawn."""
        return bool(self.periods) and all(period.in_error for period in self.periods)

    @property
    def last_period(self) -> LevelPeriod:
        """Give the period that the run ends with."""
        return max(self.periods, key=_end)

    def covers(self, at: datetime) -> bool:
        has_begun = self.starts_at is None or self.starts_at <= at
        return has_begun and (self.ends_at is None or at < self.ends_at)


def level_of(period: LevelPeriod) -> Level:
    """Read the stored level of a period."""
    return Level[period.level]


def runs(periods: Iterable[LevelPeriod]) -> list[Run]:
    """Give the runs that the periods of a place and its ancestors make, oldest first."""
    rows = sorted(periods, key=lambda period: (period.starts_at, period.pk))
    instants = {row.starts_at for row in rows} | {row.ends_at for row in rows if row.ends_at}
    bounds: list[datetime | None] = [None, *sorted(instants), None]
    found: list[Run] = []
    for start, end in pairwise(bounds):
        _append(found, _stretch(rows, start, end))
    return found


def _stretch(rows: Sequence[LevelPeriod], start: datetime | None, end: datetime | None) -> Run:
    covering = [] if start is None else [row for row in rows if _covers(row, start)]
    highest = max((level_of(row) for row in covering), default=None)
    return Run(highest, start, end, [row for row in covering if level_of(row) is highest])


def _append(found: list[Run], stretch: Run) -> None:
    """Join a stretch to the run before it, if the level goes on by rows of the same truth."""
    last = found[-1] if found else None
    if last is None or last.level is not stretch.level or last.is_in_error != stretch.is_in_error:
        found.append(stretch)
        return
    new = [row for row in stretch.periods if row not in last.periods]
    found[-1] = Run(last.level, last.starts_at, stretch.ends_at, [*last.periods, *new])


def _covers(row: LevelPeriod, at: datetime) -> bool:
    return row.starts_at <= at and (row.ends_at is None or at < row.ends_at)


def _end(period: LevelPeriod) -> float:
    return float("inf") if period.ends_at is None else period.ends_at.timestamp()
