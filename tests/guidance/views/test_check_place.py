"""Check a message by place and time: what held there then, and what holds now."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlencode

import pytest

from tests.guidance.views.conftest import LANGUAGES, Page, Reader

pytestmark = pytest.mark.usefixtures("record_of_2016")

NOW = datetime.fromisoformat("2026-11-22T12:00:00+05:00")


def ask(read: Reader, place: str, date: str, at: str, level: str, lang: str = "en") -> Page:
    query = urlencode({"place": place, "date": date, "at": at, "level": level})
    return read(f"/{lang}/check/?{query}", NOW)


def answer(page: Page) -> str:
    return page.part('aria-labelledby="answer"')


@pytest.mark.parametrize(
    ("lang", "said"),
    [("kk", "Иә, солай болған"), ("ru", "Да, это было так"), ("en", "Yes, that was so")],
)
def test_says_yes_with_the_sentence_of_that_minute_and_of_now(
    read: Reader, lang: str, said: str
) -> None:
    page = ask(read, "Алматы", "2016-07-18", "14:00", "red", lang)

    assert said in answer(page)
    assert 'data-state="yes"' in answer(page)
    assert "14:00 (UTC+6)" in answer(page)
    assert 'data-level="red"' in answer(page)
    assert 'data-level="none"' in answer(page)


@pytest.mark.parametrize(
    ("place", "date", "at", "level", "verdict"),
    [
        ("almaty", "2016-07-18", "14:00", "yellow", "no"),
        ("almaty", "2016-07-18", "14:00", "none", "no"),
        ("almaty", "2020-01-01", "12:00", "none", "yes"),
        ("almaty", "2016-07-18", "", "red", "yes"),
        ("almaty", "2016-07-18", "", "orange", "no"),
        ("Kazakhstan", "2016-07-18", "14:00", "red", "part"),
        ("KZ-15", "2016-06-07", "12:00", "red", "part"),
        ("город Актобе", "2016-06-07", "12:00", "red", "yes"),
        ("Ақтөбе облысы", "2016-06-07", "12:00", "yellow", "yes"),
        ("Нур-Султан", "2016-07-18", "14:00", "yellow", "yes"),
        ("Temirtau", "2016-07-18", "14:00", "yellow", "yes"),
        ("almaty", "1995-01-01", "12:00", "red", "unknown"),
    ],
)
def test_answers_yes_in_part_no_or_that_nothing_is_known(
    read: Reader, place: str, date: str, at: str, level: str, verdict: str
) -> None:
    page = ask(read, place, date, at, level)

    assert page.status == 200
    assert f'data-state="{verdict}"' in answer(page)


def test_names_the_parts_with_a_higher_level(read: Reader) -> None:
    page = ask(read, "aqtobe", "2016-06-07", "12:00", "yellow")

    assert "Where the level was higher" in answer(page)
    assert "The town of Aktobe:" in " ".join(answer(page).split())


def test_offers_the_other_places_of_a_name(read: Reader) -> None:
    page = ask(read, "актобе", "2016-06-07", "12:00", "red")

    assert "The town of Aktobe" in answer(page)
    assert "Or did you mean" in answer(page)
    assert "place=aqtobe&" in page.source


@pytest.mark.parametrize(
    ("place", "date", "at", "level", "said"),
    [
        ("", "2016-07-18", "", "red", "Name the place"),
        ("Atlantis", "2016-07-18", "", "red", "We do not know this place"),
        ("\x00", "2016-07-18", "", "red", "We do not know this place"),
        ("almaty", "2016-02-30", "", "red", "There is no 2016-02-30 in the calendar"),
        ("almaty", "1990-12-31", "", "red", "not before 1991"),
        ("almaty", "18.07.2016", "", "red", "Give the date as YYYY-MM-DD"),
        ("almaty", "", "", "red", "Give the date as YYYY-MM-DD"),
        ("almaty", "2026-11-23", "", "red", "This moment is still ahead"),
        ("almaty", "2026-11-22", "12:01", "red", "This moment is still ahead"),
        ("almaty", "2016-07-18", "25:00", "red", "Give the hour as HH:MM"),
        ("almaty", "2016-07-18", "14:00", "", "Choose the level"),
        ("almaty", "2016-07-18", "14:00", "purple", "Choose the level"),
    ],
)
def test_says_at_the_field_what_cannot_be_answered(
    read: Reader, place: str, date: str, at: str, level: str, said: str
) -> None:
    page = ask(read, place, date, at, level)

    assert page.status == 200
    assert page.source.count(said) == 2
    assert 'aria-invalid="true"' in page.source
    assert 'aria-labelledby="answer"' not in page.source


def test_a_minute_of_today_that_has_passed_is_answered(read: Reader) -> None:
    assert 'data-state="yes"' in answer(ask(read, "almaty", "2026-11-22", "12:00", "none"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_costs_a_fixed_number_of_queries(read: Reader, lang: str) -> None:
    ask(read, "almaty", "2016-07-18", "14:00", "red", lang)

    page = ask(read, "almaty", "2016-07-18", "14:00", "red", lang)

    # The head now; the count of this minute (asked and raised); the periods of the day; the
    # situation of that minute: its bounds, periods and measures, four; the acts that bear it with
    # their places and authorities; the forged notices.
    assert len(page.queries) == 12, page.queries
