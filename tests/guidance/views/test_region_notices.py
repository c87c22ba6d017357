"""What stands above the card of a place: in error, lifted, announced, higher inside."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.factories import DAY, MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Reader

HOUR = timedelta(hours=1)
AQTOBE = "/en/regions/aqtobe/"


def test_shows_a_higher_part_above_the_card(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, level="RED", regions=("KZ-15-aqtobe",))

    page = read(AQTOBE, NOON + HOUR)

    notice = page.part('class="note row"')
    assert "critical (red)" in notice
    assert "The town of Aktobe" in notice
    assert page.source.index('class="note row"') < page.source.index('class="level"')
    assert 'data-level="none"' in page.card


def test_announces_a_level_above_the_present_one(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, starts_at=NOON + DAY)

    page = read(AQTOBE, NOON + HOUR)

    notice = page.part('class="note announced"')
    assert "Takes effect: 23 November 2026, 17:00 (UTC+5)" in notice
    assert "high (orange)" in notice
    assert 'data-level="none"' in page.card


def test_announces_no_level_that_only_comes_back(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, level="YELLOW", ends_at=NOON + 30 * DAY)
    red = {"level": "RED", "act": "CHANGE", "ends_at": NOON + 5 * DAY}
    published(aqtobe.drafter, aqtobe.approver, at=NOON + HOUR, **red)

    page = read(AQTOBE, NOON + 2 * HOUR)

    assert 'class="note announced"' not in page.source
    assert "Then: moderate (yellow)" in page.card


def test_tells_for_three_days_what_was_lifted(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + DAY, act="LIFT")

    fresh, later = read(AQTOBE, NOON + 2 * DAY), read(AQTOBE, NOON + 5 * DAY)

    notice = fresh.part('aria-label="No longer in force"')
    assert "High (orange) level: lifted" in notice
    assert "/en/declarations/2026-0002/" in notice
    assert "You can return to daily life" in notice
    assert 'aria-label="No longer in force"' not in later.source


def test_tells_that_a_level_ran_out(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    page = read(AQTOBE, NOON + 10 * DAY + HOUR)

    assert "ended as planned" in page.part('aria-label="No longer in force"')
    assert 'data-level="none"' in page.card


def test_tells_what_was_issued_in_error(read: Reader, aqtobe: Office) -> None:
    wrong = published(aqtobe.drafter, aqtobe.approver)
    withdrawal = {"act": "WITHDRAW", "refers_to": wrong.number, "at": NOON + 3 * MINUTE}
    published(aqtobe.drafter, aqtobe.approver, **withdrawal)

    page = read(AQTOBE, NOON + HOUR)

    notice = page.part('class="note error"')
    assert "This notice was issued in error" in notice
    assert "<s>high (orange)</s>" in notice
    assert "17:00" in notice
    assert "17:03" in notice
    assert 'data-level="none"' in page.card
    assert "Notice issued in error" in page.text, "the strip of every page says so too"


def test_tells_that_a_lift_was_issued_in_error(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + HOUR, act="LIFT")
    withdrawal = {"act": "WITHDRAW", "refers_to": "2026-0002"}
    published(aqtobe.drafter, aqtobe.approver, at=NOON + 2 * HOUR, **withdrawal)

    page = read(AQTOBE, NOON + 3 * HOUR)

    notice = page.part('class="note error"')
    assert "Notice issued in error: 22 November 2026, 18:00 (UTC+5)" in notice
    assert "<s>" not in notice
    assert 'data-level="orange"' in page.card


@pytest.mark.parametrize("lang", LANGUAGES)
def test_marks_what_was_shown_in_error(read: Reader, aqtobe: Office, lang: str) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    withdrawal = {"act": "WITHDRAW", "refers_to": "2026-0001"}
    published(aqtobe.drafter, aqtobe.approver, at=NOON + timedelta(minutes=3), **withdrawal)

    page = read(f"/{lang}/regions/aqtobe/on/2026-11-22/", NOON + timedelta(hours=1))

    levels = page.part('data-state="past"')
    assert '<use href="#crossed"/>' in levels
    assert "17:00–17:03" in levels
    assert "<s>" in levels
