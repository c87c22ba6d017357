"""The desk as a machine of random steps, beside the naive model of both ledgers."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from guidance import situations
from guidance.models import Declaration, Desk, Ledger
from guidance.publish import (
    NotAllowed,
    SamePerson,
    SituationChanged,
    content_hash,
    publish,
    reject,
    return_,
    save_draft,
    submit,
)
from guidance.publishing.facts import act_of
from guidance.rules.acts import Act, ActKind
from guidance.rules.errors import RuleError
from guidance.stored.atlas import present_atlas
from tests import factories
from tests.faults.desk_invariants import Witness
from tests.rules.naive import Naive, Refused
from tests.rules.test_naive_model import OF_THE_FACTS
from tests.rules.worlds import KINDS, START, STEP, Numbers, World

SEEDS = st.integers(0, 2**48)
FIRST, LAST = 6, 40  # the naive model has sixty half days


def numbers(seed: int) -> Numbers:
    """Draw evenly what an act is made from; its facts are sound."""
    dice = Random(seed)  # noqa: S311
    return Numbers(
        kind=dice.randrange(len(KINDS)),
        region=dice.randint(0, 15),
        second=dice.randint(0, 20),
        level=dice.randint(1, 3),
        wait=0,
        offset=dice.randint(-2, 4),
        length=dice.choice((0, 0, 1, 2, 4, 6, 8)),
        target=dice.randint(0, 5),
        spoil=60,
    )


@dataclass
class Waiting:
    """Hold a draft in one of its states, and what an approver read of it, and when."""

    row: Declaration
    seen: str = ""


class DeskMachine(RuleBasedStateMachine):
    """Take the steps of the desk at random; the database must agree with the naive model."""

    people: dict[str, Any]

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        situations.forget()
        self.tree = present_atlas().tree
        self.desk = Desk.objects.get(code="republican")
        self.cell = FIRST
        self.naive = {exercise: Naive(self.tree, START) for exercise in (False, True)}
        self.drafts: list[Declaration] = []
        self.waiting: list[Waiting] = []
        self.witness = Witness(self.tree, self.naive)

    def teardown(self) -> None:
        self.witness.look_at_everything(self.now)
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)
        situations.forget()

    @property
    def now(self) -> datetime:
        return START + self.cell * STEP

    @rule(cells=st.integers(1, 3))
    def let_time_pass(self, cells: int) -> None:
        self.cell = min(self.cell + cells, LAST)
        self.witness.look(self.now)

    @rule(seed=SEEDS, exercise=st.sampled_from((False, False, True)))
    def draft(self, seed: int, exercise: bool) -> None:
        draft = self._drawn(seed, exercise)
        if draft is not None:
            self.drafts.append(self._saved(draft, exercise))

    @precondition(lambda self: self.drafts)
    @rule(seed=SEEDS)
    def write_anew(self, seed: int) -> None:
        old = self.drafts.pop(0)
        draft = self._drawn(seed, old.exercise)
        self.drafts.append(self._saved(draft, old.exercise, old) if draft else old)

    @precondition(lambda self: self.drafts)
    @rule()
    def submit(self) -> None:
        row = self.drafts.pop(0)
        expected = self._expected(row)
        try:
            row = submit(row, by=self.people["drafter"], at=self.now)
        except RuleError as refusal:
            self._agree(refusal, expected)
            return
        assert expected == "Applied"
        self.waiting.append(Waiting(row))

    @precondition(lambda self: self.waiting)
    @rule(is_final=st.booleans())
    def send_back(self, is_final: bool) -> None:
        row = self.waiting.pop(0).row
        step = reject if is_final else return_
        row = step(row, by=self.people["approver"], reason="No.", at=self.now)
        if not is_final:
            self.drafts.append(row)

    @precondition(lambda self: self.waiting)
    @rule()
    def read(self) -> None:
        """Open the page of approval, and leave it open."""
        waiting = self.waiting[0]
        waiting.seen = self._seen(waiting.row) or waiting.seen

    @precondition(lambda self: self.waiting)
    @rule()
    def publish_as_read_before(self) -> None:
        waiting = self.waiting[0]
        if waiting.seen:
            is_the_same = waiting.seen == self._seen(waiting.row)
            self._publish(waiting, waiting.seen, is_the_same)

    @precondition(lambda self: self.waiting)
    @rule()
    def publish(self) -> None:
        seen = self._seen(self.waiting[0].row)
        if seen is not None:
            self._publish(self.waiting[0], seen, True)

    @precondition(lambda self: self.waiting)
    @rule(who=st.sampled_from(("drafter", "stranger")))
    def approve_without_right(self, who: str) -> None:
        row = self.waiting[0].row
        try:
            publish(row, approver=self.people[who], at=self.now, seen_hash="")
        except SamePerson:
            assert who == "drafter"
        except (NotAllowed, SituationChanged):
            assert who == "stranger"
        else:
            raise AssertionError("published without right")
        self.witness.look(self.now)

    @rule(
        seeds=st.lists(SEEDS, min_size=2, max_size=5),
        exercise=st.sampled_from((False, False, False, True)),
    )
    def act_at_once(self, seeds: list[int], exercise: bool) -> None:
        """Draft, submit, read and publish, a few times: the desk at four in the morning."""
        before, self.drafts = self.drafts, []
        waited, self.waiting = self.waiting, []
        for seed in seeds:
            self.draft(seed, exercise)
            if self.drafts:
                self.submit()
            if self.waiting:
                self.publish()
        self.drafts, self.waiting = before, waited

    def _drawn(self, seed: int, exercise: bool) -> Any:
        count = Ledger.objects.get(exercise=exercise).count
        act = World(self.tree, count, self.cell).act(numbers(seed))
        number = ""
        if act.refers_to is not None:
            if not count:
                return None
            number = Declaration.objects.get(exercise=exercise, sequence=act.refers_to).number
        # "From approval" is the usual start.
        starts_at = None if act.starts_at == self.now else act.starts_at
        return factories.draft(
            act=act.kind.value,
            level=act.level.name if act.level else "",
            regions=act.regions,
            starts_at=starts_at,
            ends_at=act.ends_at,
            measures=act.measures,
            refers_to=number,
        )

    def _saved(self, draft: Any, exercise: bool, old: Declaration | None = None) -> Declaration:
        return save_draft(
            draft, by=self.people["drafter"], desk=self.desk, at=self.now, exercise=exercise,
            declaration=old,
        )  # fmt: skip

    def _act(self, row: Declaration) -> Act:
        ledger = Ledger.objects.get(exercise=row.exercise)
        fresh = Declaration.objects.with_facts().get(pk=row.pk)
        act = act_of(fresh, sequence=ledger.count + 1, published_at=self.now)
        return replace(act, measures=())

    def _expected(self, row: Declaration, *, keep: bool = False) -> str:
        """Ask the naive model what comes of an act; let it keep the act if it is published."""
        naive = self.naive[row.exercise] if keep else deepcopy(self.naive[row.exercise])
        try:
            naive.publish(self._act(row))
        except Refused as refusal:
            return str(refusal)
        return "Applied"

    def _agree(self, refusal: RuleError, expected: str) -> None:
        if not isinstance(refusal, OF_THE_FACTS):
            assert type(refusal).__name__ == expected
        self.witness.look(self.now)

    def _seen(self, row: Declaration) -> str | None:
        try:
            return content_hash(row, self.now)
        except RuleError as refusal:
            self._agree(refusal, self._expected(row))
            return None

    def _publish(self, waiting: Waiting, seen: str, is_the_same: bool) -> None:
        row = waiting.row
        try:
            published = publish(
                row, approver=self.people["approver"], at=self.now, seen_hash=seen
            )  # fmt: skip
        except SituationChanged as change:
            assert not is_the_same
            if change.refusal is not None:
                self._agree(change.refusal, self._expected(row))
            self.witness.look(self.now)
            return
        assert is_the_same
        self.waiting = [other for other in self.waiting if other is not waiting]
        act = replace(self._act_published(published), measures=())
        self.naive[row.exercise].publish(act)
        self.witness.look_closely(self.now, ActKind(published.act))

    def _act_published(self, row: Declaration) -> Act:
        fresh = Declaration.objects.with_facts().get(pk=row.pk)
        return act_of(fresh, sequence=int(fresh.sequence or 0), published_at=self.now)
