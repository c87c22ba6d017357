"""The page about exercises: what is announced, what holds in a drill, the ledger of drills."""

from __future__ import annotations

import pytest

from tests.factories import DAY, MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Reader


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_stands_in_its_frame_in_every_language(
    read: Reader, reference_data: None, lang: str
) -> None:
    page = read(f"/{lang}/exercises/")

    assert page.status == 200
    assert "sheet exercise" in page.source
    assert page.source.find("exercise-band") < page.source.find("<h1>")


def test_lists_the_drills_by_their_own_numbers_and_nothing_real(
    read: Reader, aqtobe: Office
) -> None:
    published(aqtobe.drafter, aqtobe.approver, exercise=True)
    published(aqtobe.drafter, aqtobe.approver, exercise=True, act="LIFT", at=NOON + MINUTE)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + MINUTE)

    ledger = read("/en/exercises/", NOON + DAY).part('aria-labelledby="ledger"')

    assert "2 decisions, newest first" in ledger
    assert ledger.index("EX-2026-0002") < ledger.index("EX-2026-0001")
    assert "/en/declarations/2026-0001/" not in ledger


def test_tells_what_holds_in_the_drill_and_never_as_in_force(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, exercise=True)

    page = read("/en/exercises/", NOON + MINUTE)

    assert "Aktobe Region: high (orange)" in page.text
    assert 'data-state="in-force"' not in page.source
    assert "Nothing is declared in an exercise now." in read("/en/exercises/", NOON + 20 * DAY).text


def test_shows_the_second_page_of_a_long_ledger(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, exercise=True)

    assert read("/en/exercises/?page=2").status == 200
    assert read("/en/exercises/?page=x%00").status == 200


def test_says_so_when_nothing_was_ever_held_or_announced(
    read: Reader, reference_data: None
) -> None:
    page = read("/en/exercises/")

    assert "No exercise is announced." in page.text
    assert "No exercise has been held yet." in page.text
