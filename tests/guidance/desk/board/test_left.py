"""How long something still has, as the desk prints it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import translation

from guidance.desk.board.left import ENDING, SOON, age, is_within, time_left
from tests.factories import DAY, MINUTE, NOON

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(seconds=20), "1 min left"),
        (59 * MINUTE, "59 min left"),
        (HOUR, "1 h left"),
        (20 * HOUR + 59 * MINUTE, "20 h left"),
        (3 * DAY - MINUTE, "71 h left"),
        (3 * DAY, "3 days left"),
        (40 * DAY, "40 days left"),
        (timedelta(0), ""),
        (-HOUR, ""),
        (None, ""),
    ],
)
def test_minutes_then_hours_then_days_are_counted(left: timedelta | None, said: str) -> None:
    with translation.override("en"):
        assert time_left(NOON, None if left is None else NOON + left) == said


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("kk", ["қалғаны: 5 сағ", "қалғаны: 4 күн"]),
        ("ru", ["осталось 5 ч", "осталось 4 дня"]),
    ],
)
def test_they_are_said_in_the_language_of_the_editor(lang: str, said: list[str]) -> None:
    with translation.override(lang):
        assert [time_left(NOON, NOON + span) for span in (5 * HOUR, 4 * DAY)] == said


def test_what_waits_is_counted_from_its_submission() -> None:
    with translation.override("en"):
        waited = [age(NOON, NOON - span) for span in (timedelta(0), 50 * MINUTE, 7 * HOUR, 4 * DAY)]

    assert waited == ["waits 0 min", "waits 50 min", "waits 7 h", "waits 4 days"]


def test_an_end_is_near_up_to_the_very_hour() -> None:
    assert is_within(NOON, NOON + SOON, SOON)
    assert not is_within(NOON, NOON + ENDING + MINUTE, ENDING)
    assert not is_within(NOON, None, ENDING)
