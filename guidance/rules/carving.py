"""Taking a region out of the period of a wider one."""

from collections.abc import Callable, Iterator
from datetime import datetime

from guidance.rules import measures
from guidance.rules.cutting import chain, cut, lay_handed
from guidance.rules.errors import CannotCarveOut
from guidance.rules.periods import MeasureSpan, Period, in_order, spans_in_order
from guidance.rules.working import Working


def carve_out(
    working: Working, region: str, at: datetime, is_wanted: Callable[[Period], bool]
) -> None:
    """Take the region out of its ancestors' wanted periods, and of those that continue them.

    The nearest ancestor comes first, so that of two equal levels a part is handed the nearer one
    and keeps it: the one by which it was said to have its level before.
    """
    for wider in working.tree.ancestors(region):
        for period in _with_continuations(working.lane(wider).periods, is_wanted):
            _carve(working, region, period, max(at, period.starts_at))


def _with_continuations(
    periods: tuple[Period, ...], is_wanted: Callable[[Period], bool]
) -> list[Period]:
    wanted: dict[Period, None] = {}
    for period in periods:
        if period not in wanted and is_wanted(period):
            wanted.update(dict.fromkeys(chain(periods, period)))
    return list(wanted)


def _carve(working: Working, region: str, period: Period, at: datetime) -> None:
    _refuse_unless_parts_cover(working, region, period)
    spans = _end_wider(working, period, at)
    for heir in _heirs(working, region, period.region):
        _hand_down(working, heir, period._replace(region=heir, starts_at=at), spans)
    working.carved_from.setdefault(region, []).append(period.declaration)


def _way_down(working: Working, region: str, wider: str) -> list[str]:
    """Give the regions to be split, from the wider one down to the region's parent."""
    ancestors = working.tree.ancestors(region)
    return list(reversed(ancestors[: ancestors.index(wider) + 1]))


def _refuse_unless_parts_cover(working: Working, region: str, period: Period) -> None:
    for step in _way_down(working, region, period.region):
        if not working.tree.place(step).parts_are_complete:
            raise CannotCarveOut(region, period.region, step, period.level, period.declaration)


def _heirs(working: Working, region: str, wider: str) -> Iterator[str]:
    way = _way_down(working, region, wider)
    for step, next_step in zip(way, [*way[1:], region], strict=True):
        for child in working.tree.children(step):
            if child != next_step:
                yield child


def _end_wider(working: Working, period: Period, at: datetime) -> list[MeasureSpan]:
    """End the wider period; give what its measures would still have run."""
    lane = working.lane(period.region)
    rows = [row for row in lane.periods if row != period]
    rest = measures.resumes_at(rows, period, at)
    concerned = measures.follows(period)
    handed = [
        part
        for span in lane.spans
        if concerned(span) and (part := measures.within(span, at, rest)) is not None
    ]
    kept = measures.without(lane.spans, at, rest, concerned)
    working.put(
        period.region,
        in_order([*rows, *cut(period, at, working.by)]),
        spans_in_order(kept),
    )
    return handed


def _hand_down(working: Working, heir: str, handed: Period, wider_spans: list[MeasureSpan]) -> None:
    lane = working.lane(heir)
    spans = [measures.hand_to(working.tree, span, heir) for span in wider_spans]
    inherited = [span for span in spans if span is not None]
    working.put(
        heir,
        lay_handed(lane.periods, handed, working.by),
        spans_in_order([*lane.spans, *inherited]) if inherited else lane.spans,
    )
