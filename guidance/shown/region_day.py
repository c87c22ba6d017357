"""The page of one place about a past day."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from guidance.models import LevelPeriod, MeasurePeriod, Region
from guidance.rules.dates import Precision
from guidance.rules.ends import End, end_value
from guidance.rules.notices import part_until, shown_in_error, situation_on
from guidance.rules.texts import capitalised
from guidance.shown.cards import decision
from guidance.shown.days import Day, DayOfLevels, Stretch, hours
from guidance.shown.ground import Ground
from guidance.shown.marks import LevelMark, Moment, Named, level_mark, shown_moment
from guidance.shown.places import headed_place, named_place, place_name, place_texts


@dataclass(frozen=True, slots=True)
class DayRow:
    """Hold one level of a day with its hours."""

    mark: LevelMark
    hours: str
    since: Moment | None
    until: str
    decisions: Sequence[Named]
    error: str


@dataclass(frozen=True, slots=True)
class DayMeasure:
    """Hold one measure of a day."""

    name: str
    since: Moment
    until: str
    decision: Named


def region_day(ground: Ground, region: Region, levels: DayOfLevels) -> dict[str, Any]:
    """Put together what the page of a place about a day prints."""
    day, lang = levels.day, ground.lang
    highest = levels.highest(region.code)
    return {
        "name": capitalised(place_name(region, lang, day.date)),
        "day": day.date,
        "title": situation_on(day.date)[lang],
        "crumbs": [
            named_place(ground.atlas.regions[code], lang)
            for code in (*reversed(ground.atlas.tree.ancestors(region.code)), region.code)
        ],
        "part_of": _part_of(ground, region, day),
        "rows": day_rows(ground, region.code, levels),
        "code": region.code,
        "mark": level_mark(highest, lang, ground.wording),
        "measures": _measures(ground, region, day),
        "advice": [line.text for line in ground.catalogue.advice(highest)],
        "is_before_record": is_before_record(ground, region.code, day),
        "present": headed_place(region, lang),
        "country_day": f"/{lang}/history/{day.date.isoformat()}/",
    }


def day_rows(ground: Ground, code: str, levels: DayOfLevels) -> list[DayRow]:
    """List the levels of a day, the earliest first."""
    return [_row(ground, stretch, levels) for stretch in levels.stretches(code)]


def is_before_record(ground: Ground, code: str, day: Day) -> bool:
    """Tell whether the day lies before the first record about a place and those around it."""
    places = [ground.atlas.pk(each) for each in ground.atlas.tree.lineage(code)]
    rows = LevelPeriod.objects.filter(region__in=places, starts_at__lt=day.ends_at)
    return not rows.exists()


def _row(ground: Ground, stretch: Stretch, levels: DayOfLevels) -> DayRow:
    day = levels.day
    first = stretch.periods[0] if stretch.periods else None
    last = max(stretch.periods, key=_end_key) if stretch.periods else None
    acts = {row.declaration_id: row.declaration for row in stretch.periods}
    return DayRow(
        mark=level_mark(stretch.level, ground.lang, ground.wording),
        hours=hours(stretch, levels),
        since=_since(ground, first, day) if first is not None else None,
        until=_until(ground, last, day) if last is not None else "",
        decisions=[decision(act, ground.lang) for act in acts.values()],
        error=_error(ground, stretch, day),
    )


def _since(ground: Ground, first: LevelPeriod, day: Day) -> Moment:
    precision = first.declaration.precision
    zone = _zone_of(ground, first) if precision == Precision.DAY else day.zone
    return shown_moment(first.starts_at, zone, ground.lang, precision=precision)


def _until(ground: Ground, last: LevelPeriod, day: Day) -> str:
    act = last.ended_by or last.declaration
    zone = _zone_of(ground, last)
    end = End(
        last.ends_at,
        zone,
        zone if act.precision == Precision.DAY else day.zone,
        precision=act.precision,
        is_archive=last.declaration.origin == "ARCHIVE",
        may_be_extended=False,
    )
    return end_value(end, ground.lang, offset=False)


def _zone_of(ground: Ground, row: LevelPeriod) -> str:
    return ground.atlas.by_id[row.region_id].time_zone


def _error(ground: Ground, stretch: Stretch, day: Day) -> str:
    if not stretch.is_in_error:
        return ""
    start, end, level = stretch.starts_at, stretch.ends_at, stretch.level
    return shown_in_error(start, end, day.zone, level, ground.wording)[ground.lang]


def _part_of(ground: Ground, region: Region, day: Day) -> str:
    """Say of which region a place was a part on a day before it was established."""
    former = ground.atlas.tree.predecessor_at(region.code, day.starts_at)
    if former is None or region.established_on is None:
        return ""
    name = place_texts(ground.atlas.regions[former], day.date)
    return part_until(region.established_on, name)[ground.lang]


def _measures(ground: Ground, region: Region, day: Day) -> list[DayMeasure]:
    places = [ground.atlas.pk(each) for each in ground.atlas.tree.lineage(region.code)]
    rows = MeasurePeriod.objects.filter(region__in=places, starts_at__lt=day.ends_at)
    found = rows.not_over(day.starts_at).select_related("declaration", "kind")
    return [
        _measure(ground, row, day)
        for row in found.order_by("-kind__is_regime", "kind__position", "starts_at", "pk")
    ]


def _measure(ground: Ground, row: MeasurePeriod, day: Day) -> DayMeasure:
    precision = row.declaration.precision
    is_archive = row.declaration.origin == "ARCHIVE"
    end = End(
        row.ends_at,
        ground.atlas.by_id[row.region_id].time_zone,
        day.zone,
        precision=precision,
        is_archive=is_archive,
        may_be_extended=False,
    )
    return DayMeasure(
        row.kind.name,
        shown_moment(row.starts_at, day.zone, ground.lang, precision=precision),
        end_value(end, ground.lang, offset=False),
        decision(row.declaration, ground.lang),
    )


def _end_key(row: LevelPeriod) -> float:
    return row.ends_at.timestamp() if row.ends_at is not None else float("inf")
