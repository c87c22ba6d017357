"""The page of all regions: a table, and the map that repeats it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from guidance.models import Region
from guidance.rules.levels import Level
from guidance.rules.texts import capitalised
from guidance.shown.ground import Ground, Terms
from guidance.shown.holding import place_holds_until, status_holds_until
from guidance.shown.in_parts import InPart, counted_parts
from guidance.shown.maps import SCALE_TOP_DOWN, LevelMap, MapUnit, level_map
from guidance.shown.marks import LevelMark, Named, level_key, level_mark
from guidance.shown.place_search import PlaceAnswer, asked_place, look_up
from guidance.shown.places import by_alphabet, first_level, headed_place, named_place, place_name
from guidance.shown.recent import RecentNotice, notices_about, table_notices
from guidance.shown.rows import is_named


@dataclass(frozen=True, slots=True)
class RegionRow:
    """Hold one region of the table."""

    code: str
    place: Named
    mark: LevelMark
    terms: Terms | None
    in_part: Sequence[InPart]
    notes: Sequence[RecentNotice]
    until: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """Hold what the reader asked for; a value that is not known asks for nothing."""

    name: str = ""
    level: str = ""
    is_only_with_level: bool = False

    @property
    def is_of_name_alone(self) -> bool:
        return bool(self.name) and not (self.level or self.is_only_with_level)

    @property
    def is_empty(self) -> bool:
        return not (self.name or self.level or self.is_only_with_level)

    @property
    def query(self) -> str:
        """Give the filter as a query, for the same rows in another format."""
        asked = {"name": self.name, "level": self.level, "only": "1" * self.is_only_with_level}
        kept = {name: value for name, value in asked.items() if value}
        return f"?{urlencode(kept)}" if kept else ""

    def keeps(self, region: Region, level: Level | None, named: Collection[str]) -> bool:
        if self.name and not (is_named(region, self.name) or region.code in named):
            return False
        if self.is_only_with_level and level is None:
            return False
        return not self.level or level_key(level) == self.level


@dataclass(frozen=True)
class RegionList:
    """Hold the page of all regions."""

    ground: Ground
    asked: Filter
    answer: PlaceAnswer
    rows: Sequence[RegionRow]
    is_found: bool
    map: LevelMap
    levels: Sequence[LevelMark]

    @property
    def lead(self) -> str:
        """Give the page of the place that the words surely mean; another filter asks for a list."""
        return self.answer.lead if self.asked.is_of_name_alone else ""


def region_list(ground: Ground, query: Mapping[str, str]) -> RegionList:
    """List the regions that the query asks for; when there are none, all of them."""
    asked, notices = asked_for(query), table_notices(ground)
    wanted = wanted_regions(ground, asked)
    return RegionList(
        ground,
        asked,
        places_meant(ground, asked),
        [
            region_row(ground, region, notices)
            for region in wanted or wanted_regions(ground, Filter())
        ],
        bool(wanted),
        present_map(ground),
        [level_mark(level, ground.lang, ground.wording) for level in SCALE_TOP_DOWN],
    )


def wanted_regions(ground: Ground, asked: Filter) -> list[Region]:
    """Select the regions that a filter keeps, by the alphabet."""
    every = by_alphabet(first_level(ground.atlas), ground.lang)
    meant = places_meant(ground, asked).codes
    named = {code for each in meant for code in ground.atlas.tree.lineage(each)}
    return [
        region for region in every if asked.keeps(region, ground.place(region.code).level, named)
    ]


def places_meant(ground: Ground, asked: Filter) -> PlaceAnswer:
    """Find the places that the words of a filter may mean."""
    return look_up(ground, asked.name) if asked.name else PlaceAnswer()


def asked_for(query: Mapping[str, str]) -> Filter:
    """Read the filter of an address."""
    level = query.get("level", "")
    known = {level_key(each) for each in SCALE_TOP_DOWN}
    return Filter(
        asked_place(query.get("place") or query.get("name", "")),
        level if level in known else "",
        query.get("only") == "1",
    )


def region_row(ground: Ground, region: Region, notices: Sequence[RecentNotice] = ()) -> RegionRow:
    """Show a region with its level and its higher parts."""
    return RegionRow(
        region.code,
        headed_place(region, ground.lang),
        ground.mark(region.code),
        ground.terms(region.code, ground.country.time_zone),
        in_part(ground, region.code),
        notices_about(ground, region.code, notices),
        place_holds_until(ground, region.code),
    )


def in_part(ground: Ground, code: str, on: date | None = None) -> list[InPart]:
    """Tell of the parts whose level is higher, the highest level first."""
    parts: dict[Level, list[str]] = {}
    for part in ground.place(code).inside:
        parts.setdefault(part.level, []).append(part.code)
    return counted_parts(ground, parts, on)


def present_map(ground: Ground) -> LevelMap:
    """Draw the regions at the instant of the page."""
    units = [map_unit(ground, region) for region in first_level(ground.atlas)]
    label = _("Map of levels by region")
    drawn = level_map(units, ground.day, label, ground.lang, ground.wording)
    return replace(drawn, until=status_holds_until(ground))


def map_unit(ground: Ground, region: Region, on: date | None = None) -> MapUnit:
    """Show a region on the map; the link says in words what fill and shapes say."""
    here, lang = ground.place(region.code), ground.lang
    level = ground.mark(region.code).name
    until = ground.until(region.code, ground.country.time_zone) if on is None else ""
    parts = in_part(ground, region.code, on)
    said = [f"{level}, {until}" if until else level, *(part.label for part in parts)]
    return MapUnit(
        region.code,
        capitalised(place_name(region, lang, on)),
        named_place(region, lang, on).address,
        here.level,
        "; ".join(said),
        max((part.level for part in here.inside), default=None),
        parts=[part.counted_label for part in parts],
    )
