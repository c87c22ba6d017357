"""LIFT, sentence by sentence."""

import pytest

from guidance.rules.acts import ActKind
from guidance.rules.errors import NothingToLift, UnexpectedFact
from guidance.rules.levels import Level
from guidance.rules.outcomes import Word
from tests.rules.ledger import kazakhstan, on


def test_own_periods_are_cut_and_later_ones_vanish() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-01", end="2020-01-10")
    ledger.declare("YELLOW", "KZ-15", start="2020-01-10", end="2020-01-20", published="2020-01-02")
    ledger.lift("KZ-15", at="2020-01-05")

    assert ledger.rows("KZ-15") == [("RED", "2020-01-01", "2020-01-05", 1)]


def test_the_same_level_of_an_ancestor_is_lifted_with_the_own_one() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01")
    ledger.declare("RED", "KZ-15", start="2020-01-02")
    applied = ledger.lift("KZ-15", at="2020-01-05")

    assert applied.outcome("KZ-15").carved_from == (1,)
    assert ledger.level("KZ-15", "2020-01-05") is None
    assert ledger.level("KZ-75", "2020-01-05") == "RED"


def test_a_lower_level_of_an_ancestor_shows_through() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ", start="2020-01-01")
    ledger.declare("RED", "KZ-15", start="2020-01-02")
    outcome = ledger.lift("KZ-15", at="2020-01-05").outcome("KZ-15")

    assert (outcome.word, outcome.after) == (Word.LIFTED, Level.YELLOW)
    assert ledger.rows("KZ") == [("YELLOW", "2020-01-01", None, 1)]


def test_an_own_lower_level_under_the_lifted_one_goes_too() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01", end="2020-02-01")
    ledger.declare("RED", "KZ", start="2020-01-02")
    ledger.lift("KZ-15", at="2020-01-05")

    assert ledger.level("KZ-15", "2020-01-05") is None


def test_the_parts_of_a_lifted_region_keep_their_levels_and_are_told() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", "KZ-15-aqtobe", start="2020-01-01")
    outcome = ledger.lift("KZ-15", at="2020-01-05").outcome("KZ-15")

    assert [row.code for row in outcome.stays_higher] == ["KZ-15-aqtobe"]
    assert ledger.level("KZ-15-aqtobe", "2020-01-06") == "RED"


def test_what_was_in_force_is_asked_before_the_act_and_the_widest_region_goes_first() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-01")
    applied = ledger.lift("KZ-15-aqtobe", "KZ-15", at="2020-01-05")

    assert [row.word for row in applied.outcomes] == [Word.LIFTED, Word.LIFTED]
    assert [row.carved_from for row in applied.outcomes] == [(), ()]


@pytest.mark.parametrize("at", ["2020-01-10", "2020-01-11"])
def test_an_all_clear_is_accepted_up_to_a_day_after_the_planned_end(at: str) -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")
    before = ledger.timeline
    applied = ledger.lift("KZ-15", at=at)

    assert applied.outcome("KZ-15").word is Word.ALL_CLEAR
    assert ledger.timeline == before


def test_nothing_is_lifted_later_than_a_day_after_the_end() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")

    with pytest.raises(NothingToLift) as refusal:
        ledger.lift("KZ-15", at="2020-01-11 00:01")

    assert (refusal.value.region, refusal.value.field) == ("KZ-15", "regions")


def test_an_end_by_another_act_does_not_count_as_planned() -> None:
    lifted, carved, changed, withdrawn = (kazakhstan() for _ in range(4))
    lifted.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")
    lifted.lift("KZ", at="2020-01-05")
    carved.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")
    carved.lift("KZ-15", at="2020-01-05")
    changed.declare("RED", "KZ-15", start="2020-01-01", end="2020-01-10")
    changed.declare("YELLOW", "KZ-15", start="2020-01-05", end="2020-01-05 01:00")
    changed.lift("KZ-15", at="2020-01-05 00:30")
    withdrawn.declare("RED", "KZ", start="2020-01-01", end="2020-01-05")
    withdrawn.withdraw(1, published="2020-01-05")

    for ledger in (lifted, carved, changed, withdrawn):
        with pytest.raises(NothingToLift):
            ledger.lift("KZ-15", at="2020-01-05 12:00")


def test_a_lift_has_no_level_and_no_end() -> None:
    for facts in ({"level": Level.RED}, {"ends_at": on("2020-02-01")}):
        with pytest.raises(UnexpectedFact) as refusal:
            kazakhstan().publish(
                ActKind.LIFT,
                on("2020-01-01"),
                regions=("KZ",),
                starts_at=on("2020-01-01"),
                **facts,
            )
        assert refusal.value.field in facts
