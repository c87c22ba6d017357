"""A part of the timeline, and a checkpoint of the base, answer as the whole does."""

import json
from datetime import datetime

import pytest
from hypothesis import given, settings

from guidance.rules.acts import Act, ActKind
from guidance.rules.errors import NeedsEarlierPeriods, RuleError
from guidance.rules.lanes import Timeline
from guidance.rules.places import Tree
from guidance.rules.situation import Situation, situation
from guidance.rules.timeline import (
    Applied,
    Checkpoint,
    apply,
    checkpoint_after,
    difference,
    needs_since,
    withdraw,
)
from tests.rules.ledger import kazakhstan, on
from tests.rules.worlds import START, STEP, Numbers, Play, lists_of_numbers, play, played, trees

ledgers = given(trees(), lists_of_numbers(4, 30))
some = settings(max_examples=80, deadline=None, derandomize=True, database=None)


def part(timeline: Timeline, act: Act) -> Timeline:
    """Give what a publication loads: what can still matter, and the rows of a withdrawn act."""
    since = needs_since(act)

    def is_loaded(ends_at: datetime | None, declaration: int) -> bool:
        return ends_at is None or ends_at >= since or declaration == act.refers_to

    return Timeline.from_periods(
        [row for row in timeline.all_periods() if is_loaded(row.ends_at, row.declaration)],
        [row for row in timeline.all_spans() if is_loaded(row.ends_at, row.declaration)],
        complete_since=since,
    )


def attempt(playing: Play, timeline: Timeline, act: Act) -> Applied | RuleError:
    target = next((past for past in playing.acts if past.sequence == act.refers_to), None)
    try:
        if act.kind is ActKind.WITHDRAW and target is not None:
            return withdraw(
                playing.tree,
                timeline,
                act,
                target=target,
                withdrawn=playing.withdrawn,
                acts=playing.acts,
            ).applied
        return apply(playing.tree, timeline, act, target)
    except RuleError as refusal:
        return refusal


@some
@ledgers
def test_an_act_does_to_a_part_what_it_does_to_the_whole(tree: Tree, drawn: list[Numbers]) -> None:
    for playing, act, outcome in play(tree, drawn):
        if act.refers_to is not None and act.refers_to > len(playing.acts):
            continue
        loaded = part(playing.timeline, act)
        found = attempt(playing, loaded, act)
        if isinstance(outcome, RuleError) or isinstance(found, RuleError):
            assert str(found) == str(outcome)
        else:
            assert (found.kind, found.outcomes) == (outcome.kind, outcome.outcomes)
            ours, whole = (
                difference(loaded, found.timeline),
                difference(playing.timeline, outcome.timeline),
            )
            assert [set(rows) for rows in ours] == [set(rows) for rows in whole]


def widening(tree: Tree, timeline: Timeline, at: datetime) -> Situation:
    """Ask for a situation as a loader does: with little first, and more when told."""
    since = at
    for _ in range(100):
        try:
            return situation(tree, timeline.alive_since(since), at)
        except NeedsEarlierPeriods as lack:
            since = lack.since
    raise AssertionError("the situation asks for more and more")


@some
@ledgers
def test_a_situation_from_a_part_is_that_from_the_whole(tree: Tree, drawn: list[Numbers]) -> None:
    playing = played(tree, drawn)
    for cell in range(2, 50, 7):
        at = START + cell * STEP
        assert widening(tree, playing.timeline, at) == situation(tree, playing.timeline, at)


def test_a_withdrawal_from_a_checkpoint_is_that_from_the_beginning() -> None:
    compared = 0

    @some
    @ledgers
    def compare(tree: Tree, drawn: list[Numbers]) -> None:
        nonlocal compared
        checkpoints: list[Checkpoint] = []
        for playing, act, outcome in play(tree, drawn):
            target = next((row for row in playing.acts if row.sequence == act.refers_to), None)
            if act.kind is ActKind.WITHDRAW and target and not isinstance(outcome, RuleError):
                before = [row for row in checkpoints if row.sequence < target.sequence]
                if before:
                    compared += assert_same_from(before[-1], playing, act, target, outcome)
                checkpoints = before
            elif not isinstance(outcome, RuleError):
                checkpoints.append(next_checkpoint(playing, checkpoints))

    compare()

    assert compared >= 20


def next_checkpoint(playing: Play, checkpoints: list[Checkpoint]) -> Checkpoint:
    last = checkpoints[-1] if checkpoints else None
    since = [act for act in playing.acts if last is None or act.sequence > last.sequence]
    try:
        found = checkpoint_after(playing.tree, last, since, withdrawn=playing.withdrawn)
    except NeedsEarlierPeriods:
        found = checkpoint_after(playing.tree, None, playing.acts, withdrawn=playing.withdrawn)
    return Checkpoint.from_json(json.loads(json.dumps(found.to_json())))


def assert_same_from(
    start: Checkpoint, playing: Play, act: Act, target: Act, whole: Applied
) -> bool:
    try:
        found = withdraw(
            playing.tree,
            part(playing.timeline, act),
            act,
            target=target,
            withdrawn=playing.withdrawn,
            acts=[past for past in playing.acts if past.sequence > start.sequence],
            start=start,
        )
    except NeedsEarlierPeriods:
        return False
    rows = difference(part(playing.timeline, act), found.applied.timeline)
    expected = difference(playing.timeline, whole.timeline)
    assert [set(row) for row in rows] == [set(row) for row in expected]
    return True


def test_an_act_that_reaches_back_too_far_asks_for_more_instead_of_answering() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ", start="2020-01-01", end="2020-01-10")
    short = ledger.timeline.alive_since(on("2020-01-12"))
    lift = Act(2, ActKind.LIFT, on("2020-01-12"), ("KZ",), starts_at=on("2020-01-12"))

    with pytest.raises(NeedsEarlierPeriods) as lack:
        apply(ledger.tree, short, lift)

    assert lack.value.since == on("2020-01-11")


def test_a_withdrawal_from_a_checkpoint_that_holds_its_target_is_a_mistake_of_the_caller() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ", start="2020-01-01")
    start = checkpoint_after(ledger.tree, None, ledger.acts, withdrawn=())
    act = Act(2, ActKind.WITHDRAW, on("2020-01-02"), refers_to=1)

    with pytest.raises(ValueError, match="already holds"):
        withdraw(
            ledger.tree,
            ledger.timeline,
            act,
            target=ledger.acts[0],
            withdrawn=(),
            acts=(),
            start=start,
        )
