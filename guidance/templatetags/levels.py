"""Levels in words and shape."""

from collections.abc import Mapping

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from guidance.rules.levels import Level
from guidance.rules.numerals import unbroken
from guidance.shown.marks import LevelMark, level_mark
from guidance.shown.request import ground_of

register = template.Library()
register.filter("unbroken", unbroken)


@register.filter
def holds(until: str) -> SafeString:
    """Mark what a copy of the page may no longer claim after an instant."""
    return format_html(' data-until="{}"', until) if until else SafeString()


@register.inclusion_tag("components/level_words.html", takes_context=True)
def level_words(context: Context, level: LevelMark | Level | str | None) -> Mapping[str, LevelMark]:
    """Say a level by its shape and its words."""
    return {"mark": as_mark(context, level)}


@register.inclusion_tag("components/level_shape.html", takes_context=True)
def level_shape(context: Context, level: LevelMark | Level | str | None) -> Mapping[str, LevelMark]:
    """Draw the shape of a level beside words that say it."""
    return {"mark": as_mark(context, level)}


def as_mark(context: Context, level: LevelMark | Level | str | None) -> LevelMark:
    """Accept a mark, a level, its stored code, or nothing for no level."""
    if isinstance(level, LevelMark):
        return level
    if isinstance(level, str):
        level = Level[level] if level else None
    ground = ground_of(context, timezone.now())
    return level_mark(level, ground.lang, ground.wording)
