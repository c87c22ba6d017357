"""The page of one place about a past day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from guidance.models import LevelPeriod, MeasurePeriod, Region
from guidance.rules.ends import End, end_value
from guidance.rules.notices import part_until, shown_in_error, situation_on
from guidance.rules.texts import capitalised
from guidance.shown.cards import decision
from guidance.shown.days import Day, DayOfLevels, Stretch, hours, levels_of_day
from guidance.shown.ground import Ground, stored_ground
from guidance.shown.marks import LevelMark, Moment, Named, level_mark, shown_moment
from guidance.shown.places import headed_place, named_place, place_name, place_texts
from guidance.situations import at_instant

ONE_MINUTE = timedelta(minutes=1)


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


def past_day(now: Ground, day: Day) -> PastDay:
    """Ask for a day that has begun; its end may still lie ahead."""
    end = min(day.ends_at - ONE_MINUTE, now.at)
    began = stored_ground(at_instant(day.starts_at), now.lang)
    ended = began if day.minute is not None else stored_ground(at_instant(end), now.lang)
    return PastDay(levels_of_day(now.atlas, day), began, ended, now)


def region_day(past: PastDay, region: Region) -> dict[str, Any]:
    """Put together what the page of a place about a day prints."""
    levels, ground, day = past.levels, past.ended, past.day
    lang = ground.lang
    highest = levels.highest(region.code)
    name, title = capitalised(place_name(region, lang, day.date)), situation_on(day.date)[lang]
    return {
        "name": name,
        "day": day.date,
        "title": title,
        "heading": f"{name}: {title}",
        "crumbs": [
            named_place(ground.atlas.regions[code], lang)
            for code in (*reversed(ground.atlas.tree.ancestors(region.code)), region.code)
        ],
        "part_of": _part_of(ground, region, day),
        "rows": day_rows(past, region.code),
        "code": region.code,
        "mark": level_mark(highest, lang, ground.wording),
        "measures": _measures(ground, region, day),
        "advice": [line.text for line in ground.catalogue.advice(highest)],
        "is_before_record": is_before_record(ground, region.code, day),
        "present": headed_place(region, lang),
        "country_day": f"/{lang}/history/{day.date.isoformat()}/",
    }


def day_rows(past: PastDay, code: str) -> list[DayRow]:
    """List the levels of a day, the earliest first."""
    return [_row(past, code, stretch) for stretch in past.levels.stretches(code)]


def is_before_record(ground: Ground, code: str, day: Day) -> bool:
    """Tell whether the day lies before the first record about a place and those around it."""
    places = [ground.atlas.pk(each) for each in ground.atlas.tree.lineage(code)]
    rows = LevelPeriod.objects.filter(region__in=places, starts_at__lt=day.ends_at)
    return not rows.exists()


def _row(past: PastDay, code: str, stretch: Stretch) -> DayRow:
    ground = past.ended
    acts = {row.declaration_id: row.declaration for row in stretch.periods}
    return DayRow(
        mark=level_mark(stretch.level, ground.lang, ground.wording),
        hours=hours(stretch, past.levels),
        since=_since(past, code, stretch),
        until=_until(past, code, stretch),
        decisions=[decision(act, ground.lang) for act in acts.values()],
        error=_error(ground, stretch, past.day),
    )


def _since(past: PastDay, code: str, stretch: Stretch) -> Moment | None:
    """Say when the run began; one that began in the day tells it by its hours."""
    span = past.began.span(code, past.day.zone)
    return span[0] if span is not None and stretch.starts_at <= past.day.starts_at else None


def _until(past: PastDay, code: str, stretch: Stretch) -> str:
    """Say when the run ended; one that ended in the day tells it by its hours."""
    span = past.ended.span(code, past.day.zone)
    return span[1] if span is not None and stretch.ends_at >= past.day.ends_at else ""


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
