"""What the situation says, on its own and against a count of half days."""

from datetime import date, datetime

from hypothesis import given, settings

from guidance.rules.levels import Level
from guidance.rules.places import Place, Tree
from guidance.rules.situation import situation, stretches
from guidance.rules.timeline import Timeline
from guidance.rules.working import Working
from tests.rules.ledger import Ledger, kazakhstan, measure, on
from tests.rules.worlds import START, STEP, Numbers, lists_of_numbers, played, trees

CELLS = [START + cell * STEP for cell in range(60)]


def answered(tree: Tree, timeline: Timeline, code: str, at: datetime) -> Level | None:
    """Give the level by the law's own words, one instant at a time."""
    predecessor = tree.predecessor_at(code, at)
    if predecessor is not None:
        return answered(tree, timeline, predecessor, at)
    return Working(tree, timeline.lanes, 0).level_at(code, at)


@settings(max_examples=80, deadline=None, derandomize=True, database=None)
@given(trees(), lists_of_numbers(3, 24))
def test_level_since_and_until_are_those_found_by_counting(
    tree: Tree, drawn: list[Numbers]
) -> None:
    timeline = played(tree, drawn).timeline
    levels = {code: [answered(tree, timeline, code, at) for at in CELLS] for code in tree}
    for cell in range(1, 55, 6):
        there = situation(tree, timeline, CELLS[cell])
        for code, place in there.regions.items():
            level = levels[code][cell]
            assert place.level == level
            if level is None:
                assert (place.since, place.until, place.declarations) == (None, None, ())
                continue
            first = last = cell
            while first and levels[code][first - 1] == level:
                first -= 1
            while last < 60 and levels[code][last] == level:
                last += 1
            assert place.since == CELLS[first]
            assert place.until == (CELLS[last] if last < 60 else None)
        assert there.highest == max(
            filter(None, (row[cell] for row in levels.values())), default=None
        )


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(trees(), lists_of_numbers(3, 24))
def test_nothing_changes_before_the_next_change(tree: Tree, drawn: list[Numbers]) -> None:
    timeline = played(tree, drawn).timeline
    rows = [*timeline.all_periods(), *timeline.all_spans()]
    instants = {row.starts_at for row in rows} | {row.ends_at for row in rows if row.ends_at}
    for at in CELLS[::5]:
        later = [instant for instant in instants if instant > at]
        assert situation(tree, timeline, at, ()).next_change == min(later, default=None)


def test_a_region_answers_with_the_declarations_of_its_whole_run_in_order() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01", end="2020-01-10")
    ledger.declare("YELLOW", "KZ", start="2020-01-05", end="2020-01-15")
    ledger.extend("KZ", to="2020-01-20", published="2020-01-14")

    there = ledger.at("KZ-15", "2020-01-02")

    assert there.declarations == (1, 2, 3)
    assert (there.since, there.until) == (on("2020-01-01"), on("2020-01-20"))
    assert ledger.at("KZ-75", "2020-01-12").declarations == (2, 3)


def test_a_run_ends_where_a_higher_level_begins_and_goes_on_after_it_as_another() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01", end="2020-01-20")
    ledger.declare("RED", "KZ", start="2020-01-05", end="2020-01-07")

    runs = [ledger.at("KZ-15", day) for day in ("2020-01-02", "2020-01-06", "2020-01-08")]

    assert [row.declarations for row in runs] == [(1,), (2,), (1,)]
    assert [row.since for row in runs] == [on(f"2020-01-0{day}") for day in (1, 5, 7)]


def test_an_own_level_wins_a_tie_and_else_the_nearest_ancestor_is_named() -> None:
    ledger = Ledger(
        Place("KZ", None, "COUNTRY"),
        Place("KZ-15", "KZ", "REGION"),
        Place("KZ-15-a", "KZ-15", "TOWN"),
    )
    ledger.declare("YELLOW", "KZ-15-a", start="2020-01-01", end="2020-01-03")
    ledger.declare("YELLOW", "KZ", start="2020-01-01", end="2020-01-10")
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01", end="2020-01-05")

    days = ("2020-01-02", "2020-01-04", "2020-01-06")
    assert [ledger.at("KZ-15-a", day).inherited_from for day in days] == [None, "KZ-15", "KZ"]


def test_inside_names_where_a_level_begins_the_highest_first() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01")
    ledger.declare("RED", "KZ-15-aqtobe", start="2020-01-02")
    ledger.declare("ORANGE", "KZ-75", start="2020-01-03", end="2020-02-01")

    there = ledger.situation("2020-01-10").regions

    found = [(row.code, row.level.name, row.since, row.until) for row in there["KZ"].inside]
    assert found == [
        ("KZ-15-aqtobe", "RED", on("2020-01-02"), None),
        ("KZ-75", "ORANGE", on("2020-01-03"), on("2020-02-01")),
        ("KZ-15", "YELLOW", on("2020-01-01"), None),
    ]
    assert [row.code for row in there["KZ-15"].inside] == ["KZ-15-aqtobe"]
    assert there["KZ-15-aqtobe"].inside == ()


def test_the_parts_of_a_region_not_yet_established_count_inside_its_predecessor() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-10-semei", start="2021-01-01", end="2023-01-01")

    before, after = ledger.situation("2021-06-01").regions, ledger.situation("2022-07-01").regions

    def inside(code: str) -> list[list[str]]:
        return [[row.code for row in there[code].inside] for there in (before, after)]

    assert inside("KZ-63") == [["KZ-10-semei"], []]
    assert inside("KZ-10") == [["KZ-10-semei"], ["KZ-10-semei"]]
    assert inside("KZ") == [["KZ-10-semei"], ["KZ-10-semei"]]


def test_a_region_not_yet_established_is_not_listed_inside_others() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-63", start="2021-01-01", end="2023-01-01")

    before, after = ledger.at("KZ", "2021-06-01"), ledger.at("KZ", "2022-07-01")

    assert [row.code for row in before.inside] == ["KZ-63"]
    assert [row.code for row in after.inside] == ["KZ-10", "KZ-63"]


def test_a_run_crosses_the_day_on_which_a_region_was_established() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-63", start="2022-06-01", end="2022-06-20")

    there = ledger.at("KZ-10", "2022-06-10")

    assert (there.since, there.until) == (on("2022-06-01"), on("2022-06-20"))
    assert there.inherited_from is None
    assert there.declarations == (1,)


def test_no_level_has_no_beginning_no_end_and_no_declaration() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-01", end="2020-01-02")

    there = ledger.at("KZ-75", "2020-01-01")

    assert (there.level, there.since, there.until, there.inherited_from) == (None,) * 4
    assert (there.declarations, there.measures, there.in_error) == ((), (), False)


def test_a_level_is_in_error_only_if_nothing_rightful_gives_it() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-20")
    ledger.declare("RED", "KZ-15", start="2020-01-02", end="2020-01-20")
    ledger.declare("RED", "KZ-75", start="2020-01-02", end="2020-01-20")
    ledger.withdraw(1, published="2020-01-05")

    there = ledger.situation("2020-01-03").regions
    assert (there["KZ-71"].in_error, there["KZ-15"].in_error) == (True, False)


def test_the_bound_of_an_answer_is_also_the_day_on_which_a_region_is_established() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2022-01-01", end="2022-12-01")

    there = ledger.situation("2022-06-01")

    assert there.next_change == on("2022-12-01")
    assert there.valid_until == on("2022-06-08")
    assert ledger.situation("2022-06-08").valid_until == on("2022-12-01")


def test_only_the_asked_regions_are_answered_but_the_highest_is_over_all() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15-aqtobe", start="2020-01-01")

    there = situation(ledger.tree, ledger.timeline, on("2020-01-02"), ["KZ-75"])

    assert list(there.regions) == ["KZ-75"]
    assert there.highest is Level.RED


def test_measures_of_the_region_and_of_those_around_it_are_shown_with_their_whole_run() -> None:
    ledger = kazakhstan()
    ledger.declare(
        "YELLOW", "KZ", start="2020-01-01", end="2020-01-10", measures=[measure("SEARCHES")]
    )
    ledger.extend("KZ", to="2020-01-20", published="2020-01-09")
    ledger.declare("RED", "KZ-15", start="2020-01-05", measures=[measure("CURFEW")])

    found = {row.code: row for row in ledger.at("KZ-15", "2020-01-12").measures}

    assert (found["CURFEW"].region, found["CURFEW"].declaration) == ("KZ-15", 3)
    assert (found["SEARCHES"].region, found["SEARCHES"].declaration) == ("KZ", 2)
    assert found["SEARCHES"].since == on("2020-01-01")
    assert found["SEARCHES"].until == on("2020-01-20")


def test_the_stretches_of_a_day_tell_every_level_with_its_hours() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01 06:00", end="2020-01-05")
    ledger.declare("RED", "KZ", start="2020-01-01 12:00", end="2020-01-01 18:00")

    day = stretches(ledger.tree, ledger.timeline, "KZ-15", on("2020-01-01"), on("2020-01-02"))

    found = [(piece.level and piece.level.name, piece.start) for piece in day]
    hours = (None, "00:00"), ("YELLOW", "06:00"), ("RED", "12:00"), ("YELLOW", "18:00")
    assert found == [(level, on(f"2020-01-01 {hour}")) for level, hour in hours]


def test_midnight_of_establishment_is_that_of_the_regions_own_zone() -> None:
    zones = {"KZ-1": "Asia/Aqtobe", "KZ-2": "Asia/Almaty"}
    places = [
        Place(code, "KZ", "REGION", False, date(2022, 6, 8), "KZ-0", zone)
        for code, zone in zones.items()
    ]
    tree = Tree([Place("KZ", None, "COUNTRY"), Place("KZ-0", "KZ", "REGION"), *places])

    found = [established.hour for code in zones if (established := tree.established_at(code))]

    assert found == [19, 18]
