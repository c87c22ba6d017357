"""The places of a past day: where a level began, all regions, and those formed later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from guidance.models import Region
from guidance.rules.levels import Level
from guidance.rules.past import was_at
from guidance.rules.texts import capitalised
from guidance.shown.days import DayOfLevels, Stretch
from guidance.shown.in_parts import InPart, counted_parts
from guidance.shown.marks import LevelMark, Named, level_mark
from guidance.shown.past_day import DayRow, PastDay, day_rows
from guidance.shown.places import by_alphabet, first_level, place_name
from guidance.shown.region_day import part_of


@dataclass(frozen=True, slots=True)
class PlaceOfDay:
    """Hold a place whose level differed from that around it, with its levels of the day."""

    code: str
    place: Named
    rows: Sequence[DayRow]


@dataclass(frozen=True, slots=True)
class RegionOfDay:
    """Hold a region with its highest level of the day, and what is to be said of it."""

    code: str
    place: Named
    mark: LevelMark
    is_in_error: bool
    in_part: Sequence[InPart] = ()
    part_of: str = ""


def places_of_day(past: PastDay) -> list[PlaceOfDay]:
    """List the places where a level of the day began, the widest first."""
    regions = past.levels.atlas.regions
    return [
        PlaceOfDay(code, _named(past, regions[code]), day_rows(past, code)) for code in _began(past)
    ]


def sentences(past: PastDay) -> list[str]:
    """Say in sentences where which level was in force, the highest first; an error never was."""
    levels, ground, began = past.levels, past.ended, _began(past)
    by_level: dict[Level | None, list[str]] = {} if began else {None: [ground.country.code]}
    for code in began:
        level = levels.highest(code)
        if level is not None and not levels.is_in_error(code):
            by_level.setdefault(level, []).append(code)
    return [
        was_at(level, ground.atlas.names(codes, past.day.date), ground.wording)[ground.lang]
        for level, codes in sorted(by_level.items(), key=lambda row: -(row[0] or 0))
    ]


def regions_of_day(past: PastDay) -> list[RegionOfDay]:
    """List all regions of that day by their names of that day."""
    lang, day = past.ended.lang, past.day.date
    regions = by_alphabet(first_level(past.levels.atlas, day), lang, day)
    return [
        RegionOfDay(
            region.code,
            _named(past, region),
            level_mark(past.levels.highest(region.code), lang, past.ended.wording),
            past.levels.is_in_error(region.code),
            parts_of_day(past, region.code),
        )
        for region in regions
    ]


def later_places(past: PastDay) -> list[RegionOfDay]:
    """List the regions that were formed later, with the level of those they were part of."""
    atlas, lang = past.levels.atlas, past.ended.lang
    existed = {region.code for region in first_level(atlas, past.day.date)}
    later = (region for region in first_level(atlas) if region.code not in existed)
    return [
        RegionOfDay(
            region.code,
            _named(past, region),
            level_mark(past.levels.highest(region.code), lang, past.ended.wording),
            past.levels.is_in_error(region.code),
            part_of=part_of(past, region),
        )
        for region in by_alphabet(later, lang)
    ]


def parts_of_day(past: PastDay, code: str) -> list[InPart]:
    """Count the parts of a region where a higher level of the day began."""
    levels, tree = past.levels, past.levels.atlas.tree
    found: dict[Level, list[str]] = {}
    for part in levels.parts(code):
        level, parent = levels.highest(part), tree.parent(part)
        around = levels.highest(parent) if parent is not None else None
        if level is not None and level > (around or 0):
            found.setdefault(level, []).append(part)
    return counted_parts(past.ended, found, past.day.date)


def _named(past: PastDay, region: Region) -> Named:
    name = place_name(region, past.ended.lang, past.day.date)
    return Named(capitalised(name), past.address(region))


def _began(past: PastDay) -> list[str]:
    tree, day = past.levels.atlas.tree, past.day
    return [
        code
        for code in tree
        if tree.has_been_established(code, day.starts_at) and _differs(past.levels, code)
    ]


def _differs(levels: DayOfLevels, code: str) -> bool:
    """Tell whether a level of the day begins at a place, and not around it."""
    parent = levels.atlas.tree.parent(code)
    own = _outline(levels.stretches(code))
    if not any(level for _start, level in own):
        return False
    return parent is None or own != _outline(levels.stretches(parent))


def _outline(stretches: Sequence[Stretch]) -> list[tuple[datetime, Level | None]]:
    return [(stretch.starts_at, stretch.level) for stretch in stretches]
