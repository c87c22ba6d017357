"""WITHDRAW and CORRECT, sentence by sentence."""

import pytest

from guidance.rules.acts import Act, ActKind
from guidance.rules.errors import (
    AlreadyWithdrawn,
    CannotBeCorrected,
    CannotBeWithdrawn,
    LaterActsDependOnIt,
    RuleError,
    UnexpectedFact,
    UnknownDeclaration,
)
from guidance.rules.levels import Level
from guidance.rules.outcomes import Word
from guidance.rules.timeline import fold
from tests.rules.ledger import kazakhstan, measure, on


def test_before_the_withdrawal_the_timeline_stays_and_is_marked() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-20")
    ledger.lift("KZ-15", at="2020-01-05")
    ledger.withdraw(1, published="2020-01-10")

    assert ledger.rows("KZ") == [("RED", "2020-01-01", "2020-01-05", 1)]
    assert ledger.rows("KZ-75") == [("RED", "2020-01-05", "2020-01-10", 1)]
    assert all(row.in_error for row in ledger.timeline.all_periods())
    [cut] = ledger.timeline.periods_of("KZ-75")
    assert (cut.planned_ends_at, cut.ended_by) == (on("2020-01-20"), 3)


def test_a_level_that_had_not_begun_leaves_no_trace() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-10", published="2020-01-01")
    ledger.withdraw(1, published="2020-01-05")

    assert not list(ledger.timeline.all_periods())


def test_the_replaced_level_comes_back_until_its_own_end() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-01", end="2020-01-20")
    ledger.declare("YELLOW", "KZ-15", start="2020-01-05")
    outcome = ledger.withdraw(2, published="2020-01-10").outcome("KZ-15")

    assert (outcome.word, outcome.before, outcome.after) == (
        Word.WITHDRAWN,
        Level.YELLOW,
        Level.RED,
    )
    assert ledger.rows("KZ-15") == [
        ("RED", "2020-01-01", "2020-01-05", 1),
        ("YELLOW", "2020-01-05", "2020-01-10", 2),
        ("RED", "2020-01-10", "2020-01-20", 1),
    ]


def test_halves_of_one_period_that_meet_are_one_again() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-01", end="2020-01-20")
    ledger.lift("KZ-15", at="2020-01-10")
    ledger.withdraw(2, published="2020-01-10")

    assert ledger.rows("KZ-15") == [("RED", "2020-01-01", "2020-01-20", 1)]
    [whole] = ledger.timeline.periods_of("KZ-15")
    assert (whole.planned_ends_at, whole.ended_by, whole.in_error) == (
        on("2020-01-20"),
        None,
        False,
    )


def test_a_withdrawn_lift_brings_back_what_it_lifted_and_carved() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01")
    ledger.lift("KZ-15", at="2020-01-05")
    ledger.withdraw(2, published="2020-01-10")

    assert ledger.levels("KZ-15", "2020-01-07", "2020-01-11") == [None, "RED"]
    assert ledger.at("KZ-75", "2020-01-11").inherited_from == "KZ"
    assert ledger.at("KZ-75", "2020-01-11").since == on("2020-01-01")


def test_an_act_that_would_be_refused_without_it_refuses_the_withdrawal_and_is_named() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-20")
    ledger.extend("KZ", to="2020-01-30", published="2020-01-05")
    ledger.extend("KZ-75", to="2020-02-10", published="2020-01-06")

    with pytest.raises(LaterActsDependOnIt) as refusal:
        ledger.withdraw(1, published="2020-01-10")

    assert refusal.value.declaration == 1
    assert refusal.value.dependents == (2, 3)
    ledger.withdraw(3, published="2020-01-10")
    ledger.withdraw(2, published="2020-01-10")
    ledger.withdraw(1, published="2020-01-10")
    assert ledger.level("KZ-75", "2020-01-10") is None


def test_a_lift_that_finds_nothing_without_it_does_nothing() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-01")
    ledger.declare("YELLOW", "KZ-75", start="2020-01-01")
    ledger.lift("KZ-15", "KZ-75", at="2020-01-05")
    ledger.withdraw(1, published="2020-01-10")

    assert ledger.rows("KZ-15") == [("RED", "2020-01-01", "2020-01-05", 1)]
    assert ledger.level("KZ-75", "2020-01-11") is None


def test_nothing_is_withdrawn_twice() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01")
    ledger.withdraw(1, published="2020-01-02")

    with pytest.raises(AlreadyWithdrawn) as refusal:
        ledger.withdraw(1, published="2020-01-03")

    assert (refusal.value.declaration, refusal.value.field) == (1, "refers_to")


def test_a_withdrawal_and_a_correction_are_not_withdrawn() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01")
    ledger.correct(1, published="2020-01-02")
    ledger.declare("RED", "KZ-15", start="2020-01-03")
    ledger.withdraw(3, published="2020-01-04")

    for number in (2, 4):
        with pytest.raises(CannotBeWithdrawn) as refusal:
            ledger.withdraw(number, published="2020-01-05")
        assert refusal.value.declaration == number


def test_an_earlier_withdrawal_stays_as_it_was_when_another_follows() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01", end="2020-01-30")
    ledger.declare("RED", "KZ-15", start="2020-01-02")
    ledger.declare("ORANGE", "KZ-15", start="2020-01-03", end="2020-01-20")
    ledger.withdraw(2, published="2020-01-05")
    ledger.withdraw(3, published="2020-01-06")

    assert ledger.rows("KZ-15") == [
        ("YELLOW", "2020-01-01", "2020-01-02", 1),
        ("RED", "2020-01-02", "2020-01-03", 2),
        ("ORANGE", "2020-01-03", "2020-01-06", 3),
        ("YELLOW", "2020-01-06", "2020-01-30", 1),
    ]
    assert [row.in_error for row in ledger.timeline.periods_of("KZ-15")] == [
        False,
        True,
        True,
        False,
    ]


def test_the_measures_of_a_withdrawn_act_end_even_those_with_their_own_period() -> None:
    ledger = kazakhstan()
    ledger.declare(
        "RED",
        "KZ-15",
        start="2020-01-01",
        measures=[measure("CURFEW"), measure("SEARCHES", end="2020-03-01")],
    )
    ledger.withdraw(1, published="2020-01-05")

    before, after = (ledger.at("KZ-15", day).measures for day in ("2020-01-04", "2020-01-05"))
    assert {(row.code, row.in_error) for row in before} == {("CURFEW", True), ("SEARCHES", True)}
    assert after == ()


def test_a_withdrawal_has_no_facts_but_what_it_refers_to() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01")

    with pytest.raises(UnexpectedFact) as refusal:
        ledger.publish(ActKind.WITHDRAW, on("2020-01-02"), refers_to=1, regions=("KZ",))

    assert refusal.value.field == "regions"


def test_an_archived_withdrawal_speaks_from_its_own_start() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01")
    ledger.publish(ActKind.WITHDRAW, on("2020-01-10"), refers_to=1, starts_at=on("2020-01-05"))

    assert ledger.rows("KZ") == [("RED", "2020-01-01", "2020-01-05", 1)]


def test_a_correction_changes_no_level_and_may_correct_a_correction() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01")
    before = ledger.timeline
    ledger.correct(1, published="2020-01-02")
    applied = ledger.correct(2, published="2020-01-03")

    assert ledger.timeline == before
    assert (applied.kind, applied.outcomes) == (ActKind.CORRECT, ())


def test_a_withdrawal_is_not_corrected() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01")
    ledger.withdraw(1, published="2020-01-02")

    with pytest.raises(CannotBeCorrected) as refusal:
        ledger.correct(2, published="2020-01-03")

    assert refusal.value.declaration == 2


@pytest.mark.parametrize("kind", [ActKind.WITHDRAW, ActKind.CORRECT])
def test_the_fold_names_the_act_that_refers_to_nothing(kind: ActKind) -> None:
    act = Act(7, kind, on("2020-01-01"), refers_to=3)

    with pytest.raises(UnknownDeclaration) as refusal:
        fold(kazakhstan().tree, [act])

    assert (refusal.value.declaration, refusal.value.act) == (3, 7)


def test_the_fold_names_the_act_that_no_longer_holds() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01")
    lift = Act(2, ActKind.LIFT, on("2020-01-02"), ("KZ-15-aqtobe",), starts_at=on("2020-01-02"))

    with pytest.raises(RuleError) as refusal:
        fold(ledger.tree, [*ledger.acts, lift])

    assert refusal.value.act == 2
