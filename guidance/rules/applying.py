"""One act upon a timeline, with what it did to every region that it names."""

from collections.abc import Iterator
from datetime import datetime

from guidance.rules.acts import SETTING, Act, ActKind
from guidance.rules.declaring import true_kind
from guidance.rules.errors import CannotBeCorrected, NeedsEarlierPeriods, RuleError
from guidance.rules.extending import period_to_extend
from guidance.rules.facts import LOOK_BACK, check_facts
from guidance.rules.lanes import Timeline
from guidance.rules.levels import Level
from guidance.rules.outcomes import Applied, RegionOutcome, Stays, Word
from guidance.rules.performing import perform
from guidance.rules.places import Tree
from guidance.rules.working import Working


def needs_since(act: Act) -> datetime:
    """Give the instant such that what ended before it cannot matter to the act."""
    if act.kind is ActKind.EXTEND:
        return act.published_at - LOOK_BACK
    if act.kind is ActKind.LIFT:
        return act.effective_at - LOOK_BACK
    if act.kind is ActKind.CORRECT:
        return act.published_at
    return act.effective_at


def apply(tree: Tree, timeline: Timeline, act: Act, target: Act | None = None) -> Applied:
    """Do what an act does, or refuse it; a CORRECT needs its target, a WITHDRAW has `withdraw`."""
    try:
        check_facts(tree, act)
        if act.kind is ActKind.CORRECT:
            check_correction(act, target)
            return Applied(timeline, act.kind, ())
        refuse_too_short(timeline, needs_since(act))
        return _performed(tree, timeline, act)
    except RuleError as refusal:
        refusal.act = act.sequence
        raise


def check_correction(act: Act, target: Act | None) -> None:
    """Refuse to correct a WITHDRAW; any other act's words can be corrected."""
    if target is None or target.sequence != act.refers_to:
        raise TypeError("a CORRECT is checked against the act that it refers to")
    if target.kind is ActKind.WITHDRAW:
        raise CannotBeCorrected(target.sequence)


def refuse_too_short(timeline: Timeline, since: datetime) -> None:
    """Refuse to answer from a timeline that begins later than the question."""
    if timeline.complete_since is not None and timeline.complete_since > since:
        raise NeedsEarlierPeriods(since)


def _performed(tree: Tree, timeline: Timeline, act: Act) -> Applied:
    before = Working(tree, timeline.lanes, act.sequence)
    working = Working(tree, timeline.lanes, act.sequence)
    perform(working, act)
    lanes = {**timeline.lanes, **working.changed}
    kind = true_kind(before, act) if act.kind in SETTING else act.kind
    if act.kind is ActKind.EXTEND:
        outcomes = [_extended(before, working, act, region) for region in act.regions]
    else:
        outcomes = [_compared(before, working, act, region) for region in act.regions]
    return Applied(Timeline(lanes, timeline.complete_since), kind, tuple(outcomes))


def _compared(before: Working, after: Working, act: Act, region: str) -> RegionOutcome:
    at = act.effective_at
    old, new = before.level_at(region, at), after.level_at(region, at)
    return RegionOutcome(
        region,
        _lift_word(old) if act.kind is ActKind.LIFT else _setting_word(old, new),
        old,
        new,
        before.lane(region).period_at(at),
        after.lane(region).period_at(at),
        tuple(_stays_higher(after, act, region, new, at, act.ends_at)),
        tuple(after.carved_from.get(region, ())),
    )


def _extended(before: Working, after: Working, act: Act, region: str) -> RegionOutcome:
    period, addition = period_to_extend(before, act, region)
    level, start, end = addition.level, addition.starts_at, addition.ends_at
    stays = tuple(_stays_higher(after, act, region, level, start, end))
    return RegionOutcome(region, Word.EXTENDED, level, level, period, addition, stays)


def _setting_word(before: Level | None, after: Level | None) -> Word:
    if before is None or after is None:
        return Word.DECLARED
    if after == before:
        return Word.CONFIRMED
    return Word.RAISED if after > before else Word.LOWERED


def _lift_word(before: Level | None) -> Word:
    return Word.ALL_CLEAR if before is None else Word.LIFTED


def _stays_higher(
    after: Working,
    act: Act,
    region: str,
    level: Level | None,
    start: datetime,
    end: datetime | None,
) -> Iterator[Stays]:
    for code in after.tree.descendants(region):
        if code in act.regions:
            continue
        for own in after.lane(code).periods:
            if own.meets(start, end) and (level is None or own.level > level):
                yield Stays(code, own.level, own.starts_at, own.ends_at, own.declaration)
