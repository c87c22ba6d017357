"""EXTEND, sentence by sentence."""

import pytest

from guidance.rules.errors import (
    AnotherPeriodFollows,
    EndNotLater,
    NoEndToExtend,
    NothingToExtend,
)
from guidance.rules.outcomes import Word
from tests.rules.ledger import kazakhstan, on


def test_the_own_period_in_force_is_meant_before_any_around_it() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")
    ledger.declare("RED", "KZ-15", start="2020-01-01", end="2020-01-08")
    ledger.extend("KZ-15", to="2020-01-20", published="2020-01-05")

    assert ledger.rows("KZ-15")[-1] == ("RED", "2020-01-08", "2020-01-20", 3)


def test_else_the_highest_period_around_is_meant_and_the_region_gets_its_own() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01", end="2020-01-15")
    ledger.declare("ORANGE", "KZ", start="2020-01-01", end="2020-01-10")
    outcome = ledger.extend("KZ-15-aqtobe", to="2020-01-20", published="2020-01-05").outcomes[0]

    assert outcome.word is Word.EXTENDED
    assert outcome.own_before is not None
    assert (outcome.own_before.region, outcome.own_before.level.name) == ("KZ", "ORANGE")
    assert ledger.rows("KZ-15-aqtobe") == [("ORANGE", "2020-01-10", "2020-01-20", 3)]
    assert ledger.level("KZ-15", "2020-01-16") is None


def test_of_equal_periods_around_the_nearest_is_meant() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")
    ledger.declare("RED", "KZ-15", start="2020-01-01", end="2020-01-08")
    ledger.extend("KZ-15-aqtobe", to="2020-01-20", published="2020-01-05")

    assert ledger.rows("KZ-15-aqtobe") == [("RED", "2020-01-08", "2020-01-20", 3)]


def test_the_last_of_those_that_continue_the_period_is_meant() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")
    ledger.extend("KZ", to="2020-01-20", published="2020-01-05")
    ledger.extend("KZ", to="2020-01-30", published="2020-01-06")

    assert ledger.rows("KZ")[-1] == ("RED", "2020-01-20", "2020-01-30", 3)


def test_a_level_that_ended_as_planned_within_a_day_is_extended_from_its_end() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")
    ledger.extend("KZ", to="2020-01-20", published="2020-01-11")

    assert ledger.rows("KZ")[-1] == ("RED", "2020-01-10", "2020-01-20", 2)


def test_of_two_that_ended_within_a_day_the_own_one_is_meant() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01", end="2020-01-10 06:00")
    ledger.extend("KZ-15", to="2020-01-20", published="2020-01-10 12:00")

    assert ledger.rows("KZ-15")[-1] == ("YELLOW", "2020-01-10 06:00", "2020-01-20", 3)


@pytest.mark.parametrize("published", ["2020-01-11 00:01", "2020-01-20"])
def test_a_level_that_ended_longer_ago_is_not_extended(published: str) -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")

    with pytest.raises(NothingToExtend) as refusal:
        ledger.extend("KZ", to="2020-01-30", published=published)

    assert refusal.value.region == "KZ"


def test_a_lifted_and_a_withdrawn_level_are_not_extended() -> None:
    lifted, withdrawn = kazakhstan(), kazakhstan()
    for ledger in (lifted, withdrawn):
        ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")
    lifted.lift("KZ", at="2020-01-05")
    withdrawn.withdraw(1, published="2020-01-10")

    for ledger, published in ((lifted, "2020-01-05 12:00"), (withdrawn, "2020-01-10 12:00")):
        with pytest.raises(NothingToExtend):
            ledger.extend("KZ", to="2020-01-30", published=published)


def test_a_period_without_an_end_is_not_extended() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01")

    with pytest.raises(NoEndToExtend) as refusal:
        ledger.extend("KZ-15", to="2020-01-30", published="2020-01-05")

    assert (refusal.value.region, refusal.value.declaration) == ("KZ-15", 1)


@pytest.mark.parametrize("to", ["2020-01-10", "2020-01-09"])
def test_the_new_end_is_later_than_the_present_one(to: str) -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")

    with pytest.raises(EndNotLater) as refusal:
        ledger.extend("KZ", to=to, published="2020-01-05")

    assert (refusal.value.field, refusal.value.present_end) == ("ends_at", on("2020-01-10"))


def test_another_own_period_in_the_way_refuses_the_extension() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")
    ledger.declare("YELLOW", "KZ", start="2020-01-15", end="2020-01-20", published="2020-01-02")

    with pytest.raises(AnotherPeriodFollows) as refusal:
        ledger.extend("KZ", to="2020-01-16", published="2020-01-05")

    assert (refusal.value.declaration, refusal.value.starts_at) == (2, on("2020-01-15"))
    ledger.extend("KZ", to="2020-01-15", published="2020-01-05")


def test_nothing_is_carved_by_an_extension() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01", end="2020-01-10")
    ledger.declare("RED", "KZ", start="2020-01-08", published="2020-01-02")
    outcome = ledger.extend("KZ-15", to="2020-01-20", published="2020-01-05").outcome("KZ-15")

    assert outcome.carved_from == ()
    assert ledger.level("KZ-15", "2020-01-15") == "RED"
