"""The fold: a whole ledger, act by act, into its timeline.

Two timelines are carried along. The *record* is what the ledger says, with all that was withdrawn
up to the instant of each withdrawal. The *base* is the fold of the acts that still stand, from
which a withdrawal takes what holds from then on. They differ in few regions and for a short time,
so an act is done once where they agree on everything that it looks at. Since all acts are known
beforehand, it is known too how far back the later ones reach: what ended before is put aside.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from guidance.rules.acts import FOLDED, Act, ActKind
from guidance.rules.applying import check_correction
from guidance.rules.errors import (
    LaterActsDependOnIt,
    NothingToLift,
    RuleError,
    UnknownDeclaration,
)
from guidance.rules.facts import check_facts
from guidance.rules.foresight import Foresight, Sight
from guidance.rules.journal import Journal
from guidance.rules.lanes import Timeline
from guidance.rules.performing import perform
from guidance.rules.periods import EMPTY, Lane
from guidance.rules.places import Tree
from guidance.rules.shelf import Shelf, is_crowded, without_old_rows
from guidance.rules.splicing import splice
from guidance.rules.withdrawal import check_withdrawal
from guidance.rules.working import Working, looks_the_same


def fold(tree: Tree, acts: Iterable[Act]) -> Timeline:
    """Fold the published acts, in the order of the ledger; a refusal tells which by `act`."""
    ledger = list(acts)
    folding = Folding(tree, Foresight(ledger))
    with _no_garbage_collection():
        for index, act in enumerate(ledger):
            try:
                folding.take(index, act)
            except RuleError as refusal:
                refusal.act = act.sequence
                raise
        return folding.timeline()


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Spare the collector the rows of a fold.

    There are hundreds of thousands, they form no ring and live to the end: to look through them
    again and again would take longer than to fold.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class Folding:
    """Hold record and base while a ledger is folded; an act that is refused changes nothing."""

    def __init__(self, tree: Tree, foresight: Sight) -> None:
        self._tree = tree
        self._foresight = foresight
        self._reach = datetime.max.replace(tzinfo=UTC)
        self._taken: dict[int, Act] = {}
        self._withdrawn: set[int] = set()
        self._record: dict[str, Lane] = {}
        self._base = Journal(tree)
        self._apart: set[str] = set()
        self._shelf = Shelf()

    def timeline(self) -> Timeline:
        """Give the whole timeline of the ledger."""
        return Timeline(self._shelf.joined_with(self._record, self._withdrawn))

    def lane(self, code: str) -> Lane:
        """Give what the record holds of a region that later acts may still reach."""
        return self._record.get(code, EMPTY)

    def take(self, index: int, act: Act) -> None:
        """Fold the next act, or refuse it."""
        check_facts(self._tree, act)
        self._reach = self._foresight.reach(index)
        if act.kind in FOLDED:
            self._perform(act)
        elif act.kind is ActKind.CORRECT:
            check_correction(act, self._target(act))
        else:
            self._withdraw(act)
        self._taken[act.sequence] = act
        self._base.forget_before(min(self._foresight.first_target(index), act.sequence))

    def _target(self, act: Act) -> Act:
        target = self._taken.get(act.refers_to or 0)
        if target is None:
            raise UnknownDeclaration(act.refers_to or 0)
        return target

    def _perform(self, act: Act) -> None:
        working, refusal = self._try(act, self._base.lanes)
        if looks_the_same(working.touched, working.asked, self._record, self._apart):
            if refusal is not None:
                raise refusal
            changed = self._relieved(working)
            self._base.write(act, self._reach, working, changed)
            self._record.update(changed)
        else:
            self._perform_on_both(act, working, refusal)

    def _try(
        self, act: Act, lanes: dict[str, Lane], lift_must_find: bool = True
    ) -> tuple[Working, RuleError | None]:
        working = Working(self._tree, lanes, act.sequence)
        try:
            perform(working, act, lift_must_find)
        except RuleError as refusal:
            return working, refusal
        return working, None

    def _perform_on_both(self, act: Act, on_base: Working, refusal: RuleError | None) -> None:
        """Do the act on the record too, which does not look the same to it as the base."""
        on_record, record_refusal = self._try(act, self._record)
        if record_refusal is not None:
            raise record_refusal
        if isinstance(refusal, NothingToLift):
            on_base, refusal = self._try(act, self._base.lanes, lift_must_find=False)
        self._record.update(self._relieved(on_record))
        if refusal is None:
            changed = {
                code: without_old_rows(lane, self._reach) for code, lane in on_base.changed.items()
            }
            self._base.write(act, self._reach, on_base, changed)
        else:
            self._base.write(act, self._reach, on_base, {}, is_refused=True)
        self._reconcile(on_record.touched | on_base.touched)

    def _relieved(self, working: Working) -> dict[str, Lane]:
        return {
            code: self._shelf.clear(code, lane, self._reach) if is_crowded(lane) else lane
            for code, lane in working.changed.items()
        }

    def _reconcile(self, codes: Iterable[str]) -> None:
        """Note where record and base differ; where they no longer do, let them be one object.

        The base's is the one: acts that are done again may need more of it than those to come.
        """
        for code in codes:
            mine, other = self._record.get(code, EMPTY), self._base.lanes.get(code, EMPTY)
            if mine is other:
                self._apart.discard(code)
            elif mine.alive_since(self._reach) == other.alive_since(self._reach):
                self._shelf.clear(code, mine, self._reach)
                self._record[code] = other
                self._apart.discard(code)
            else:
                self._apart.add(code)

    def _withdraw(self, act: Act) -> None:
        target = self._target(act)
        check_withdrawal(act, target, self._withdrawn)
        redone = self._base.without(target.sequence)
        if redone.refused:
            raise LaterActsDependOnIt(target.sequence, redone.refused)
        self._base.adopt(redone)
        self._withdrawn.add(target.sequence)
        differing = self._apart | redone.lanes.keys()
        for code in differing:
            self._record[code] = splice(
                self._record.get(code, EMPTY),
                self._base.lanes.get(code, EMPTY),
                act.effective_at,
                target.sequence,
                act.sequence,
            )
        self._reconcile(differing)
