"""The worked examples of domain.md section 5, by number; the ninth is one of publication."""

import pytest

from guidance.rules.acts import ActKind
from guidance.rules.errors import CannotCarveOut
from guidance.rules.levels import Level
from guidance.rules.outcomes import Word
from tests.rules.ledger import kazakhstan, on


def test_1_a_wide_yellow_lowers_no_red_town_and_shows_through_when_it_is_lifted() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15-aqtobe", start="2016-06-05")
    applied = ledger.declare("YELLOW", "KZ", start="2016-06-06", end="2016-07-16")

    [stays] = applied.outcome("KZ").stays_higher
    assert (stays.code, stays.level) == ("KZ-15-aqtobe", Level.RED)
    there = ledger.situation("2016-06-07").regions
    assert there["KZ-15-aqtobe"].level is Level.RED
    assert [(row.code, row.level) for row in there["KZ-15"].inside] == [("KZ-15-aqtobe", Level.RED)]
    others = {row.level for code, row in there.items() if code != "KZ-15-aqtobe"}
    assert others == {Level.YELLOW}

    lifted = ledger.lift("KZ-15-aqtobe", at="2016-06-12").outcome("KZ-15-aqtobe")
    assert (lifted.word, lifted.before, lifted.after) == (Word.LIFTED, Level.RED, Level.YELLOW)
    assert lifted.carved_from == ()
    assert ledger.at("KZ-15-aqtobe", "2016-06-12").inherited_from == "KZ"
    assert ledger.rows("KZ") == [("YELLOW", "2016-06-06", "2016-07-16", 2)]


def test_2_an_extension_makes_one_unbroken_run_by_two_declarations() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ", start="2016-06-06", end="2016-07-16")
    applied = ledger.extend("KZ", to="2016-08-15", published="2016-07-15")

    assert applied.outcome("KZ").word is Word.EXTENDED
    for day in ("2016-06-07", "2016-07-16", "2016-08-14 23:59"):
        there = ledger.at("KZ", day)
        assert (there.since, there.until) == (on("2016-06-06"), on("2016-08-15"))
        assert there.declarations == (1, 2)


def test_3_an_own_yellow_equal_to_the_inherited_one_carves_nothing() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ", start="2016-06-06", end="2016-08-15")
    ledger.declare("RED", "KZ-75", start="2016-07-18 11:30")
    applied = ledger.declare("YELLOW", "KZ-75", start="2016-07-18 17:09", end="2016-08-15")

    outcome = applied.outcome("KZ-75")
    assert (applied.kind, outcome.word) == (ActKind.CHANGE, Word.LOWERED)
    assert outcome.carved_from == ()
    assert ledger.at("KZ-75", "2016-07-19").inherited_from is None
    assert ledger.rows("KZ") == [("YELLOW", "2016-06-06", "2016-08-15", 1)]


def test_4_a_lift_at_the_instant_of_the_planned_end_is_an_all_clear_without_effect() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ", start="2016-06-06", end="2017-01-16")
    before = ledger.timeline
    applied = ledger.lift("KZ", at="2017-01-16")

    assert applied.outcome("KZ").word is Word.ALL_CLEAR
    assert ledger.timeline == before


def test_5_lifting_all_regions_but_two_leaves_red_in_two_by_the_first_declaration() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01")
    ledger.lift("KZ-63", "KZ-71", at="2020-01-05")

    there = ledger.situation("2020-01-06").regions
    assert ledger.rows("KZ") == [("RED", "2020-01-01", "2020-01-05", 1)]
    assert there["KZ"].level is None
    assert {code for code in ("KZ-15", "KZ-63", "KZ-71", "KZ-75") if there[code].level} == {
        "KZ-15",
        "KZ-75",
    }
    assert there["KZ-15"].declarations == (1,)
    assert there["KZ-15"].since == on("2020-01-01")


def test_6_a_lower_level_is_carved_out_and_leaves_no_level_after_its_end() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01")
    applied = ledger.declare("ORANGE", "KZ-71", start="2020-01-05", end="2020-01-19")

    assert applied.outcome("KZ-71").carved_from == (1,)
    days = ("2020-01-04", "2020-01-05", "2020-01-19")
    assert ledger.levels("KZ-71", *days) == ["RED", "ORANGE", None]
    assert ledger.levels("KZ-75", *days) == ["RED", "RED", "RED"]


def test_7_a_town_cannot_be_carved_out_of_a_region_whose_parts_are_not_complete() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-01")

    with pytest.raises(CannotCarveOut) as refusal:
        ledger.declare("YELLOW", "KZ-15-aqtobe", start="2020-01-02")

    assert refusal.value.wider == refusal.value.incomplete == "KZ-15"
    assert refusal.value.region == "KZ-15-aqtobe"


def test_8_a_red_in_error_is_withdrawn_and_the_yellow_before_it_comes_back() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01", end="2020-01-20")
    ledger.declare("RED", "KZ-15", start="2020-01-13 14:02")
    applied = ledger.withdraw(2, published="2020-01-13 14:05")

    outcome = applied.outcome("KZ-15")
    assert (outcome.before, outcome.after) == (Level.RED, Level.YELLOW)
    moments = ("14:01", "14:02", "14:04", "14:05")
    there = [ledger.at("KZ-15", f"2020-01-13 {moment}") for moment in moments]
    assert [row.level and row.level.name for row in there] == ["YELLOW", "RED", "RED", "YELLOW"]
    assert [row.in_error for row in there] == [False, True, True, False]
    assert there[3].until == on("2020-01-20")


def test_10_a_region_answers_for_a_day_before_it_existed_with_its_predecessors_level() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-63", start="2022-01-05", end="2022-01-20")

    there = ledger.at("KZ-10", "2022-01-10")
    assert (there.level, there.inherited_from, there.formed_from) == (Level.RED, "KZ-63", "KZ-63")
    assert (there.since, there.until) == (on("2022-01-05"), on("2022-01-20"))
    assert ledger.at("KZ-10", "2022-06-09").formed_from is None


def test_11_a_lower_level_goes_on_after_a_higher_one_and_a_higher_one_not_after_a_lower() -> None:
    raised, lowered = kazakhstan(), kazakhstan()
    raised.declare("YELLOW", "KZ-15", start="2020-02-01", end="2020-03-01")
    raised.declare("RED", "KZ-15", start="2020-02-05", end="2020-02-06")
    lowered.declare("RED", "KZ-15", start="2020-02-01", end="2020-03-01")
    lowered.declare("YELLOW", "KZ-15", start="2020-02-05", end="2020-02-06")

    days = ("2020-02-04", "2020-02-05", "2020-02-06", "2020-03-01")
    assert raised.levels("KZ-15", *days) == ["YELLOW", "RED", "YELLOW", None]
    assert lowered.levels("KZ-15", *days) == ["RED", "YELLOW", None, None]
