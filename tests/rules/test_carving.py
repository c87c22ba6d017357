"""Carving a region out of a wider period."""

import pytest

from guidance.rules.errors import CannotCarveOut
from guidance.rules.places import Place
from tests.rules.ledger import Ledger, kazakhstan, on


def whole() -> Ledger:
    """Give a ledger over a country and two regions, all known in all their parts."""
    return Ledger(
        Place("KZ", None, "COUNTRY", parts_are_complete=True),
        Place("KZ-1", "KZ", "REGION", parts_are_complete=True),
        Place("KZ-2", "KZ", "REGION", parts_are_complete=True),
        Place("KZ-1-a", "KZ-1", "TOWN"),
        Place("KZ-1-b", "KZ-1", "TOWN"),
        Place("KZ-2-c", "KZ-2", "TOWN"),
    )


def test_on_the_way_down_every_other_child_is_handed_the_period() -> None:
    ledger = whole()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-02-01")
    ledger.declare("YELLOW", "KZ-1-a", start="2020-01-10", end="2020-01-15")

    assert ledger.rows("KZ") == [("RED", "2020-01-01", "2020-01-10", 1)]
    assert ledger.rows("KZ-1") == []
    for heir in ("KZ-2", "KZ-1-b"):
        assert ledger.rows(heir) == [("RED", "2020-01-10", "2020-02-01", 1)]
    assert ledger.rows("KZ-2-c") == []
    assert ledger.levels("KZ-1", "2020-01-09", "2020-01-10") == ["RED", None]


def test_a_period_that_begins_later_is_carved_from_its_own_start_and_vanishes() -> None:
    ledger = whole()
    ledger.declare("RED", "KZ", start="2020-01-10", end="2020-02-01", published="2020-01-01")
    ledger.declare("YELLOW", "KZ-2", start="2020-01-05", end="2020-01-15")

    assert ledger.rows("KZ") == []
    assert ledger.rows("KZ-1") == [("RED", "2020-01-10", "2020-02-01", 1)]
    assert ledger.levels("KZ-2", "2020-01-12", "2020-01-16") == ["YELLOW", None]


def test_what_continues_a_carved_period_is_carved_too() -> None:
    ledger = whole()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-10")
    ledger.extend("KZ", to="2020-01-20", published="2020-01-05")
    applied = ledger.declare("YELLOW", "KZ-2", start="2020-01-06", end="2020-01-08")

    assert applied.outcome("KZ-2").carved_from == (1, 2)
    assert ledger.rows("KZ") == [("RED", "2020-01-01", "2020-01-06", 1)]
    assert ledger.rows("KZ-1") == [
        ("RED", "2020-01-06", "2020-01-10", 1),
        ("RED", "2020-01-10", "2020-01-20", 2),
    ]


def test_a_region_that_is_handed_a_period_keeps_the_higher_instant_by_instant() -> None:
    ledger = whole()
    ledger.declare("RED", "KZ-1", start="2020-01-05", end="2020-01-10", published="2020-01-01")
    ledger.declare("YELLOW", "KZ-1", start="2020-01-15", end="2020-01-30", published="2020-01-01")
    ledger.declare("ORANGE", "KZ", start="2020-01-02", end="2020-01-20")
    ledger.lift("KZ-2", at="2020-01-03")

    assert ledger.rows("KZ-1") == [
        ("ORANGE", "2020-01-03", "2020-01-05", 3),
        ("RED", "2020-01-05", "2020-01-10", 1),
        ("ORANGE", "2020-01-10", "2020-01-20", 3),
        ("YELLOW", "2020-01-20", "2020-01-30", 2),
    ]


def test_its_own_period_wins_a_tie() -> None:
    ledger = whole()
    ledger.declare("RED", "KZ-1", start="2020-01-05", end="2020-01-10")
    ledger.declare("RED", "KZ", start="2020-01-05", end="2020-01-20")
    ledger.lift("KZ-2", at="2020-01-06")

    assert ledger.rows("KZ-1") == [
        ("RED", "2020-01-05", "2020-01-10", 1),
        ("RED", "2020-01-10", "2020-01-20", 2),
    ]


def test_of_two_carved_ancestors_a_part_keeps_the_period_of_the_nearer() -> None:
    ledger = whole()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-20")
    ledger.declare("RED", "KZ-1", start="2020-01-02", end="2020-01-10")
    ledger.lift("KZ-1-a", at="2020-01-05")

    assert ledger.at("KZ-1-b", "2020-01-03").inherited_from == "KZ-1"
    assert ledger.rows("KZ-1-b") == [
        ("RED", "2020-01-05", "2020-01-10", 2),
        ("RED", "2020-01-10", "2020-01-20", 1),
    ]


def test_an_equal_or_lower_level_around_is_not_carved() -> None:
    ledger = whole()
    ledger.declare("ORANGE", "KZ", start="2020-01-01")
    ledger.declare("ORANGE", "KZ-1", start="2020-01-02", end="2020-01-03")
    ledger.declare("RED", "KZ-2", start="2020-01-02", end="2020-01-03")

    assert ledger.rows("KZ") == [("ORANGE", "2020-01-01", None, 1)]
    assert ledger.levels("KZ-2", "2020-01-02", "2020-01-03") == ["RED", "ORANGE"]


def test_a_higher_level_that_only_begins_within_the_time_is_carved() -> None:
    ledger = whole()
    ledger.declare("RED", "KZ", start="2020-01-10", published="2020-01-01")
    ledger.declare("YELLOW", "KZ-1", start="2020-01-02", end="2020-01-10")

    assert ledger.rows("KZ") == [("RED", "2020-01-10", None, 1)]

    ledger.declare("YELLOW", "KZ-1", start="2020-01-02", end="2020-01-11")

    assert ledger.rows("KZ") == []


def test_incomplete_parts_on_the_way_down_refuse_the_act_and_are_named() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01")

    with pytest.raises(CannotCarveOut) as refusal:
        ledger.lift("KZ-15-aqtobe", at="2020-01-02")

    error = refusal.value
    assert (error.region, error.wider, error.incomplete) == ("KZ-15-aqtobe", "KZ", "KZ-15")
    assert (error.declaration, error.level.name, error.field) == (1, "RED", "regions")


def test_the_way_out_of_incomplete_parts_is_to_change_the_whole_and_name_the_parts() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-01")
    ledger.declare("YELLOW", "KZ-15", "KZ-15-aqtobe", start="2020-01-02")

    assert ledger.level("KZ-15-aqtobe", "2020-01-02") == "YELLOW"


def test_the_parts_of_a_carved_region_keep_their_own_higher_levels() -> None:
    ledger = kazakhstan()
    ledger.declare("ORANGE", "KZ", start="2020-01-01")
    ledger.declare("RED", "KZ-15-aqtobe", start="2020-01-01")
    applied = ledger.declare("YELLOW", "KZ-15", start="2020-01-02")

    assert [row.code for row in applied.outcomes[0].stays_higher] == ["KZ-15-aqtobe"]
    assert ledger.level("KZ-15-aqtobe", "2020-01-03") == "RED"


def test_a_handed_period_keeps_its_planned_end_and_its_declaration() -> None:
    ledger = whole()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-20")
    ledger.lift("KZ-2", at="2020-01-05")

    [handed] = ledger.timeline.periods_of("KZ-1")
    assert (handed.declaration, handed.planned_ends_at) == (1, on("2020-01-20"))
    assert handed.ended_by is None
    [rest] = ledger.timeline.periods_of("KZ")
    assert (rest.ends_at, rest.ended_by) == (on("2020-01-05"), 2)
