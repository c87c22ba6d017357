"""DECLARE and CHANGE: a level's word upon the named regions."""

from collections.abc import Sequence

from guidance.rules import measures
from guidance.rules.acts import Act, ActKind
from guidance.rules.carving import carve_out
from guidance.rules.cutting import chain, lay_word
from guidance.rules.periods import Period, spans_in_order
from guidance.rules.working import Working


def declare(working: Working, act: Act, regions: Sequence[str]) -> None:
    """Lay the act's level upon each region, the widest first."""
    for region in regions:
        _declare_on(working, act, region, regions)


def true_kind(working: Working, act: Act) -> ActKind:
    """Tell whether a level is declared where there was none, or changed."""
    is_new = all(working.level_at(region, act.effective_at) is None for region in act.regions)
    return ActKind.DECLARE if is_new else ActKind.CHANGE


def _declare_on(working: Working, act: Act, region: str, named: Sequence[str]) -> None:
    level, start, end = act.level, act.effective_at, act.ends_at
    if level is None:
        raise TypeError("an act that sets a level has one")
    word = Period(region, level, start, end, act.sequence, end)
    lane = working.lane(region)
    own = lane.period_at(start)
    ended = chain(lane.periods, own) if own is not None and own.level >= level else []
    periods = lay_word(lane.periods, word, ended)
    spans = lane.spans
    if spans or act.measures:
        kept = measures.replace_by_word(spans, word, ended, periods)
        new = measures.following_spans(working.tree, act, named, word)
        spans = spans_in_order([*kept, *new])
    working.put(region, periods, spans)
    carve_out(
        working, region, start, lambda period: period.level > level and period.meets(start, end)
    )
