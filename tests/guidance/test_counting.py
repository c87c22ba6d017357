"""Questions to public forms, counted for all processes alike on both databases."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import IntegrityError, OperationalError, transaction

from guidance import counting
from guidance.counting import seconds_to_wait
from guidance.models import Address, QuestionCount
from tests.factories import MINUTE, NOON

pytestmark = pytest.mark.django_db

HOME = Address("192.0.2.1")


@pytest.fixture(autouse=True)
def two_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST_IN_A_MINUTE", 2)


def test_whoever_asks_too_often_waits_for_the_next_minute() -> None:
    at = NOON + timedelta(seconds=15)

    assert [seconds_to_wait("check", HOME, at) for _again in range(4)] == [0, 0, 45, 45]
    assert seconds_to_wait("check", HOME, at + MINUTE) == 0
    assert seconds_to_wait("other", HOME, at) == 0


def test_networks_are_counted_apart_and_telephones_of_one_household_together() -> None:
    asked = ["192.0.2.1", "192.0.2.2", "2001:db8:0:1::1", "2001:db8:0:1:ffff::2"]
    for each in (*asked, "2001:db8:0:1::3"):
        waited = seconds_to_wait("check", Address(each), NOON)

    assert waited == 60
    assert seconds_to_wait("check", HOME, NOON) == 0


def test_no_address_is_kept_and_counts_go_after_some_minutes() -> None:
    seconds_to_wait("check", HOME, NOON)
    seconds_to_wait("check", HOME, NOON + timedelta(days=1))

    (kept,) = QuestionCount.objects.all()
    seconds_to_wait("check", HOME, NOON)
    assert "192.0.2" not in kept.asker
    assert QuestionCount.objects.values("asker").distinct().count() == 2


def test_a_count_that_cannot_be_written_keeps_nobody_waiting() -> None:
    with patch.object(counting, "_count", side_effect=OperationalError("full")):
        assert seconds_to_wait("check", HOME, NOON) == 0


def test_two_processes_make_one_row_a_minute() -> None:
    seconds_to_wait("check", HOME, NOON)
    (row,) = QuestionCount.objects.all()
    row.pk = None

    QuestionCount.objects.bulk_create([row], ignore_conflicts=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        QuestionCount.objects.bulk_create([row])
    assert QuestionCount.objects.get().questions == 1
