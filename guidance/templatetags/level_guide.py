"""The guide's blocks: panels, the table that compares them, one level in full."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.translation import gettext as _

from guidance.channels.posters.address import (
    guide_on_paper,
    on_paper,
    poster_of_level,
    poster_of_place,
)
from guidance.models import Region
from guidance.rules.levels import Level
from guidance.shown import advice_cards, guide
from guidance.shown.advice_page import advice_address
from guidance.shown.framing import frame_of
from guidance.shown.ground import Ground
from guidance.shown.marks import Named, level_key, level_mark
from guidance.shown.places import headed_place
from guidance.shown.request import ground_of

register = template.Library()

ALL = "all"


@register.inclusion_tag("components/level_panels.html", takes_context=True)
def level_panels(context: Context) -> Mapping[str, Any]:
    """Show the four panels, from no level to the highest."""
    ground = ground_of(context, timezone.now())
    return {"panels": [guide.level_panel(ground, level) for level in guide.SCALE]}


@register.inclusion_tag("components/level_panel.html", takes_context=True)
def level_panel(context: Context, level: str) -> Mapping[str, Any]:
    """Show the panel of one level, by its stored code; an empty code is no level."""
    ground = ground_of(context, timezone.now())
    return {"panel": guide.level_panel(ground, _level(level))}


@register.inclusion_tag("components/level_scale.html", takes_context=True)
def level_scale(context: Context) -> Mapping[str, Any]:
    """Show the whole scale in one table, step by step."""
    ground = ground_of(context, timezone.now())
    return {"panels": [guide.level_panel(ground, level) for level in guide.SCALE]}


@register.inclusion_tag("components/posters.html", takes_context=True)
def level_posters(
    context: Context, level: Level | str | None = ALL, region: Region | None = None
) -> Mapping[str, Any]:
    """Lead to the poster of a place, to those of one level or of all, and to the guide."""
    if frame_of(context.get("request")) is not None:
        return {}
    ground = ground_of(context, timezone.now())
    levels = guide.SCALE if level is ALL else [_level(level)]
    return {
        "facts": on_paper(ground.lang),
        "guide": guide_on_paper(ground),
        "posters": [*_of_place(ground, region), *(_of_level(ground, each) for each in levels)],
    }


@register.inclusion_tag("components/level_in_full.html", takes_context=True)
def level_in_full(context: Context, level: str) -> Mapping[str, Any]:
    """Show all that follows from one level: advice, where it is in force, when it was."""
    ground, asked = ground_of(context, timezone.now()), Level[level]
    return {
        "panel": guide.level_panel(ground, asked),
        "advice": guide.full_advice(ground, asked),
        "lower": guide.lower_advice(ground, asked),
        "cards": advice_cards.cards(ground.catalogue, asked),
        "advice_address": advice_address(ground.lang, level=level_key(asked)),
        "past": guide.past_rows(ground, asked),
        "as_of": ground.as_of,
    }


@register.inclusion_tag("components/level_advice.html", takes_context=True)
def level_advice(context: Context, group: str) -> Mapping[str, Any]:
    """Show a list of advice as it stands now, with its version and the way to the guide."""
    ground = ground_of(context, timezone.now())
    return {"advice": guide.group_advice(ground, group)}


def _of_place(ground: Ground, region: Region | None) -> list[Named]:
    if region is None:
        return []
    return [Named(headed_place(region, ground.lang).name, poster_of_place(ground, region))]


def _of_level(ground: Ground, level: Level | None) -> Named:
    name = level_mark(level, ground.lang, ground.wording).headed
    return Named(
        name if level is not None else _("Advice for every day"), poster_of_level(ground, level)
    )


def _level(code: Level | str | None) -> Level | None:
    if isinstance(code, str):
        return Level[code] if code else None
    return code
