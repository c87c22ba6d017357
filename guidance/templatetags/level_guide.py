"""The guide's blocks: panels, the table that compares them, one level in full."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone

from guidance.rules.levels import Level
from guidance.shown import advice_cards, guide
from guidance.shown.advice_page import advice_address
from guidance.shown.marks import level_key
from guidance.shown.request import ground_of

register = template.Library()


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


@register.inclusion_tag("components/level_comparison.html", takes_context=True)
def level_comparison(context: Context) -> Mapping[str, Any]:
    """Show the three levels side by side."""
    ground = ground_of(context, timezone.now())
    return {"panels": [guide.level_panel(ground, level) for level in Level]}


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


def _level(code: str) -> Level | None:
    return Level[code] if code else None
