"""The situation at the instant of the page: strip, home band, rows, picker, map."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone

from guidance.shown.holding import status_holds_until
from guidance.shown.places import by_alphabet, first_level, named_place
from guidance.shown.recent import coming_notices, error_lines, past_notices
from guidance.shown.region_list import present_map as drawn_map
from guidance.shown.request import ground_of
from guidance.shown.status import in_force_rows, status_sentence, strip

register = template.Library()


@register.inclusion_tag("components/status_strip.html", takes_context=True)
def status_strip(context: Context) -> Mapping[str, Any]:
    """Say the status of the country on every page but home."""
    ground = ground_of(context, timezone.now())
    return {
        "strip": strip(ground),
        "errors": error_lines(ground),
        "as_of": ground.as_of,
        "until": status_holds_until(ground),
    }


@register.inclusion_tag("components/country_status.html", takes_context=True)
def country_status(context: Context) -> Mapping[str, Any]:
    """Head the home page with the status of the country."""
    ground = ground_of(context, timezone.now())
    return {
        "sentence": status_sentence(ground),
        "strip": strip(ground),
        "as_of": ground.as_of,
        "code": ground.country.code,
        "until": status_holds_until(ground),
        "definition": ground.catalogue.level_texts.get(None),
    }


@register.inclusion_tag("components/in_force.html", takes_context=True)
def levels_in_force(context: Context) -> Mapping[str, Any]:
    """List the places where a level is in force, then what is announced, lifted or withdrawn."""
    ground = ground_of(context, timezone.now())
    return {
        "rows": in_force_rows(ground),
        "as_of": ground.as_of,
        "coming": coming_notices(ground),
        "past": past_notices(ground),
        "guide": f"/{ground.lang}/levels/",
    }


@register.inclusion_tag("components/region_picker.html", takes_context=True)
def region_picker(context: Context) -> Mapping[str, Any]:
    """Offer the regions by name."""
    ground = ground_of(context, timezone.now())
    regions = by_alphabet(first_level(ground.atlas, ground.day), ground.lang)
    return {"regions": [(region.slug, named_place(region, ground.lang).name) for region in regions]}


@register.inclusion_tag("components/level_map.html", takes_context=True)
def situation_map(context: Context) -> Mapping[str, Any]:
    """Draw the regions with their levels."""
    return {"map": drawn_map(ground_of(context, timezone.now()))}
