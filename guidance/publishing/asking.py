"""Asking the rules what an act would do to a ledger as it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from guidance.models import Declaration
from guidance.publishing.facts import published_act
from guidance.rules.acts import Act, ActKind
from guidance.rules.errors import MissingFact, NeedsEarlierPeriods
from guidance.rules.places import Tree
from guidance.rules.timeline import Applied, Checkpoint, Withdrawal, apply, needs_since, withdraw
from guidance.stored.atlas import Atlas
from guidance.stored.chronicle import acts_after, last_checkpoint, withdrawn_sequences
from guidance.stored.projection import Stored, load


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold what the rules answered, and what of the ledger they were asked upon."""

    stored: Stored
    applied: Applied
    checkpoints: tuple[Checkpoint, ...] = ()


def ask(regions: Atlas, act: Act, *, exercise: bool, target: Declaration | None) -> Asked:
    """Do an act upon the ledger as it is now, or raise what the rules refuse.

    `target` is the declaration that the act refers to; CORRECT and WITHDRAW need it.
    """
    since: datetime | None = needs_since(act)
    is_withdrawal = act.kind is ActKind.WITHDRAW
    also = target.pk if is_withdrawal and target is not None else None
    while True:
        stored = load(regions, exercise=exercise, since=since, also=also)
        try:
            if is_withdrawal:
                return _withdrawn(regions.tree, stored, act, target)
            aim = _aim(target) if act.kind is ActKind.CORRECT else None
            return Asked(stored, apply(regions.tree, stored.timeline, act, aim))
        except NeedsEarlierPeriods as more:
            # One step back, then everything: a question that never ends must not hold the lock.
            since = more.since if since is not None and more.since < since else None


def _aim(target: Declaration | None) -> Act:
    if target is None:
        raise MissingFact("refers_to")
    return published_act(target)


def _withdrawn(tree: Tree, stored: Stored, act: Act, target: Declaration | None) -> Asked:
    aim = _aim(target)
    withdrawn = withdrawn_sequences(exercise=stored.exercise)
    start = last_checkpoint(exercise=stored.exercise, before=aim.sequence)

    def done_from(begin: Checkpoint | None) -> Withdrawal:
        acts = acts_after(begin.sequence if begin else 0, exercise=stored.exercise)
        return withdraw(
            tree, stored.timeline, act, target=aim, withdrawn=withdrawn, acts=acts, start=begin
        )

    try:
        done = done_from(start)
    except NeedsEarlierPeriods:
        # An archived act after the checkpoint reaches back before what it kept.
        done = done_from(None)
    return Asked(stored, done.applied, tuple(done.checkpoints))
