"""Exercises as readers see them: strips of pages, home, the list, the page about exercises."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils import timezone

from guidance.shown.ground import Ground
from guidance.shown.holding import earliest
from guidance.shown.request import ground_of
from portal.kept_pages import changes_at
from portal.news.exercises import (
    SOON,
    Announced,
    announced,
    hours,
    next_change,
    of_statement,
    shown,
    state,
)
from portal.news.models import NewsPage, StatementPage

register = template.Library()

TOPIC = "exercises"
MOST = 5
MOST_SOON = 3


@register.inclusion_tag("news/exercise_line.html", takes_context=True)
def exercise_line(context: Context) -> Mapping[str, Any]:
    """Add a line to the status strip while exercises are under way."""
    ground = _ground(context)
    here = [each for each in _announced(context, ground) if each.starts_at <= ground.at]
    return _rows(here, ground)


@register.inclusion_tag("news/exercise_notes.html", takes_context=True)
def exercises_of_place(context: Context, code: str) -> Mapping[str, Any]:
    """Tell of the exercises in a place or around it, by the clocks of the place."""
    ground = _ground(context)
    here = [each for each in _announced(context, ground) if each.concerns(code)]
    zone = ground.atlas.regions[code].time_zone
    return {"rows": [shown(each, ground, zone) for each in here]}


@register.inclusion_tag("news/exercises_soon.html", takes_context=True)
def exercises_soon(context: Context) -> Mapping[str, Any]:
    """Tell on home of the exercises of the next days."""
    ground = _ground(context)
    soon = [each for each in _announced(context, ground) if each.starts_at < ground.at + SOON]
    return _rows(soon[:MOST_SOON], ground)


@register.inclusion_tag("news/exercise_mark.html", takes_context=True)
def exercise_mark(context: Context, code: str) -> Mapping[str, Any]:
    """Mark a row of the list of regions."""
    ground = _ground(context)
    here = [each for each in _announced(context, ground) if each.concerns(code)]
    zone = ground.atlas.regions[code].time_zone
    return {"rows": [shown(each, ground, zone) for each in here]}


@register.inclusion_tag("news/exercise_notes.html", takes_context=True)
def exercise_of_page(context: Context, page: StatementPage) -> Mapping[str, Any]:
    """Head an announcement with where and when its exercise is held."""
    ground, each = _ground(context), of_statement(page)
    if each is None:
        return {"rows": []}
    _note_change(context, ground, [each])
    return {"rows": [_shown(each, ground)], "is_itself": True}


@register.inclusion_tag("news/exercise_announcements.html", takes_context=True)
def announced_exercises(context: Context) -> Mapping[str, Any]:
    """List the latest announcements; they are ordinary statements, not levels."""
    ground = _ground(context)
    statements: Any = NewsPage.objects.live().announcing_exercises(TOPIC).for_rows()
    _announced(context, ground)
    return {
        "rows": [(page, *_words(page, ground)) for page in statements[:MOST]],
        "all": f"/{ground.lang}/news/?type=statement&topic={TOPIC}",
    }


def _words(page: Any, ground: Ground) -> tuple[str, str]:
    starts_at, ends_at = page.exercise_starts, page.exercise_ends
    if starts_at is None:
        return "", ""
    zone = next((region.time_zone for region in page.regions.all()), settings.TIME_ZONE)
    return state(starts_at, ends_at, ground.at), hours(starts_at, ends_at, zone, ground.lang)


def _rows(found: Sequence[Announced], ground: Ground) -> Mapping[str, Any]:
    until = earliest([max((each.ends_at for each in found), default=None)])
    return {"rows": [_shown(each, ground) for each in found], "until": until}


def _shown(each: Announced, ground: Ground) -> Any:
    return shown(each, ground, ground.atlas.regions[each.codes[0]].time_zone)


def _announced(context: Context, ground: Ground) -> Sequence[Announced]:
    found = announced(ground.public)
    _note_change(context, ground, found)
    return found


def _note_change(context: Context, ground: Ground, found: Sequence[Announced]) -> None:
    change, request = next_change(found, ground.at), context.get("request")
    if change is not None and request is not None:
        changes_at(request, ground.at, change)


def _ground(context: Context) -> Ground:
    return ground_of(context, timezone.now())
