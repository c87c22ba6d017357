"""What differs for a place between two moments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from guidance.rules.changes import Snapshot, compare
from guidance.rules.levels import Level

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)
NONE = Snapshot(None)
YELLOW = Snapshot(Level.YELLOW, NOON + 10 * DAY, ("CHECKS",), ("Y1", "Y2"))
RED = Snapshot(Level.RED, NOON + DAY, ("CURFEW", "CHECKS"), ("R1", "Y1", "Y2"))


def test_tells_each_list_in_its_order() -> None:
    found = compare(YELLOW, RED)

    assert found.has_new_level
    assert found.has_new_end
    assert (found.new_measures, found.ended_measures) == (("CURFEW",), ())
    assert found.same_measures == ("CHECKS",)
    assert (found.new_advice, found.ended_advice) == (("R1",), ())
    assert found.same_advice == ("Y1", "Y2")


def test_turned_round_what_was_new_has_ended() -> None:
    there, back = compare(YELLOW, RED), compare(RED, YELLOW)

    assert there.new_measures == back.ended_measures
    assert there.new_advice == back.ended_advice
    assert there.same_advice == back.same_advice


@pytest.mark.parametrize("snapshot", [NONE, YELLOW, RED])
def test_nothing_changed_between_equals(snapshot: Snapshot) -> None:
    assert compare(snapshot, snapshot).is_empty


def test_a_moved_end_is_a_change_and_the_loss_of_a_level_has_none() -> None:
    extended = Snapshot(Level.YELLOW, NOON + 30 * DAY, YELLOW.measures, YELLOW.advice)
    open_ended = Snapshot(Level.YELLOW, None, YELLOW.measures, YELLOW.advice)

    assert compare(YELLOW, extended).has_new_end
    assert not compare(YELLOW, extended).has_new_level
    assert not compare(YELLOW, open_ended).is_empty
    assert not compare(YELLOW, NONE).has_new_end
    assert compare(NONE, YELLOW).has_new_end


def test_a_measure_may_outlive_the_level() -> None:
    emergency = Snapshot(None, None, ("STATE_OF_EMERGENCY",))

    assert compare(NONE, emergency).new_measures == ("STATE_OF_EMERGENCY",)
    assert not compare(NONE, emergency).is_empty
