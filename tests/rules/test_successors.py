"""Regions formed later, and what an act of the time before does to them."""

from datetime import date

import pytest

from guidance.rules.errors import NotYetEstablished
from guidance.rules.places import Place
from tests.rules.ledger import Ledger, kazakhstan, measure, on


def test_an_act_on_the_predecessor_is_folded_as_if_it_named_the_successor_too() -> None:
    ledger = kazakhstan()
    applied = ledger.declare("RED", "KZ-63", start="2022-06-01", end="2022-07-01")

    assert ledger.rows("KZ-10") == ledger.rows("KZ-63")
    assert [row.region for row in applied.outcomes] == ["KZ-63"]


def test_from_its_first_day_on_each_region_is_acted_on_by_its_own_name() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-63", start="2022-06-01", end="2022-07-01")
    ledger.lift("KZ-63", at="2022-06-08")

    assert ledger.levels("KZ-63", "2022-06-07", "2022-06-08") == ["RED", None]
    assert ledger.levels("KZ-10", "2022-06-07", "2022-06-08") == ["RED", "RED"]
    ledger.lift("KZ-10", at="2022-06-09")
    assert ledger.level("KZ-10", "2022-06-09") is None


def test_the_start_decides_and_for_an_extension_the_publication() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-63", start="2022-06-01", end="2022-06-20")
    ledger.extend("KZ-63", to="2022-07-01", published="2022-06-07")
    ledger.extend("KZ-63", to="2022-07-10", published="2022-06-08")

    assert ledger.rows("KZ-10")[-1] == ("RED", "2022-06-20", "2022-07-01", 2)
    assert ledger.rows("KZ-63")[-1] == ("RED", "2022-07-01", "2022-07-10", 3)


def test_a_region_alone_is_not_named_for_a_time_before_it_was_established() -> None:
    ledger = kazakhstan()

    with pytest.raises(NotYetEstablished) as refusal:
        ledger.declare("RED", "KZ-10", start="2022-06-07 23:59")

    error = refusal.value
    assert (error.region, error.predecessor, error.field) == ("KZ-10", "KZ-63", "regions")
    assert error.established_on == date(2022, 6, 8)
    ledger.declare("RED", "KZ-10", "KZ-63", start="2022-06-07 23:59")
    ledger.declare("RED", "KZ-10", start="2022-06-08")


def test_successors_of_successors_are_meant_too() -> None:
    ledger = Ledger(
        Place("KZ", None, "COUNTRY", True),
        Place("KZ-1", "KZ", "REGION"),
        Place("KZ-2", "KZ", "REGION", False, date(2020, 3, 1), "KZ-1"),
        Place("KZ-3", "KZ", "REGION", False, date(2020, 6, 1), "KZ-2"),
    )
    ledger.declare("RED", "KZ-1", start="2020-01-01", end="2021-01-01")
    ledger.lift("KZ-2", at="2020-04-01")

    there = ledger.situation("2020-02-01").regions
    assert (there["KZ-3"].formed_from, there["KZ-3"].inherited_from) == ("KZ-2", "KZ-2")
    assert [ledger.level(code, "2020-05-01") for code in ("KZ-1", "KZ-2", "KZ-3")] == [
        "RED",
        None,
        None,
    ]


def test_a_region_carved_out_takes_its_successor_along() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2022-05-01", end="2023-01-01")
    applied = ledger.lift("KZ-63", at="2022-05-10")

    assert [row.region for row in applied.outcomes] == ["KZ-63"]
    days = ("2022-06-01", "2022-07-01")
    assert ledger.levels("KZ-10", *days) == ledger.levels("KZ-63", *days) == [None, None]
    assert ledger.levels("KZ-75", *days) == ["RED", "RED"]


def test_a_successor_that_parted_from_its_predecessor_refuses_no_act_that_does_not_name_it() -> (
    None
):
    ledger = Ledger(
        Place("KZ", None, "COUNTRY", True),
        Place("KZ-1", "KZ", "REGION"),
        Place("KZ-2", "KZ", "REGION", True, date(2020, 3, 1), "KZ-1"),
        Place("KZ-2-a", "KZ-2", "TOWN"),
    )
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-02-20")
    ledger.lift("KZ-2-a", at="2020-01-02")
    assert ledger.rows("KZ-2") == []

    ledger.extend("KZ-1", to="2020-02-25", published="2020-01-03")
    ledger.lift("KZ-1", at="2020-01-04")

    assert ledger.level("KZ-1", "2020-01-05") is None


def test_measures_reach_the_successor_too() -> None:
    ledger = kazakhstan()
    ledger.declare(
        "RED",
        "KZ-63",
        start="2022-06-01",
        end="2022-07-01",
        measures=[measure("CURFEW", "KZ-63"), measure("SEARCHES", end="2022-08-01")],
    )

    found = [
        {row.code for row in ledger.at("KZ-10", day).measures}
        for day in ("2022-06-02", "2022-06-09", "2022-07-02")
    ]
    assert found == [{"CURFEW", "SEARCHES"}, {"CURFEW", "SEARCHES"}, {"SEARCHES"}]
    before = ledger.at("KZ-10", "2022-06-02").measures
    assert {row.region for row in before} == {"KZ-63"}
    assert on("2022-06-01") == before[0].since
