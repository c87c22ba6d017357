"""The level of a place that the text of an article names."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone

from guidance.shown.request import ground_of
from portal.news.level_box import level_in_the_text

register = template.Library()


@register.inclusion_tag("news/level_in_text.html", takes_context=True)
def level_in_text(context: Context, code: str) -> Mapping[str, Any]:
    """Show the level when the page was published and the level now."""
    ground = ground_of(context, timezone.now())
    kept = getattr(context.get("page"), "published_levels", None)
    return {"box": level_in_the_text(code, ground, kept), "request": context.get("request")}
