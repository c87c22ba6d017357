"""Measures, and how they follow the period of their declaration."""

import pytest

from guidance.rules.acts import ActKind
from guidance.rules.errors import (
    MeasureEndNotAfterStart,
    MeasureNeedsPeriod,
    MeasureOutsideRegions,
)
from guidance.rules.places import Place
from tests.rules.ledger import Ledger, kazakhstan, measure, on


def shown(ledger: Ledger, code: str, *days: str) -> list[set[str]]:
    return [{row.code for row in ledger.at(code, f"2020-01-{day}").measures} for day in days]


def test_a_measure_without_regions_and_period_has_those_of_its_act() -> None:
    ledger = kazakhstan()
    ledger.declare(
        "RED", "KZ-15", "KZ-75", start="2020-01-05", end="2020-01-10", measures=[measure("CURFEW")]
    )

    for code in ("KZ-15", "KZ-75", "KZ-15-aqtobe"):
        assert shown(ledger, code, "04", "05", "09", "10") == [set(), {"CURFEW"}, {"CURFEW"}, set()]
    assert shown(ledger, "KZ", "06") == [set()]


def test_a_measure_may_stand_in_a_part_of_the_named_region() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-05", measures=[measure("CURFEW", "KZ-15-aqtobe")])

    assert shown(ledger, "KZ-15-aqtobe", "06") == [{"CURFEW"}]
    assert shown(ledger, "KZ-15", "06") == [set()]


def test_a_measure_of_two_nested_regions_follows_the_nearer() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", "KZ-15-aqtobe", start="2020-01-05", measures=[measure("CURFEW")])
    ledger.lift("KZ-15", at="2020-01-07")

    assert shown(ledger, "KZ-15", "06", "08") == [{"CURFEW"}, set()]
    assert shown(ledger, "KZ-15-aqtobe", "06", "08") == [{"CURFEW"}, {"CURFEW"}]


def test_a_measure_is_cut_with_its_period() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-05", measures=[measure("CURFEW")])
    ledger.declare("YELLOW", "KZ-15", start="2020-01-08", measures=[measure("SEARCHES")])

    assert shown(ledger, "KZ-15", "07", "08") == [{"CURFEW"}, {"SEARCHES"}]


def test_the_same_level_with_a_new_list_replaces_the_measures() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-05", measures=[measure("CURFEW")])
    ledger.declare("RED", "KZ-15", start="2020-01-08", measures=[measure("SEARCHES")])

    assert shown(ledger, "KZ-15", "07", "08") == [{"CURFEW"}, {"SEARCHES"}]


def test_a_period_that_makes_room_for_a_higher_level_keeps_its_measures_running() -> None:
    ledger = kazakhstan()
    ledger.declare(
        "YELLOW", "KZ-15", start="2020-01-01", end="2020-01-20", measures=[measure("SEARCHES")]
    )
    ledger.declare(
        "RED", "KZ-15", start="2020-01-05", end="2020-01-07", measures=[measure("CURFEW")]
    )

    assert shown(ledger, "KZ-15", "04", "06", "08", "20") == [
        {"SEARCHES"},
        {"SEARCHES", "CURFEW"},
        {"SEARCHES"},
        set(),
    ]


def test_a_word_upon_what_stood_over_a_lower_period_replaces_that_ones_measures_too() -> None:
    ledger = kazakhstan()
    ledger.declare(
        "YELLOW", "KZ-15", start="2020-01-01", end="2020-01-20", measures=[measure("SEARCHES")]
    )
    ledger.declare("RED", "KZ-15", start="2020-01-05", end="2020-01-12")
    ledger.declare("YELLOW", "KZ-15", start="2020-01-07", end="2020-01-09")

    # The yellow of the first act is not in force until it comes back on the 12th.
    assert ledger.levels("KZ-15", "2020-01-08", "2020-01-10", "2020-01-13") == [
        "YELLOW",
        None,
        "YELLOW",
    ]
    assert shown(ledger, "KZ-15", "06", "08", "10", "13") == [
        {"SEARCHES"},
        set(),
        set(),
        {"SEARCHES"},
    ]


def test_a_later_period_that_loses_time_to_a_lower_word_loses_its_measures_for_it() -> None:
    ledger = kazakhstan()
    ledger.declare(
        "RED",
        "KZ-15",
        start="2020-01-10",
        end="2020-01-20",
        published="2020-01-01",
        measures=[measure("CURFEW")],
    )
    ledger.declare("YELLOW", "KZ-15", start="2020-01-05", end="2020-01-15")

    assert shown(ledger, "KZ-15", "12", "15", "20") == [set(), {"CURFEW"}, set()]


def test_measures_are_handed_down_with_the_period_inside_their_regions() -> None:
    ledger = kazakhstan()
    ledger.declare(
        "RED",
        "KZ",
        start="2020-01-01",
        measures=[
            measure("CURFEW"),
            measure("SEARCHES", "KZ-15-aqtobe"),
            measure("STAY_INDOORS", "KZ-75"),
        ],
    )
    ledger.lift("KZ-75", at="2020-01-05")

    assert shown(ledger, "KZ-75", "04", "05") == [{"CURFEW", "STAY_INDOORS"}, set()]
    assert shown(ledger, "KZ-71", "04", "05") == [{"CURFEW"}, {"CURFEW"}]
    assert shown(ledger, "KZ-15-aqtobe", "04", "05") == [{"CURFEW", "SEARCHES"}] * 2
    ledger.lift("KZ-15", at="2020-01-07")
    assert shown(ledger, "KZ-15-aqtobe", "08") == [set()]


def test_a_measure_of_a_region_on_the_way_down_goes_to_its_other_parts() -> None:
    ledger = Ledger(
        Place("KZ", None, "COUNTRY", True),
        Place("KZ-1", "KZ", "REGION", True),
        Place("KZ-2", "KZ", "REGION"),
        Place("KZ-1-a", "KZ-1", "TOWN"),
        Place("KZ-1-b", "KZ-1", "TOWN"),
    )
    ledger.declare("RED", "KZ", start="2020-01-01", measures=[measure("CURFEW", "KZ-1")])
    ledger.lift("KZ-1-a", at="2020-01-05")

    assert shown(ledger, "KZ-1-b", "04", "06") == [{"CURFEW"}, {"CURFEW"}]
    assert shown(ledger, "KZ-1-a", "04", "06") == [{"CURFEW"}, set()]
    assert shown(ledger, "KZ-2", "04", "06") == [set(), set()]


def test_an_extension_carries_the_measures_on_to_the_new_end() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-10", measures=[measure("CURFEW")])
    ledger.extend("KZ-15", to="2020-01-20", published="2020-01-05")

    assert shown(ledger, "KZ-15", "05", "12", "20") == [{"CURFEW"}, {"CURFEW"}, set()]
    assert shown(ledger, "KZ-75", "05", "12") == [{"CURFEW"}, set()]
    ledger.lift("KZ-15", at="2020-01-15")
    assert shown(ledger, "KZ-15", "14", "15") == [{"CURFEW"}, set()]


def test_after_a_lift_only_measures_with_a_period_of_their_own_go_on() -> None:
    ledger = kazakhstan()
    ledger.declare(
        "RED",
        "KZ-15",
        start="2020-01-01",
        measures=[measure("CURFEW"), measure("QUARANTINE", start="2020-01-03", end="2020-01-25")],
    )
    ledger.lift("KZ-15", at="2020-01-10")

    assert shown(ledger, "KZ-15", "02", "04", "10", "25") == [
        {"CURFEW"},
        {"CURFEW", "QUARANTINE"},
        {"QUARANTINE"},
        set(),
    ]


def test_a_lift_may_name_a_measure_that_goes_on_with_a_period_of_its_own() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-01")
    ledger.publish(
        ActKind.LIFT,
        on("2020-01-10"),
        regions=("KZ-15",),
        starts_at=on("2020-01-10"),
        measures=(measure("QUARANTINE", end="2020-01-25"),),
    )

    assert shown(ledger, "KZ-15", "09", "10", "25") == [set(), {"QUARANTINE"}, set()]


def test_a_measure_of_a_lift_or_an_extension_needs_a_period() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-01", end="2020-01-10")
    facts = {"regions": ("KZ-15",), "measures": (measure("CURFEW"),)}

    for kind, own in (
        (ActKind.LIFT, {"starts_at": on("2020-01-05")}),
        (ActKind.EXTEND, {"ends_at": on("2020-01-20")}),
    ):
        with pytest.raises(MeasureNeedsPeriod) as refusal:
            ledger.publish(kind, on("2020-01-05"), **facts, **own)
        assert (refusal.value.measure, refusal.value.field) == ("CURFEW", "measures")


def test_a_measure_stands_inside_the_named_regions() -> None:
    for region in ("KZ", "KZ-75", "KZ-99"):
        with pytest.raises(MeasureOutsideRegions) as refusal:
            kazakhstan().declare(
                "RED", "KZ-15", start="2020-01-01", measures=[measure("CURFEW", region)]
            )
        assert refusal.value.region == region


@pytest.mark.parametrize(("start", "end"), [("2020-01-05", "2020-01-05"), (None, "2020-01-01")])
def test_a_measure_ends_after_it_begins(start: str | None, end: str) -> None:
    with pytest.raises(MeasureEndNotAfterStart):
        kazakhstan().declare(
            "RED", "KZ-15", start="2020-01-01", measures=[measure("CURFEW", start=start, end=end)]
        )


def test_the_same_measure_named_twice_is_one() -> None:
    ledger = kazakhstan()
    ledger.declare(
        "RED", "KZ-15", start="2020-01-01", measures=[measure("CURFEW"), measure("CURFEW", "KZ-15")]
    )

    assert len(list(ledger.timeline.all_spans())) == 1
