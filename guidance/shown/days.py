"""A past day of places: the stretches of their levels, hour by hour."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo

from guidance.models import Declaration, LevelPeriod
from guidance.rules.dates import Precision, hour, last_day
from guidance.rules.levels import Level
from guidance.shown.runs import level_of
from guidance.stored.atlas import Atlas

MARGIN = timedelta(hours=3)
ONE_MINUTE = timedelta(minutes=1)
Span = tuple[datetime, datetime | None, LevelPeriod]


@dataclass(frozen=True, slots=True)
class Day:
    """Hold a day by the clocks of a zone, or one minute of it."""

    date: date
    zone: str
    minute: time | None = None

    # In UTC: by the clocks of one zone Python neither compares nor adds across their changes.
    @property
    def starts_at(self) -> datetime:
        return _by_clock(self.date, self.minute or time(), self.zone)

    @property
    def ends_at(self) -> datetime:
        if self.minute is not None:
            return self.starts_at + ONE_MINUTE
        return _by_clock(self.date + timedelta(days=1), time(), self.zone)

    @property
    def is_of_changed_clocks(self) -> bool:
        """Tell whether the minute came twice or never, because the clocks were changed."""
        if self.minute is None:
            return False
        there = datetime.combine(self.date, self.minute, ZoneInfo(self.zone))
        return there.utcoffset() != there.replace(fold=1).utcoffset()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold a part of a day at one level, with the periods that gave it."""

    starts_at: datetime
    ends_at: datetime
    level: Level | None
    periods: Sequence[LevelPeriod]

    @property
    def is_in_error(self) -> bool:
        return bool(self.periods) and all(period.in_error for period in self.periods)


@dataclass(frozen=True)
class DayOfLevels:
    """Answer how the level of any place went over a day; after `now` it is a forecast."""

    atlas: Atlas
    day: Day
    periods: Mapping[str, Sequence[LevelPeriod]]
    now: datetime

    @property
    def is_running(self) -> bool:
        """Tell whether the day is not over."""
        return self.now < self.day.ends_at

    def stretches(self, code: str) -> list[Stretch]:
        """Give the stretches of a place's effective level, the earliest first."""
        if code not in self._found:
            self._found[code] = self._stretches(code)
        return self._found[code]

    @cached_property
    def _found(self) -> dict[str, list[Stretch]]:
        return {}

    def _stretches(self, code: str) -> list[Stretch]:
        spans = [
            self._span(row) for each in self.lineage(code) for row in self.periods.get(each, ())
        ]
        bounds = {self.day.starts_at, self.day.ends_at}
        for span in spans:
            bounds |= {at for at in span[:2] if at and self._is_within(at)}
        found: list[Stretch] = []
        for start, end in pairwise(sorted(bounds)):
            _append(found, _stretch(spans, start, end))
        return found

    @cached_property
    def estimated(self) -> set[datetime]:
        """Name the instants of the day that are known only roughly."""
        rows = [row for each in self.periods.values() for row in each]
        begun = {row.starts_at for row in rows if _is_rough(row.declaration)}
        return begun | {row.ends_at for row in rows if row.ends_at and _is_rough(row.ended_by)}

    def highest(self, code: str) -> Level | None:
        """Give the highest level that a place had in the day; what is still ahead is none."""
        begun = (stretch for stretch in self.stretches(code) if stretch.starts_at <= self.now)
        levels = (stretch.level for stretch in begun)
        return max((level for level in levels if level is not None), default=None)

    def is_in_error(self, code: str) -> bool:
        """Tell whether a place had its highest level of the day in error alone."""
        level = self.highest(code)
        tops = [each for each in self.stretches(code) if each.level is level]
        return level is not None and all(each.is_in_error for each in tops)

    def parts(self, code: str) -> Iterator[str]:
        """Give what lay inside a place; the parts of places that were formed from it later, too."""
        tree, at = self.atlas.tree, self.day.starts_at
        for each in (code, *tree.descendants(code)):
            if each != code and tree.has_been_established(each, at):
                yield each
            for later in tree.successors(each):
                if not tree.has_been_established(later, at):
                    yield from self.parts(later)

    def answering(self, code: str) -> str:
        """Give the place that answered for one on the day: before it was formed, its former one."""
        while former := self.atlas.tree.predecessor_at(code, self.day.starts_at):
            code = former
        return code

    def lineage(self, code: str) -> list[str]:
        """Give a place and those around it on the day, the nearest first."""
        return list(dict.fromkeys(map(self.answering, self.atlas.tree.lineage(code))))

    def _span(self, row: LevelPeriod) -> Span:
        """Put whole days of the country on whole days of the place, whatever its clocks say."""
        zone = self.atlas.by_id[row.region_id].time_zone
        ended_by = row.ended_by
        ends_whole = ended_by.precision == Precision.DAY if ended_by is not None else True
        starts_at, ends_at = row.starts_at, row.ends_at
        if row.declaration.precision == Precision.DAY:
            starts_at = self._same_day(starts_at, zone)
        if ends_at is not None and ends_whole:
            ends_at = self._same_day(ends_at, zone)
        return (starts_at, ends_at, row)

    def _same_day(self, at: datetime, zone: str) -> datetime:
        whole = last_day(at, zone)
        return at if whole is None else Day(whole, self.day.zone).ends_at

    def _is_within(self, at: datetime) -> bool:
        return self.day.starts_at < at < self.day.ends_at


def levels_of_day(atlas: Atlas, day: Day, now: datetime) -> DayOfLevels:
    """Read all periods that meet a day."""
    # Whole days may begin some hours apart in two zones.
    rows = LevelPeriod.objects.filter(starts_at__lt=day.ends_at + MARGIN).not_over(
        day.starts_at - MARGIN
    )
    by_code: dict[str, list[LevelPeriod]] = {}
    for row in rows.select_related("declaration", "ended_by").order_by("starts_at", "pk"):
        by_code.setdefault(atlas.code(row.region_id), []).append(row)
    return DayOfLevels(atlas, day, by_code, now)


def hours(stretch: Stretch, levels: DayOfLevels) -> str:
    """Write from which hour to which; nothing for a whole day."""
    day = levels.day
    if stretch.starts_at <= day.starts_at and stretch.ends_at >= day.ends_at:
        return ""
    is_last = stretch.ends_at >= day.ends_at
    start = _clock(stretch.starts_at, levels)
    return f"{start}–{'24:00' if is_last else _clock(stretch.ends_at, levels)}"


def _by_clock(on: date, clock: time, zone: str) -> datetime:
    return datetime.combine(on, clock, ZoneInfo(zone)).astimezone(UTC)


def _clock(at: datetime, levels: DayOfLevels) -> str:
    about = "≈ " if at in levels.estimated else ""
    return about + hour(at, levels.day.zone)


def _stretch(spans: Iterable[Span], start: datetime, end: datetime) -> Stretch:
    covering = [
        row for since, until, row in spans if since <= start and (not until or start < until)
    ]
    highest = max((level_of(row) for row in covering), default=None)
    return Stretch(start, end, highest, [row for row in covering if level_of(row) is highest])


def _append(found: list[Stretch], new: Stretch) -> None:
    last = found[-1] if found else None
    if last is None or last.level is not new.level or last.is_in_error != new.is_in_error:
        found.append(new)
        return
    more = [row for row in new.periods if row not in last.periods]
    found[-1] = Stretch(last.starts_at, new.ends_at, last.level, [*last.periods, *more])


def _is_rough(act: Declaration | None) -> bool:
    return act is not None and act.precision == Precision.ESTIMATED
