"""The map of a past day: its borders, its names, its levels."""

from django.utils.translation import gettext as _

from guidance.models import Region
from guidance.rules.levels import Level
from guidance.shown.day_places import parts_of_day
from guidance.shown.days import hours
from guidance.shown.maps import LevelMap, MapUnit, level_map
from guidance.shown.marks import level_mark
from guidance.shown.past_day import PastDay
from guidance.shown.places import first_level, headed_place


def day_map(past: PastDay) -> LevelMap:
    """Draw the regions of that day, each at its highest level of the day."""
    ground, day = past.ended, past.day.date
    units = [_unit(past, region) for region in first_level(ground.atlas, day)]
    label = f"{_('Map of levels by region')}: {past.title}"
    return level_map(units, day, label, ground.lang, ground.wording)


def _unit(past: PastDay, region: Region) -> MapUnit:
    levels, ground = past.levels, past.ended
    stretches = [each for each in levels.stretches(region.code) if each.starts_at <= past.now.at]
    level, parts = levels.highest(region.code), parts_of_day(past, region.code)
    said = [_said(past, hours(each, levels), each.level, each.is_in_error) for each in stretches]
    return MapUnit(
        region.code,
        headed_place(region, ground.lang, past.day.date).name,
        past.address(region),
        level,
        "; ".join([", ".join(said), *(part.label for part in parts)]),
        max((part.level for part in parts), default=None),
        parts=[part.counted_label for part in parts],
        is_in_error=levels.is_in_error(region.code),
    )


def _said(past: PastDay, clock: str, level: Level | None, is_in_error: bool) -> str:
    name = level_mark(level, past.ended.lang, past.ended.wording).name
    said = f"{clock} {name}".strip()
    return f"{said} ({_('Issued in error')})" if is_in_error else said
