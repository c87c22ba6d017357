"""One act upon one timeline."""

from collections.abc import Iterable

from guidance.rules import measures
from guidance.rules.acts import SETTING, Act, ActKind
from guidance.rules.declaring import declare
from guidance.rules.extending import extend
from guidance.rules.lifting import lift
from guidance.rules.naming import folded_regions
from guidance.rules.periods import MeasureSpan, spans_in_order
from guidance.rules.working import Working


def perform(working: Working, act: Act, lift_must_find: bool = True) -> None:
    """Do what a DECLARE, CHANGE, EXTEND or LIFT does; its facts have been checked."""
    regions = folded_regions(working.tree, act)
    if act.kind in SETTING:
        declare(working, act, regions)
    elif act.kind is ActKind.EXTEND:
        extend(working, act, regions)
    elif act.kind is ActKind.LIFT:
        lift(working, act, regions, lift_must_find)
    else:
        raise TypeError(f"{act.kind} does not move the timeline by itself")
    if act.measures:
        _keep(working, measures.own_spans(working.tree, act, regions))


def _keep(working: Working, spans: Iterable[MeasureSpan]) -> None:
    for span in spans:
        lane = working.lane(span.region)
        working.put(span.region, lane.periods, spans_in_order([*lane.spans, span]))
