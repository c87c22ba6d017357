"""EXTEND: the level in force goes on to a later end."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from guidance.rules import measures
from guidance.rules.acts import Act
from guidance.rules.cutting import chain
from guidance.rules.errors import (
    AnotherPeriodFollows,
    EndNotLater,
    NoEndToExtend,
    NothingToExtend,
    RuleError,
)
from guidance.rules.lifting import has_ended_as_planned
from guidance.rules.periods import Lane, MeasureSpan, Period, in_order, spans_in_order
from guidance.rules.working import Working


def extend(working: Working, act: Act, regions: Sequence[str]) -> None:
    """Add, from the end of the period in force, a period of its level to the act's end."""
    added: list[tuple[Period, Period]] = []
    for region in regions:
        try:
            added.append(period_to_extend(working, act, region))
        except RuleError:
            # A region formed later may have parted from its predecessor. Nobody named it.
            if region in act.regions:
                raise
    for period, addition in added:
        lane = working.lane(addition.region)
        carried = _carried_spans(working, period, addition)
        working.put(
            addition.region,
            in_order([*lane.periods, addition]),
            spans_in_order([*lane.spans, *carried]) if carried else lane.spans,
        )


def period_to_extend(working: Working, act: Act, region: str) -> tuple[Period, Period]:
    """Find the period that an EXTEND means on a region, and the one that it adds, or refuse."""
    found = _meant(working, region, act.published_at)
    if found is None:
        raise NothingToExtend(region)
    period = chain(_rightful(working.lane(found.region)), found)[-1]
    end, new_end = period.ends_at, act.ends_at
    if end is None or new_end is None:
        raise NoEndToExtend(region, period.declaration)
    if new_end <= end:
        raise EndNotLater(region, period.declaration, end)
    for own in working.lane(region).periods:
        if own.meets(end, new_end):
            raise AnotherPeriodFollows(region, own.declaration, own.starts_at)
    return period, Period(region, period.level, end, new_end, act.sequence, new_end)


def _rightful(lane: Lane) -> list[Period]:
    return [period for period in lane.periods if not period.in_error]


def _meant(working: Working, region: str, at: datetime) -> Period | None:
    lineage = working.tree.lineage(region)
    in_force = [_first_in_force(working, bearer, at) for bearer in lineage]
    ended = [_last_ended(working, bearer, at) for bearer in lineage]
    return in_force[0] or _highest(in_force) or ended[0] or _highest(ended)


def _first_in_force(working: Working, bearer: str, at: datetime) -> Period | None:
    period = working.lane(bearer).period_at(at)
    return None if period is None or period.in_error else period


def _last_ended(working: Working, bearer: str, at: datetime) -> Period | None:
    ended = [row for row in working.lane(bearer).periods if has_ended_as_planned(row, at)]
    return ended[-1] if ended else None


def _highest(candidates: Iterable[Period | None]) -> Period | None:
    """Give the highest of the candidates, the nearest (first) of equals."""
    periods = [period for period in candidates if period is not None]
    return max(periods, key=lambda period: period.level, default=None)


def _carried_spans(working: Working, period: Period, addition: Period) -> list[MeasureSpan]:
    """Carry the measures that ran to the period's end on to the new one."""
    concerned = measures.follows(period)
    carried: list[MeasureSpan] = []
    for span in working.lane(period.region).spans:
        runs_to_the_end = span.starts_at < addition.starts_at and (
            span.ends_at is None or span.ends_at >= addition.starts_at
        )
        if concerned(span) and runs_to_the_end:
            heir = measures.hand_to(working.tree, span, addition.region)
            if heir is not None:
                carried.append(
                    heir._replace(
                        starts_at=addition.starts_at,
                        ends_at=addition.ends_at,
                        declaration=addition.declaration,
                    )
                )
    return carried
