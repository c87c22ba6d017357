"""WITHDRAW: from an instant on, the timeline is what it would be without a declaration."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from guidance.rules.acts import FOLDED, Act
from guidance.rules.applying import refuse_too_short
from guidance.rules.checkpoints import Base, Checkpoint
from guidance.rules.errors import (
    AlreadyWithdrawn,
    CannotBeWithdrawn,
    LaterActsDependOnIt,
    RuleError,
)
from guidance.rules.facts import check_facts
from guidance.rules.lanes import Timeline
from guidance.rules.outcomes import Applied, RegionOutcome, Word
from guidance.rules.places import Tree
from guidance.rules.splicing import splice_all
from guidance.rules.working import Working


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Hold what a WITHDRAW did, and the checkpoints that replace those since its target."""

    applied: Applied
    checkpoints: tuple[Checkpoint, ...]


def check_withdrawal(act: Act, target: Act, withdrawn: Collection[int]) -> None:
    """Refuse to withdraw what moved nothing, and anything twice."""
    if target.sequence != act.refers_to:
        raise TypeError("a WITHDRAW is checked against the act that it refers to")
    if target.kind not in FOLDED:
        raise CannotBeWithdrawn(target.sequence)
    if target.sequence in withdrawn:
        raise AlreadyWithdrawn(target.sequence)


def withdraw(
    tree: Tree,
    timeline: Timeline,
    act: Act,
    *,
    target: Act,
    withdrawn: Collection[int],
    acts: Iterable[Act],
    start: Checkpoint | None = None,
) -> Withdrawal:
    """Withdraw the target: `acts` are all acts after the checkpoint `start`, in order.

    `timeline` holds what ended at or after the act's instant, and all of the target's rows.
    """
    if start is not None and start.sequence >= target.sequence:
        raise ValueError("the checkpoint already holds what is to be withdrawn")
    try:
        check_facts(tree, act)
        check_withdrawal(act, target, withdrawn)
        refuse_too_short(timeline, act.effective_at)
        left_out = frozenset(withdrawn) | {target.sequence}
        base = Base(tree, start, acts, left_out, act.effective_at)
        checkpoints = tuple(base.advance())
        if base.refused:
            raise LaterActsDependOnIt(target.sequence, tuple(base.refused))
        refuse_too_short(base.timeline(), act.effective_at)
    except RuleError as refusal:
        refusal.act = act.sequence
        raise
    lanes = splice_all(timeline.lanes, base.lanes, act.effective_at, target.sequence, act.sequence)
    after = Timeline(lanes, timeline.complete_since)
    return Withdrawal(_applied(tree, timeline, after, act, target), checkpoints)


def _applied(tree: Tree, before: Timeline, after: Timeline, act: Act, target: Act) -> Applied:
    at = act.effective_at
    old = Working(tree, before.lanes, act.sequence)
    new = Working(tree, after.lanes, act.sequence)
    outcomes = (
        RegionOutcome(
            region,
            Word.WITHDRAWN,
            old.level_at(region, at),
            new.level_at(region, at),
            before.lane(region).period_at(at),
            after.lane(region).period_at(at),
        )
        for region in target.regions
    )
    return Applied(after, act.kind, tuple(outcomes))
