"""A part of the timeline around an instant, as large as an answer needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from guidance.rules.levels import Level
from guidance.rules.situation import Situation
from guidance.rules.timeline import MeasureSpan, Period, Timeline
from guidance.stored.atlas import Atlas
from guidance.stored.projection import measure_model, period_model

_PERIOD = (
    "region_id", "level", "starts_at", "ends_at", "in_error", "declaration__sequence",
    "declaration__number",
)  # fmt: skip
_MEASURE = (
    "region_id", "kind_id", "starts_at", "ends_at", "in_error", "declaration__sequence",
    "declaration__number", "follows_id", "level",
)  # fmt: skip

LEVELS = {level.name: level for level in Level}  # thousands of rows: an enum's own look-up is slow


class UnknownMeasure(Exception):
    """Say that a measure in force is of a kind that the atlas does not hold yet."""


@dataclass(frozen=True, slots=True)
class View:
    """Hold the periods that ended at or after an instant and began before the horizon."""

    timeline: Timeline
    numbers: dict[int, str]
    horizon: datetime | None

    def reaches(self, answer: Situation) -> bool:
        """Tell whether nothing beyond the horizon can change an answer."""
        if self.horizon is None:
            return True
        ends = [
            answer.next_change,
            *(place.until for place in answer.regions.values() if place.level),
        ]
        return all(end is not None and end < self.horizon for end in ends)


def look(regions: Atlas, at: datetime, *, exercise: bool, rows: int | None) -> View:
    """Load what covers an instant, and up to so many periods before and after it (None: all)."""
    periods: Any = period_model(exercise=exercise).objects
    since = horizon = None
    if rows is not None:
        over = periods.filter(ends_at__lt=at).order_by("-ends_at")
        since = next(iter(over.values_list("ends_at", flat=True)[rows : rows + 1]), None)
        ahead = periods.filter(starts_at__gt=at).order_by("starts_at")
        horizon = next(iter(ahead.values_list("starts_at", flat=True)[rows : rows + 1]), None)
    wanted = Q()
    if since is not None:
        wanted &= Q(ends_at=None) | Q(ends_at__gte=since)
    if horizon is not None:
        wanted &= Q(starts_at__lt=horizon)
    measures: Any = measure_model(exercise=exercise).objects
    numbers: dict[int, str] = {}
    timeline = Timeline.from_periods(
        _periods(regions, periods.filter(wanted), numbers),
        _spans(regions, measures.filter(wanted), numbers),
        since,
    )
    return View(timeline, numbers, horizon)


def _periods(regions: Atlas, rows: Any, numbers: dict[int, str]) -> list[Period]:
    codes = {pk: region.code for pk, region in regions.by_id.items()}
    found = []
    for region, level, starts_at, ends_at, in_error, sequence, number in rows.values_list(*_PERIOD):
        numbers[sequence] = number
        found.append(
            Period(codes[region], LEVELS[level], starts_at, ends_at, sequence, in_error=in_error)
        )
    return found


def _spans(regions: Atlas, rows: Any, numbers: dict[int, str]) -> list[MeasureSpan]:
    codes = {pk: region.code for pk, region in regions.by_id.items()}
    kinds = {kind.pk: kind.code for kind in regions.measures.values()}
    found = []
    for (
        region, kind, starts_at, ends_at, in_error, sequence, number, follows, level,
    ) in rows.values_list(*_MEASURE):  # fmt: skip
        numbers[sequence] = number
        if kind not in kinds:
            raise UnknownMeasure(kind)
        found.append(
            MeasureSpan(
                codes[region],
                kinds[kind],
                starts_at,
                ends_at,
                sequence,
                None if follows is None else codes[follows],
                LEVELS[level] if level else None,
                in_error,
            )
        )
    return found
