"""The lanes of a place over a span of time: drawn, and told in a table."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from guidance.models import MeasurePeriod, Region
from guidance.rules.dates import day, local
from guidance.rules.lane_chart import (
    WIDTH,
    Bar,
    Lane,
    LaneKind,
    Stretch,
    Window,
    lay_out,
    month_starts,
)
from guidance.shown.ground import Ground
from guidance.shown.lane_rows import LaneRow, level_rows, measure_rows, stretch_of
from guidance.shown.marks import LevelMark, level_key, level_mark
from guidance.shown.outlook import Outlook

DAYS_BACK = timedelta(days=90)
DAYS_AHEAD = timedelta(days=30)
LETTER = 7.4  # the width of one, at the size in which the chart is written
SHAPE = 22
DATE = 60
PLANNED = "announced"
MOST_ROWS_IN_SIGHT = 6


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """Hold a bar with the words above it, where there is room for them."""

    x: int
    width: int
    mark: LevelMark | None
    words: str
    has_shape: bool
    look: str
    is_in_error: bool

    @property
    def words_x(self) -> int:
        return self.x + (SHAPE if self.has_shape else 0)


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """Hold a lane: its name, below it words where its bars have any, below them the bars."""

    name: str
    y: int
    bars: Sequence[DrawnBar]

    @property
    def has_words(self) -> bool:
        return any(bar.words or bar.has_shape for bar in self.bars)

    @property
    def words_y(self) -> int:
        return self.y + 34

    @property
    def shape_y(self) -> int:
        return self.y + 21

    @property
    def bar_y(self) -> int:
        return self.y + (42 if self.has_words else 22)

    @property
    def foot(self) -> int:
        """Give the lower edge."""
        return self.bar_y + 26


class Tick(NamedTuple):
    """Hold a day under the lanes; near the right edge its words stand before it."""

    x: int
    day: str

    @property
    def is_last(self) -> bool:
        return self.x > WIDTH - DATE


@dataclass(frozen=True, slots=True)
class LaneChart:
    """Hold all that the component prints."""

    lanes: Sequence[DrawnLane]
    months: Sequence[Tick]
    marked: Tick
    keys: Sequence[str]
    rows: Sequence[LaneRow]

    @property
    def foot(self) -> int:
        """Give the lower edge of the lanes; the months stand below."""
        return self.lanes[-1].foot

    @property
    def height(self) -> int:
        return self.foot + 18

    @property
    def is_long(self) -> bool:
        """Tell whether the table is better folded."""
        return len(self.rows) > MOST_ROWS_IN_SIGHT


def recent_lanes(outlook: Outlook, measures: Sequence[MeasurePeriod]) -> LaneChart | None:
    """Show the last 90 days of a place and what is planned for the next 30."""
    since, until = outlook.at - DAYS_BACK, outlook.at + DAYS_AHEAD
    return lane_chart(outlook, since, until, measures, marked=outlook.at)


def lanes_around(ground: Ground, region: Region, at: datetime) -> LaneChart | None:
    """Show 30 days before and after an instant, by the ledger of the ground."""
    since, until = at - DAYS_AHEAD, at + DAYS_AHEAD
    outlook = Outlook(ground, region, ground.book.periods_from(region.code, since))
    measures = ground.book.measures_from(region.code, since)
    return lane_chart(outlook, since, until, measures, marked=at)


def lane_chart(
    outlook: Outlook,
    since: datetime,
    until: datetime,
    measures: Sequence[MeasurePeriod],
    *,
    marked: datetime,
) -> LaneChart | None:
    """Show how level, regimes and measures of a place went between two instants.

    The outlook holds the periods that meet this time; what lies after its instant is only planned.
    A line marks one instant. Nothing is drawn where nothing happened.
    """
    window = Window(since, until, outlook.at)
    kept = [row for row in measures if window.meets(row.starts_at, row.ends_at)]
    runs = [run for run in outlook.runs if window.meets(run.starts_at, run.ends_at)]
    levels = [Stretch(run.starts_at, run.ends_at, run.level, run.is_in_error) for run in runs]
    if not kept and not any(row.level for row in levels):
        return None
    lanes = lay_out(levels, _stretches(kept), window)
    return LaneChart(
        _drawn_below_each_other(outlook, lanes),
        *_ticks(outlook, window, marked),
        sorted({level_key(run.level) for run in runs if run.level is not None}),
        [*level_rows(outlook, window), *measure_rows(outlook, kept)],
    )


def _ticks(outlook: Outlook, window: Window, marked: datetime) -> tuple[list[Tick], Tick]:
    line = _tick(outlook, window, marked)
    months = (_tick(outlook, window, at) for at in month_starts(window, outlook.zone))
    return [tick for tick in months if abs(tick.x - line.x) > DATE], line


def _drawn_below_each_other(outlook: Outlook, lanes: Sequence[Lane]) -> list[DrawnLane]:
    drawn: list[DrawnLane] = []
    for lane in lanes:
        drawn.append(_drawn(outlook, lane, drawn[-1].foot if drawn else 0))
    return drawn


def _tick(outlook: Outlook, window: Window, at: datetime) -> Tick:
    on = local(at, outlook.zone).date()
    return Tick(window.place(at), day(on, outlook.lang, year=False))


def _stretches(measures: Sequence[MeasurePeriod]) -> Mapping[str, list[Stretch]]:
    found: dict[str, list[Stretch]] = defaultdict(list)
    for row in measures:
        found[row.kind.code].append(stretch_of(row))
    return found


def _drawn(outlook: Outlook, lane: Lane, y: int) -> DrawnLane:
    names = {LaneKind.LEVEL: _("Level"), LaneKind.OTHER: _("Measures")}
    name = names.get(lane.kind) or outlook.atlas.measures[lane.kind].name
    write = _level_bar if lane.kind == LaneKind.LEVEL else _measure_bar
    return DrawnLane(name, y, [write(outlook, bar, room) for bar, room in _rooms(lane.bars)])


def _rooms(bars: Sequence[Bar]) -> Iterator[tuple[Bar, int]]:
    """Give each bar the room for its words: up to the next bar that tells something new."""
    for place, bar in enumerate(bars):
        before = bars[place - 1] if place else None
        says_nothing_new = bar.is_planned and before is not None and before.level is bar.level
        later = (
            each.x
            for each, previous in zip(bars[place + 1 :], bars[place:], strict=False)
            if not each.is_planned or each.level is not previous.level
        )
        yield bar, 0 if says_nothing_new else next(later, WIDTH) - bar.x


def _level_bar(outlook: Outlook, bar: Bar, room: int) -> DrawnBar:
    mark = level_mark(bar.level, outlook.lang, outlook.wording)
    if bar.is_unknown:
        return DrawnBar(bar.x, 0, None, _fitting(_("No data"), room), False, "", is_in_error=False)
    words = _fitting(mark.name, room - SHAPE)
    look = PLANNED if bar.is_planned else mark.key
    return DrawnBar(bar.x, bar.width, mark, words, room >= SHAPE, look, bar.is_in_error)


def _measure_bar(outlook: Outlook, bar: Bar, room: int) -> DrawnBar:
    words = _fitting(str(bar.number), room) if bar.number > 1 else ""
    look = PLANNED if bar.is_planned else "rule"
    return DrawnBar(bar.x, bar.width, None, words, False, look, bar.is_in_error)


def _fitting(words: str, room: int) -> str:
    return words if len(words) * LETTER <= room else ""
