"""The situation with names and numbers: kept in the process, and read in few queries."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from guidance import situations
from guidance.models import Ledger, LevelPeriod, MeasureKind, Region
from guidance.rules.acts import NamedMeasure
from guidance.rules.levels import Level
from guidance.situations import at_instant, forget, history, present
from guidance.stored.atlas import forget_atlas, present_atlas, regions_changed
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    forget()


def test_the_present_costs_one_query_once_it_is_kept(
    aqtobe: Office, django_assert_num_queries: Any
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver)
    present(NOON)

    with django_assert_num_queries(1):  # head and token of the ledger
        answer = present(NOON + MINUTE)

    assert answer.place("KZ-15").level is Level.ORANGE
    assert answer.at == NOON + MINUTE


def test_an_answer_costs_five_queries_while_the_regions_are_kept(
    aqtobe: Office, django_assert_num_queries: Any
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver)
    present(NOON)
    situations._kept.clear()

    # ledger; how far to look back and ahead; periods; measures
    with django_assert_num_queries(5):
        present(NOON)


def test_a_publication_is_seen_at_once(aqtobe: Office) -> None:
    assert present(NOON).highest is None

    factories.published(aqtobe.drafter, aqtobe.approver)

    assert present(NOON).highest is Level.ORANGE


def test_the_end_of_a_level_is_seen_at_its_instant(aqtobe: Office) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver)
    end = NOON + 10 * DAY

    assert present(NOON).next_change == end
    assert present(end - MINUTE).highest is Level.ORANGE
    assert present(end).highest is None


def test_an_instant_before_the_kept_one_is_answered_anew(aqtobe: Office) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver)
    present(NOON + DAY)

    assert present(NOON - DAY).highest is None


def test_a_renamed_region_is_seen_at_once(reference_data: None) -> None:
    present(NOON)

    Region.objects.filter(code="KZ-15").update(name_en="Another name")
    regions_changed()

    assert present(NOON).region("KZ-15").name_en == "Another name"


def test_numbers_stand_for_declarations(aqtobe: Office) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, measures=factories.CHECKS)
    factories.published(aqtobe.drafter, aqtobe.approver, act="EXTEND", ends_at=NOON + 20 * DAY)

    answer = present(NOON)

    assert answer.numbers_of(answer.place("KZ-15")) == ["2026-0001", "2026-0002"]
    assert answer.place("KZ-15").until == NOON + 20 * DAY
    measure = answer.place("KZ-15").measures[0]
    assert answer.measures[measure.code].name_en == "Documents are checked"


def test_an_exercise_changes_nothing_but_the_exercises(aqtobe: Office) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, exercise=True)

    assert present(NOON).highest is None
    assert present(NOON, exercise=True).highest is Level.ORANGE


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_a_narrow_look_widens_until_it_answers(
    aqtobe: Office, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    for turn in range(6):
        factories.published(
            aqtobe.drafter, aqtobe.approver, at=NOON + turn * DAY,
            level="YELLOW", ends_at=NOON + (turn + 1) * DAY,
        )  # fmt: skip
    monkeypatch.setattr(situations, "FIRST_LOOK", rows)
    monkeypatch.setattr(situations, "SECOND_LOOK", rows + 1)

    for turn in range(6):
        place = at_instant(NOON + turn * DAY + MINUTE).place("KZ-15")
        assert (place.since, place.until) == (NOON, NOON + 6 * DAY)
        assert place.declarations == (1, 2, 3, 4, 5, 6)


def test_only_some_regions_may_be_asked_for(aqtobe: Office) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver)

    answer = at_instant(NOON, only=("KZ-75",))

    assert set(answer.situation.regions) == {"KZ-75"}
    assert answer.highest is Level.ORANGE


def test_the_history_of_a_region_holds_its_own_and_inherited_periods(
    aqtobe: Office, republican: Office
) -> None:
    factories.published(
        republican.drafter, republican.approver, desk="republican", regions=("KZ",), level="YELLOW"
    )
    factories.published(aqtobe.drafter, aqtobe.approver, at=NOON + MINUTE, level="RED")

    rows = history("KZ-15-aqtobe")

    told = [(row.region.code, row.level, row.declaration.number) for row in rows]
    assert told == [("KZ", "YELLOW", "2026-0001"), ("KZ-15", "RED", "2026-0002")]


def test_a_region_answers_by_its_predecessor_before_it_was_established(republican: Office) -> None:
    long_ago = datetime(2022, 6, 1, tzinfo=UTC)
    factories.published(
        republican.drafter, republican.approver, desk="republican", at=long_ago,
        regions=("KZ-63",), level="YELLOW", ends_at=long_ago + 30 * DAY,
    )  # fmt: skip

    before = at_instant(long_ago + DAY).place("KZ-10")
    after = at_instant(long_ago + 10 * DAY).place("KZ-10")

    assert (before.level, before.formed_from) == (Level.YELLOW, "KZ-63")
    assert (after.level, after.formed_from) == (Level.YELLOW, None)
    assert LevelPeriod.objects.count() == 2


def test_a_measure_added_to_the_catalogue_is_known_to_every_process(
    aqtobe: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = present_atlas()
    MeasureKind.objects.create(code="BRIDGES_CLOSED", name="Bridges are closed", position=99)
    token = Ledger.objects.get(exercise=False).tree_token
    forget_atlas()
    factories.published(aqtobe.drafter, aqtobe.approver, measures=(NamedMeasure("BRIDGES_CLOSED"),))
    # The process that read the catalogue before.
    monkeypatch.setattr("guidance.stored.atlas._kept", (token, kept))

    answer = present(NOON)

    held = answer.place("KZ-15").measures
    assert [answer.measures[measure.code].name for measure in held] == ["Bridges are closed"]
