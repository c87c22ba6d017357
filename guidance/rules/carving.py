"""Taking a region out of the period of a wider one."""

from datetime import datetime

from guidance.rules import measures
from guidance.rules.cutting import before, chain, handed_to, lay_handed
from guidance.rules.errors import CannotCarveOut
from guidance.rules.periods import Lane, MeasureSpan, Period, in_order, spans_in_order
from guidance.rules.working import Question, Working


def carve_out(working: Working, region: str, at: datetime, is_wanted: Question) -> None:
    """Take the region out of its ancestors' wanted periods, and of those that continue them.

    The nearest ancestor comes first, so that of two equal levels a part is handed the nearer one
    and keeps it: the one by which it was said to have its level before.
    """
    for wider in working.tree.ancestors(region):
        if working.has_period(wider, is_wanted):
            for period in _with_continuations(working.lane(wider).periods, is_wanted):
                _carve(working, region, period, max(at, period.starts_at))


def _with_continuations(periods: tuple[Period, ...], is_wanted: Question) -> list[Period]:
    wanted: dict[Period, None] = {}
    for period in periods:
        if period not in wanted and is_wanted(period):
            wanted.update(dict.fromkeys(chain(periods, period)))
    return list(wanted)


def _carve(working: Working, region: str, period: Period, at: datetime) -> None:
    _refuse_unless_parts_cover(working, region, period)
    spans = _end_wider(working, period, at)
    changed, by = working.changed, working.by
    for heir in _heirs(working, region, period.region):
        periods, own_spans = working.lane(heir)
        changed[heir] = Lane(
            lay_handed(periods, handed_to(heir, period, at), by),
            _with_handed(working, heir, own_spans, spans) if spans else own_spans,
        )
    working.carved_from.setdefault(region, []).append(period.declaration)


def _way_down(working: Working, region: str, wider: str) -> list[str]:
    """Give the regions to be split, from the wider one down to the region's parent."""
    ancestors = working.tree.ancestors(region)
    return list(reversed(ancestors[: ancestors.index(wider) + 1]))


def _refuse_unless_parts_cover(working: Working, region: str, period: Period) -> None:
    for step in _way_down(working, region, period.region):
        if not working.tree.place(step).parts_are_complete:
            raise CannotCarveOut(region, period.region, step, period.level, period.declaration)


def _heirs(working: Working, region: str, wider: str) -> list[str]:
    way = _way_down(working, region, wider)
    heirs = [child for step in way for child in working.tree.children(step)]
    not_heirs = {*way, region}
    return [heir for heir in heirs if heir not in not_heirs]


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
        in_order([*rows, *before(period, at, working.by)]),
        spans_in_order(kept),
    )
    return handed


def _with_handed(
    working: Working, heir: str, own: tuple[MeasureSpan, ...], handed: list[MeasureSpan]
) -> tuple[MeasureSpan, ...]:
    tree = working.tree
    inherited = [part for span in handed if (part := measures.hand_to(tree, span, heir))]
    return spans_in_order([*own, *inherited])
