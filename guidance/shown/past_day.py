"""A past day as pages tell it: its rows, its words, and the addresses of its places."""

from collections.abc import Sequence
from dataclasses import dataclass

from guidance.models import Region
from guidance.rules.dates import local
from guidance.rules.levels import Level
from guidance.rules.notices import printed, shown_in_error, situation_at, situation_on
from guidance.rules.past import after_taken_back
from guidance.shown.cards import decision
from guidance.shown.days import ONE_MINUTE, Day, DayOfLevels, Stretch, hours, levels_of_day
from guidance.shown.ground import Ground, stored_ground
from guidance.shown.marks import LevelMark, Moment, Named, level_mark
from guidance.shown.places import place_address
from guidance.situations import at_instant


@dataclass(frozen=True, slots=True)
class DayRow:
    """Hold one level of a day with its hours; what `is_ahead` is announced or planned only."""

    mark: LevelMark
    hours: str
    since: Moment | None
    until: str
    decisions: Sequence[Named]
    error: str
    is_ahead: bool


@dataclass(frozen=True, slots=True)
class DayMeasure:
    """Hold one measure of a day."""

    name: str
    since: Moment
    until: str
    decision: Named


@dataclass(frozen=True, slots=True)
class PastDay:
    """Hold a day with the situations in which it began and ended, as known now."""

    levels: DayOfLevels
    began: Ground
    ended: Ground
    now: Ground

    @property
    def day(self) -> Day:
        return self.levels.day

    @property
    def title(self) -> str:
        """Head a page about the day or the minute."""
        day = self.day
        is_minute = day.minute is not None
        heading = situation_at(day.starts_at, day.zone) if is_minute else situation_on(day.date)
        return heading[self.ended.lang]

    @property
    def is_running(self) -> bool:
        """Tell whether part of the day is still ahead."""
        return self.levels.is_running and self.day.minute is None

    @property
    def country_address(self) -> str:
        """Give the address of the page about the whole country then."""
        zone = self.now.country.time_zone
        return f"/{self.now.lang}/history/{_asked(self.day, zone)}"

    @property
    def printed(self) -> str:
        """Say when a sheet about the past was printed."""
        return printed(self.now.at, self.day.zone)[self.now.lang]

    def address(self, region: Region) -> str:
        """Give the address of the page about a place then, by its own clocks."""
        return f"{place_address(region, self.now.lang)}on/{_asked(self.day, region.time_zone)}"


def _asked(day: Day, zone: str) -> str:
    if day.minute is None:
        return f"{day.date.isoformat()}/"
    there = local(day.starts_at, zone)
    return f"{there.date().isoformat()}/?at={there:%H:%M}"


def past_day(now: Ground, day: Day) -> PastDay:
    """Ask for a day that has begun; its end may still lie ahead."""
    end = min(day.ends_at - ONE_MINUTE, now.at)
    began = stored_ground(at_instant(day.starts_at), now.lang)
    ended = began if day.minute is not None else stored_ground(at_instant(end), now.lang)
    return PastDay(levels_of_day(now.atlas, day, now.at), began, ended, now)


def day_rows(past: PastDay, code: str) -> list[DayRow]:
    """List the levels of a day, the earliest first."""
    return [_row(past, code, stretch) for stretch in past.levels.stretches(code)]


def _row(past: PastDay, code: str, stretch: Stretch) -> DayRow:
    ground = past.ended
    acts = {row.declaration_id: row.declaration for row in stretch.periods}
    return DayRow(
        mark=level_mark(stretch.level, ground.lang, ground.wording),
        hours=hours(stretch, past.levels),
        since=_since(past, code, stretch),
        until=_until(past, code, stretch),
        decisions=[decision(act, ground.lang) for act in acts.values()],
        error=_error(past, code, stretch) if stretch.is_in_error else "",
        is_ahead=stretch.starts_at > past.now.at,
    )


def _since(past: PastDay, code: str, stretch: Stretch) -> Moment | None:
    """Say when the run began; one that began in the day tells it by its hours."""
    span = past.began.span(code, past.day.zone)
    return span[0] if span is not None and stretch.starts_at <= past.day.starts_at else None


def _until(past: PastDay, code: str, stretch: Stretch) -> str:
    """Say when the run ended; one that ended in the day tells it by its hours."""
    span = past.ended.span(code, past.day.zone)
    is_asked_of = stretch.starts_at <= past.ended.at
    return span[1] if span and is_asked_of and stretch.ends_at >= past.day.ends_at else ""


def _error(past: PastDay, code: str, stretch: Stretch) -> str:
    """Say what was shown in error, from when to when, and what held when it was taken back."""
    ground, zone = past.ended, past.day.zone
    start = min(row.starts_at for row in stretch.periods)
    end = max(row.ends_at or stretch.ends_at for row in stretch.periods)
    shown = shown_in_error(start, end, zone, stretch.level, ground.wording)
    then: Level | None = at_instant(end, only=[code]).place(code).level
    return f"{shown[ground.lang]}. {after_taken_back(then, ground.wording)[ground.lang]}"
