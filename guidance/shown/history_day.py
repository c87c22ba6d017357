"""The whole country on a past day, or at one minute of it."""

import json
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from guidance.models import Declaration
from guidance.rules.dates import Precision, hour
from guidance.rules.levels import Level
from guidance.shown.cards import decision
from guidance.shown.corrections import reason_of
from guidance.shown.day_map import day_map
from guidance.shown.day_places import later_places, places_of_day, regions_of_day, sentences
from guidance.shown.days import Day
from guidance.shown.marks import LevelMark, Named, level_mark
from guidance.shown.past_day import PastDay
from guidance.shown.record import first_day, is_before_record, is_of_archive


@dataclass(frozen=True, slots=True)
class ChangeOfDay:
    """Hold one act of a day with its hour."""

    hour: str
    mark: LevelMark
    headline: str
    reason: str
    act: Named


def history_day(past: PastDay) -> dict[str, Any]:
    """Put together what the page of a past day prints."""
    ground, country = past.ended, past.ended.country
    highest = max((past.levels.highest(code) or 0 for code in ground.atlas.tree), default=0)
    level = Level(highest) if highest else None
    places = places_of_day(past)
    is_empty = not places and is_before_record(ground, past.levels, country.code)
    return {
        "title": past.title,
        "said": [] if is_empty else sentences(past),
        "places": places,
        "regions": regions_of_day(past),
        "later": later_places(past),
        "map": day_map(past),
        "changes": _changes(past),
        "mark": level_mark(level, ground.lang, ground.wording),
        "advice": [line.text for line in ground.catalogue.advice(level)],
        "is_before_record": is_empty,
        "first_day": first_day(ground) if is_empty else None,
        "is_of_archive": is_of_archive(past.day),
        "code": country.code,
        "past": past,
    }


def _changes(past: PastDay) -> list[ChangeOfDay]:
    """List the acts that were published or took effect in the day, the earliest first."""
    day = Day(past.day.date, past.day.zone)
    is_published = Q(published_at__gte=day.starts_at, published_at__lt=day.ends_at)
    takes_effect = Q(starts_at__gte=day.starts_at, starts_at__lt=day.ends_at)
    acts = Declaration.objects.published().of_ledger(exercise=False)
    found = acts.filter(is_published | takes_effect).select_related("bulletin")
    return [_change(past, act) for act in found.order_by("sequence")]


def _change(past: PastDay, act: Declaration) -> ChangeOfDay:
    ground = past.ended
    frozen = json.loads(bytes(act.bulletin.body))
    after = [Level[row["after"]] for row in frozen["outcomes"] if row["after"]]
    about = "≈ " if act.precision == Precision.ESTIMATED else ""
    at = act.starts_at or act.published_at or ground.at
    clock = "" if act.precision == Precision.DAY else about + hour(at, past.day.zone)
    return ChangeOfDay(
        clock,
        level_mark(max(after, default=None), ground.lang, ground.wording),
        frozen["headline"][ground.lang],
        reason_of(past.now.book, act, ground.lang),
        decision(act, ground.lang),
    )
