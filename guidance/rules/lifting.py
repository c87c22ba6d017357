"""LIFT: what gives a region its level ends."""

from collections.abc import Sequence
from datetime import datetime

from guidance.rules import measures
from guidance.rules.acts import Act
from guidance.rules.carving import carve_out
from guidance.rules.cutting import end_at
from guidance.rules.errors import NothingToLift
from guidance.rules.facts import LOOK_BACK
from guidance.rules.levels import Level
from guidance.rules.periods import Period, spans_in_order
from guidance.rules.working import Working


def lift(working: Working, act: Act, regions: Sequence[str], must_find: bool) -> None:
    """End the level of each region, or accept an all-clear shortly after its planned end."""
    at = act.effective_at
    levels = {region: working.level_at(region, at) for region in regions}
    for region, level in levels.items():
        # A region formed later may have parted from its predecessor: nobody named it, so a lift
        # that finds nothing there is no reason to refuse.
        if (
            must_find
            and level is None
            and region in act.regions
            and not _ended_lately(working, region, at)
        ):
            raise NothingToLift(region)
    for region, level in levels.items():
        if level is not None:
            _lift_on(working, region, level, at)


def has_ended_as_planned(period: Period, at: datetime) -> bool:
    """Tell whether the period reached its own planned end in the 24 hours up to an instant."""
    return (
        period.ends_at is not None
        and period.ends_at == period.planned_ends_at
        and period.ended_by is None
        and not period.in_error
        and at - LOOK_BACK <= period.ends_at <= at
    )


def _ended_lately(working: Working, region: str, at: datetime) -> bool:
    return any(
        has_ended_as_planned(period, at)
        for bearer in working.tree.lineage(region)
        for period in working.lane(bearer).periods
    )


def _lift_on(working: Working, region: str, level: Level, at: datetime) -> None:
    lane = working.lane(region)
    spans = measures.without(lane.spans, at, None, lambda span: span.follows is not None)
    working.put(region, end_at(lane.periods, at, working.by), spans_in_order(spans))
    carve_out(working, region, at, lambda period: period.level == level and period.covers(at))
