"""DECLARE and CHANGE, sentence by sentence of domain.md section 4."""

import pytest

from guidance.rules.acts import ActKind
from guidance.rules.errors import EndNotAfterStart, MissingFact, StartTooEarly, UnknownRegion
from guidance.rules.levels import Level
from guidance.rules.outcomes import Word
from tests.rules.ledger import kazakhstan, on


def test_an_own_period_of_the_same_level_that_covers_the_start_ends_for_good() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01", end="2020-01-20")
    ledger.declare("YELLOW", "KZ-15", start="2020-01-05", end="2020-01-10")

    assert ledger.rows("KZ-15") == [
        ("YELLOW", "2020-01-01", "2020-01-05", 1),
        ("YELLOW", "2020-01-05", "2020-01-10", 2),
    ]


def test_what_continues_an_ended_period_ends_with_it() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-01", end="2020-01-10")
    ledger.extend("KZ-15", to="2020-01-20", published="2020-01-09")
    ledger.declare("YELLOW", "KZ-15", start="2020-01-05", end="2020-01-07")

    assert ledger.rows("KZ-15") == [
        ("RED", "2020-01-01", "2020-01-05", 1),
        ("YELLOW", "2020-01-05", "2020-01-07", 3),
    ]


def test_a_later_own_period_loses_only_the_time_of_the_new_one() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15", start="2020-01-10", end="2020-01-20", published="2020-01-01")
    ledger.declare("YELLOW", "KZ-15", start="2020-01-05", end="2020-01-15")

    assert ledger.rows("KZ-15") == [
        ("YELLOW", "2020-01-05", "2020-01-15", 2),
        ("RED", "2020-01-15", "2020-01-20", 1),
    ]


def test_a_lower_own_period_makes_room_and_goes_on_after_the_end() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01")
    ledger.declare("RED", "KZ-15", start="2020-01-05", end="2020-01-07")

    assert ledger.rows("KZ-15") == [
        ("YELLOW", "2020-01-01", "2020-01-05", 1),
        ("RED", "2020-01-05", "2020-01-07", 2),
        ("YELLOW", "2020-01-07", None, 1),
    ]
    first, _, last = ledger.timeline.periods_of("KZ-15")
    assert (first.planned_ends_at, first.ended_by) == (None, 2)
    assert (last.planned_ends_at, last.ended_by) == (None, None)


def test_a_wide_act_lowers_no_narrower_higher_level_and_tells_which_stay() -> None:
    ledger = kazakhstan()
    ledger.declare("ORANGE", "KZ", start="2020-01-01")
    ledger.declare("YELLOW", "KZ-71", start="2020-01-05")
    applied = ledger.declare("YELLOW", "KZ", start="2020-01-10")

    stays = {
        (row.code, row.level.name, row.declaration) for row in applied.outcomes[0].stays_higher
    }
    assert stays == {(code, "ORANGE", 1) for code in ("KZ-10", "KZ-15", "KZ-63", "KZ-75")}
    assert ledger.level("KZ-75", "2020-01-11") == "ORANGE"


def test_a_part_named_with_the_whole_is_no_longer_among_those_that_stay() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ-15-aqtobe", start="2020-01-01")
    applied = ledger.declare("YELLOW", "KZ-15-aqtobe", "KZ-15", start="2020-01-10")

    assert [row.stays_higher for row in applied.outcomes] == [(), ()]
    assert ledger.level("KZ-15-aqtobe", "2020-01-11") == "YELLOW"


@pytest.mark.parametrize(
    ("before", "level", "kind", "word"),
    [
        (None, "YELLOW", ActKind.DECLARE, Word.DECLARED),
        ("YELLOW", "RED", ActKind.CHANGE, Word.RAISED),
        ("RED", "ORANGE", ActKind.CHANGE, Word.LOWERED),
        ("ORANGE", "ORANGE", ActKind.CHANGE, Word.CONFIRMED),
    ],
)
def test_the_public_word_compares_before_and_after(
    before: str | None, level: str, kind: ActKind, word: Word
) -> None:
    ledger = kazakhstan()
    if before:
        ledger.declare(before, "KZ-15", start="2020-01-01")
    applied = ledger.declare(level, "KZ-15", start="2020-01-05")

    outcome = applied.outcome("KZ-15")
    assert (applied.kind, outcome.word) == (kind, word)
    assert (outcome.before, outcome.after) == (before and Level[before], Level[level])
    assert outcome.own_after is not None
    assert outcome.own_after.declaration == len(ledger.acts)


def test_an_act_is_a_change_if_any_named_region_had_a_level_itself_or_around_it() -> None:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ-15", start="2020-01-01")
    applied = ledger.declare("RED", "KZ-75", "KZ-15-aqtobe", start="2020-01-05")

    assert applied.kind is ActKind.CHANGE
    assert [row.word for row in applied.outcomes] == [Word.DECLARED, Word.RAISED]


def test_the_start_may_lie_a_day_before_publication_and_in_the_archive_anywhere() -> None:
    desk, archive = kazakhstan(is_archived=False), kazakhstan()

    desk.declare("RED", "KZ", start="2020-01-01 12:00", published="2020-01-02 12:00")
    archive.declare("RED", "KZ", start="2019-01-01", published="2020-01-02")
    with pytest.raises(StartTooEarly) as refusal:
        desk.declare("RED", "KZ", start="2020-01-01 11:59", published="2020-01-02 12:00")

    assert (refusal.value.field, refusal.value.act) == ("starts_at", 2)
    assert refusal.value.earliest == on("2020-01-01 12:00")


def test_one_refused_region_refuses_the_act() -> None:
    ledger = kazakhstan()

    with pytest.raises(UnknownRegion) as refusal:
        ledger.declare("RED", "KZ-15", "KZ-99", start="2020-01-01")

    assert refusal.value.region == "KZ-99"
    assert not list(ledger.timeline.all_periods())


def test_an_end_is_after_its_start() -> None:
    with pytest.raises(EndNotAfterStart) as refusal:
        kazakhstan().declare("RED", "KZ", start="2020-01-01", end="2020-01-01")

    assert refusal.value.field == "ends_at"


@pytest.mark.parametrize("fact", ["regions", "level", "starts_at"])
def test_a_missing_fact_is_named_as_the_field(fact: str) -> None:
    facts = {"regions": ("KZ",), "level": Level.RED, "starts_at": on("2020-01-01")}
    del facts[fact]

    with pytest.raises(MissingFact) as refusal:
        kazakhstan().publish(ActKind.DECLARE, on("2020-01-01"), **facts)

    assert refusal.value.field == fact
