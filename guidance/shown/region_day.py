"""The page of one place about a past day, or about one minute of it."""

from typing import Any

from guidance.models import MeasurePeriod, Region
from guidance.rules.ends import End, end_value
from guidance.rules.notices import part_until
from guidance.rules.past import was_at
from guidance.rules.texts import capitalised
from guidance.shown.cards import decision
from guidance.shown.codes import short_link
from guidance.shown.lanes import lanes_around
from guidance.shown.marks import Named, level_mark, shown_moment
from guidance.shown.past_day import DayMeasure, PastDay, day_rows
from guidance.shown.places import headed_place, named_place, place_name, place_texts
from guidance.shown.record import first_day, is_before_record, is_of_archive


def region_day(past: PastDay, region: Region, base_url: str) -> dict[str, Any]:
    """Put together what the page of a place about a day prints."""
    levels, ground, day = past.levels, past.ended, past.day
    lang = ground.lang
    highest = levels.highest(region.code)
    name = capitalised(place_name(region, lang, day.date))
    is_empty = highest is None and is_before_record(ground, levels, region.code)
    return {
        "name": name,
        "heading": f"{name}: {past.title}",
        "crumbs": crumbs(past, region),
        "part_of": part_of(past, region),
        "said": "" if is_empty else _said(past, region),
        "rows": day_rows(past, region.code),
        "code": region.code,
        "mark": level_mark(highest, lang, ground.wording),
        "measures": _measures(past, region),
        "lanes": None if is_empty else lanes_around(past.now, region, past.day.starts_at),
        "advice": [line.text for line in ground.catalogue.advice(highest)],
        "is_before_record": is_empty,
        "first_day": first_day(ground) if is_empty else None,
        "is_of_archive": is_of_archive(day),
        "present": headed_place(region, lang),
        "country_day": past.country_address,
        "ledger_address": f"/{lang}/history/?place={region.slug}",
        "past": past,
        "short": short_link(base_url + past.address(region)),
    }


def crumbs(past: PastDay, region: Region) -> list[Named]:
    """Name the places around on that day, the widest first, with their pages of that day."""
    atlas, lang, day = past.levels.atlas, past.ended.lang, past.day
    codes = past.levels.lineage(region.code)
    around = [atlas.regions[code] for code in reversed(codes) if code != region.code]
    country = Named(place_name(around[0], lang), past.country_address) if around else None
    inner = [Named(place_name(each, lang, day.date), past.address(each)) for each in around[1:]]
    return [*([country] if country else []), *inner, named_place(region, lang)]


def part_of(past: PastDay, region: Region) -> str:
    """Say of which region a place was a part on a day before its own was established."""
    atlas, tree = past.levels.atlas, past.levels.atlas.tree
    for code in tree.lineage(region.code):
        former, formed_on = past.levels.answering(code), atlas.regions[code].established_on
        if former != code and formed_on is not None:
            name = place_texts(atlas.regions[former], past.day.date)
            return part_until(formed_on, name)[past.ended.lang]
    return ""


def _said(past: PastDay, region: Region) -> str:
    """Say in a sentence what level a minute had; hours, and what was in error, stand in rows."""
    ground, day = past.ended, past.day
    if day.minute is None or past.levels.is_in_error(region.code):
        return ""
    level = past.levels.highest(region.code)
    names = ground.atlas.names([region.code], day.date)
    return was_at(level, names, ground.wording)[ground.lang]


def _measures(past: PastDay, region: Region) -> list[DayMeasure]:
    ground, day = past.ended, past.day
    places = [ground.atlas.pk(each) for each in past.levels.lineage(region.code)]
    # Of a day that is not over, what has begun.
    begun_before = min(day.ends_at, past.now.at)
    rows = MeasurePeriod.objects.filter(region__in=places, starts_at__lt=begun_before)
    found = rows.not_over(day.starts_at).select_related("declaration", "kind")
    return [
        _measure(past, row)
        for row in found.order_by("-kind__is_regime", "kind__position", "starts_at", "pk")
    ]


def _measure(past: PastDay, row: MeasurePeriod) -> DayMeasure:
    ground, day = past.ended, past.day
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
