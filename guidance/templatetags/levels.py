"""Levels in words and shape."""

from collections.abc import Mapping

from django import template
from django.utils.translation import get_language

from guidance.rules.levels import Level
from guidance.shown.marks import LevelMark, level_mark

register = template.Library()


@register.inclusion_tag("components/level_words.html")
def level_words(level: LevelMark | Level | str | None) -> Mapping[str, LevelMark]:
    """Say a level by its shape and its words."""
    return {"mark": as_mark(level)}


@register.inclusion_tag("components/level_shape.html")
def level_shape(level: LevelMark | Level | str | None) -> Mapping[str, LevelMark]:
    """Draw the shape of a level beside words that say it."""
    return {"mark": as_mark(level)}


def as_mark(level: LevelMark | Level | str | None) -> LevelMark:
    """Accept a mark, a level, its stored code, or nothing for no level."""
    if isinstance(level, LevelMark):
        return level
    if isinstance(level, str):
        level = Level[level] if level else None
    return level_mark(level, get_language() or "kk")
