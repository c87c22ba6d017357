"""The whole country on a past day, or at one minute of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from guidance.models import Declaration, Region
from guidance.rules.dates import Precision, hour
from guidance.rules.levels import Level
from guidance.rules.notices import situation_at, situation_on
from guidance.shown.cards import decision
from guidance.shown.corrections import reason_of
from guidance.shown.days import Day, DayOfLevels, Stretch, hours
from guidance.shown.ground import Ground
from guidance.shown.maps import LevelMap, MapUnit, level_map
from guidance.shown.marks import LevelMark, Named, level_mark
from guidance.shown.places import by_alphabet, first_level, headed_place, place_address
from guidance.shown.region_day import DayRow, PastDay, day_rows, is_before_record


@dataclass(frozen=True, slots=True)
class PlaceOfDay:
    """Hold a place whose level differed from that around it, with its levels of the day."""

    code: str
    place: Named
    rows: Sequence[DayRow]


@dataclass(frozen=True, slots=True)
class ChangeOfDay:
    """Hold one act of a day with its hour."""

    hour: str
    mark: LevelMark
    headline: str
    reason: str
    act: Named


def history_day(past: PastDay) -> dict[str, Any]:
    """Put together what the page of a past day prints."""
    levels, ground, day = past.levels, past.ended, past.day
    lang = ground.lang
    country = ground.country
    is_minute = day.minute is not None
    heading = situation_at(day.starts_at, day.zone) if is_minute else situation_on(day.date)
    places = _places(past)
    highest = max((levels.highest(code) or 0 for code in ground.atlas.tree), default=0)
    level = Level(highest) if highest else None
    return {
        "title": heading[lang],
        "places": places,
        "regions": [
            (
                headed_place(region, lang, day.date),
                level_mark(levels.highest(region.code), lang, ground.wording),
            )
            for region in by_alphabet(first_level(ground.atlas, day.date), lang, day.date)
        ],
        "map": _map(ground, levels, heading[lang]),
        "changes": _changes(past),
        "mark": level_mark(level, lang, ground.wording),
        "advice": [line.text for line in ground.catalogue.advice(level)],
        "is_before_record": not places and is_before_record(ground, country.code, day),
        "code": country.code,
    }


def _places(past: PastDay) -> list[PlaceOfDay]:
    tree, day = past.levels.atlas.tree, past.day
    return [
        _place(past, code)
        for code in tree
        if tree.has_been_established(code, day.ends_at) and _differs(past.levels, code)
    ]


def _differs(levels: DayOfLevels, code: str) -> bool:
    """Tell whether a level of the day begins at a place, and not around it."""
    parent = levels.atlas.tree.parent(code)
    own = _outline(levels.stretches(code))
    if not any(level for _start, level in own):
        return False
    return parent is None or own != _outline(levels.stretches(parent))


def _outline(stretches: Sequence[Stretch]) -> list[tuple[Any, Level | None]]:
    return [(stretch.starts_at, stretch.level) for stretch in stretches]


def _place(past: PastDay, code: str) -> PlaceOfDay:
    region = past.levels.atlas.regions[code]
    place = headed_place(region, past.ended.lang, past.day.date)
    return PlaceOfDay(code, place, day_rows(past, code))


def _map(ground: Ground, levels: DayOfLevels, label: str) -> LevelMap:
    day = levels.day.date
    units = [_unit(ground, levels, region) for region in first_level(ground.atlas, day)]
    name = f"{_('Map of levels by region')}: {label}"
    return level_map(units, day, name, ground.lang, ground.wording)


def _unit(ground: Ground, levels: DayOfLevels, region: Region) -> MapUnit:
    lang, day = ground.lang, levels.day
    level = levels.highest(region.code)
    inner = [levels.highest(code) or 0 for code in ground.atlas.tree.descendants(region.code)]
    inside = max(inner, default=0)
    said = [
        " ".join(filter(None, (hours(each, levels), _name(ground, each.level))))
        for each in levels.stretches(region.code)
    ]
    if inside > (level or 0):
        said.append(f"{_('In part of the region')}: {_name(ground, Level(inside))}")
    return MapUnit(
        region.code,
        headed_place(region, lang, day.date).name,
        place_address(region, lang, day.date),
        level,
        ", ".join(said),
        Level(inside) if inside > (level or 0) else None,
    )


def _name(ground: Ground, level: Level | None) -> str:
    return level_mark(level, ground.lang, ground.wording).name


def _changes(past: PastDay) -> list[ChangeOfDay]:
    """List the acts that were published or took effect in the day, the earliest first."""
    day = Day(past.day.date, past.day.zone)
    is_published = Q(published_at__gte=day.starts_at, published_at__lt=day.ends_at)
    takes_effect = Q(starts_at__gte=day.starts_at, starts_at__lt=day.ends_at)
    acts = Declaration.objects.published().of_ledger(exercise=False)
    found = acts.filter(is_published | takes_effect).select_related("bulletin")
    return [_change(past, act) for act in found.order_by("sequence")]


def _change(past: PastDay, act: Declaration) -> ChangeOfDay:
    ground = past.ended
    frozen = json.loads(bytes(act.bulletin.body))
    after = [Level[row["after"]] for row in frozen["outcomes"] if row["after"]]
    about = "≈ " if act.precision == Precision.ESTIMATED else ""
    at = act.starts_at or act.published_at or ground.at
    clock = "" if act.precision == Precision.DAY else about + hour(at, past.day.zone)
    return ChangeOfDay(
        clock,
        level_mark(max(after, default=None), ground.lang, ground.wording),
        frozen["headline"][ground.lang],
        reason_of(past.now.book, act, ground.lang),
        decision(act, ground.lang),
    )
