"""What must be true of an act's facts before the timeline is asked."""

from datetime import timedelta

from guidance.rules.acts import SETTING, Act, ActKind, NamedMeasure
from guidance.rules.errors import (
    EndNotAfterStart,
    MeasureEndNotAfterStart,
    MeasureNeedsPeriod,
    MeasureOutsideRegions,
    MissingFact,
    StartTooEarly,
    UnexpectedFact,
    UnknownRegion,
)
from guidance.rules.naming import refuse_unless_established
from guidance.rules.places import Tree

LOOK_BACK = timedelta(hours=24)
"""How far an act may begin before its publication, and how long an ended level can be spoken of."""

_NEEDED = {
    ActKind.DECLARE: ("regions", "level", "starts_at"),
    ActKind.CHANGE: ("regions", "level", "starts_at"),
    ActKind.EXTEND: ("regions", "ends_at"),
    ActKind.LIFT: ("regions", "starts_at"),
    ActKind.CORRECT: ("refers_to",),
    ActKind.WITHDRAW: ("refers_to",),
}
_REFUSED = {
    ActKind.DECLARE: (),
    ActKind.CHANGE: (),
    ActKind.EXTEND: ("level", "starts_at"),
    ActKind.LIFT: ("level", "ends_at"),
    ActKind.CORRECT: ("regions", "level", "starts_at", "ends_at", "measures"),
    ActKind.WITHDRAW: ("regions", "level", "ends_at", "measures"),
}


def check_facts(tree: Tree, act: Act) -> None:
    """Refuse an act whose facts are missing, too many, unknown or out of order."""
    for fact in _NEEDED[act.kind]:
        if _is_empty(act, fact):
            raise MissingFact(fact)
    for fact in _REFUSED[act.kind]:
        if not _is_empty(act, fact):
            raise UnexpectedFact(fact)
    for region in act.regions:
        if region not in tree:
            raise UnknownRegion(region)
    _check_times(act)
    refuse_unless_established(tree, act)
    for measure in act.measures:
        _check_measure(tree, act, measure)


def _is_empty(act: Act, fact: str) -> bool:
    value = getattr(act, fact)
    return value is None or value == ()


def _check_times(act: Act) -> None:
    if act.starts_at is None:
        return
    if act.ends_at is not None and act.ends_at <= act.starts_at:
        raise EndNotAfterStart(act.starts_at, act.ends_at)
    earliest = act.published_at - LOOK_BACK
    if act.starts_at < earliest and not act.is_archived:
        raise StartTooEarly(act.starts_at, earliest)


def _check_measure(tree: Tree, act: Act, measure: NamedMeasure) -> None:
    if act.kind not in SETTING and not measure.has_own_period:
        raise MeasureNeedsPeriod(measure.code)
    for region in measure.regions:
        if region not in tree or not any(tree.is_within(region, named) for named in act.regions):
            raise MeasureOutsideRegions(measure.code, region)
    start = measure.starts_at or act.effective_at
    if measure.has_own_period and measure.ends_at is not None and measure.ends_at <= start:
        raise MeasureEndNotAfterStart(measure.code)
