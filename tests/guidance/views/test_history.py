"""The ledger for readers, and the country on a past day."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from tests.guidance.views.conftest import LANGUAGES, Reader

pytestmark = pytest.mark.usefixtures("record_of_2016")

TODAY = datetime.fromisoformat("2026-11-22T12:00:00+05:00")
NUMBERS = re.compile(r'scope="row"><a class="nb" href="/\w\w/declarations/([\d-]+)/"')


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lists_every_decision_newest_first(read: Reader, lang: str) -> None:
    page = read(f"/{lang}/history/", TODAY)

    numbers = NUMBERS.findall(page.source)
    assert len(numbers) == 8
    assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("place=aqtobe-town&year=2017", ["2017-0001"]),
        ("place=aqtobe-town&act=declare", ["2016-0002", "2016-0001"]),
        ("act=lift", ["2017-0001", "2016-0003"]),
        ("level=red", ["2016-0005", "2016-0001"]),
        ("year=2017", ["2017-0001"]),
        ("place=almaty&act=change&level=red&year=2016", ["2016-0005"]),
    ],
)
def test_filters_by_place_act_level_and_year(read: Reader, query: str, expected: list[str]) -> None:
    assert NUMBERS.findall(read(f"/en/history/?{query}", TODAY).source) == expected


@pytest.mark.parametrize(
    "query",
    ["place=nowhere", "act=sing", "level=purple", "year=abc", "year=99999", "year=²", "act=%00"],
)
def test_finds_nothing_for_an_unknown_filter(read: Reader, query: str) -> None:
    page = read(f"/en/history/?{query}", TODAY)

    assert page.status == 200
    assert "Nothing found" in page.text


@pytest.mark.parametrize("page_asked", ["0", "-1", "abc", "9" * 400, "%00"])
def test_answers_with_some_page_whatever_page_is_asked(read: Reader, page_asked: str) -> None:
    page = read(f"/en/history/?page={page_asked}", TODAY)

    assert page.status == 200
    assert NUMBERS.findall(page.source)


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("date=2016-07-18", "/en/history/2016-07-18/"),
        ("date=2016-07-18&at=14:00", "/en/history/2016-07-18/?at=14%3A00"),
        ("date=2016-07-18&place=almaty", "/en/regions/almaty/on/2016-07-18/"),
        ("date=2016-07-18&place=kazakhstan", "/en/history/2016-07-18/"),
        ("date=2016-07-18&place=nowhere", "/en/history/2016-07-18/"),
    ],
)
def test_leads_from_the_form_to_the_page_of_the_day(read: Reader, query: str, address: str) -> None:
    page = read(f"/en/history/?{query}", TODAY)

    assert page.status == 302
    assert page.response["Location"] == address


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("date=foo", "YYYY-MM-DD"),
        ("date=2016-02-30", "YYYY-MM-DD"),
        ("date=1800-01-01", "1991"),
        ("date=2016-07-18&at=25:00", "HH:MM"),
        ("date=2016-07-18&at=noon", "HH:MM"),
        ("date=2030-01-01", "still ahead"),
    ],
)
def test_says_at_the_field_what_is_wrong(read: Reader, query: str, words: str) -> None:
    page = read(f"/en/history/?{query}", TODAY)

    assert page.status == 200
    problem = re.search(r'id="problem"[^>]*>([^<]+)<', page.source)
    assert problem
    assert words in problem[1]
    assert 'aria-describedby="problem"' in page.source


@pytest.mark.parametrize(
    ("day", "units"), [("2016-06-07", 16), ("2019-01-01", 17), ("2023-01-01", 20)]
)
def test_draws_the_borders_of_the_day(read: Reader, day: str, units: int) -> None:
    page = read(f"/en/history/{day}/", TODAY)

    on_the_map = re.findall(rf'<a href="/en/regions/[\w-]+/on/{day}/" aria-label=', page.source)
    assert len(on_the_map) == units


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("kk", "шекті («қызыл»)"),
        ("ru", "критический («красный»)"),
        ("en", "critical (red)"),
    ],
)
def test_says_who_was_at_which_level(read: Reader, lang: str, words: str) -> None:
    page = read(f"/{lang}/history/2016-06-07/", TODAY)

    levels = page.part('aria-labelledby="list"')
    assert words in levels
    assert f"/{lang}/regions/kazakhstan/on/2016-06-07/" in levels
    assert f"/{lang}/regions/aqtobe-town/on/2016-06-07/" in levels
    assert f"/{lang}/regions/pavlodar/on/2016-06-07/" in levels.split("<details>")[1]


def test_shows_one_minute_when_an_hour_is_asked(read: Reader) -> None:
    before = read("/en/history/2016-07-18/?at=11:29", TODAY).part('aria-labelledby="list"')
    during = read("/en/history/2016-07-18/?at=11:30", TODAY).part('aria-labelledby="list"')

    assert "critical (red)" not in before
    assert "critical (red)" in during


def test_names_the_changes_of_the_day_with_their_hours(read: Reader) -> None:
    changes = read("/en/history/2016-07-18/", TODAY).part('aria-labelledby="changes"')

    assert "≈ 11:30" in changes
    assert "Almaty: terrorism threat level raised to critical (red)" in changes
    assert "≈ 17:09" in changes


@pytest.mark.parametrize("day", ["2016-13-01", "today", "x" * 3000, "%00"])
def test_knows_no_such_days(read: Reader, day: str) -> None:
    assert read(f"/kk/history/{day}/", TODAY).status == 404


def test_has_a_page_for_today_and_none_for_tomorrow(read: Reader) -> None:
    assert read("/ru/history/2026-11-22/", TODAY).status == 200
    assert read("/ru/history/2026-11-23/", TODAY).status == 302


def test_says_that_nothing_is_known_before_the_first_record(read: Reader) -> None:
    page = read("/en/history/2001-01-01/", TODAY)

    assert "No data. This does not mean that no level is in force" in page.text


def test_costs_a_fixed_number_of_queries(read: Reader) -> None:
    for address in ("/en/history/", "/en/history/2016-07-18/"):
        read(address, TODAY)

    ledger = read("/en/history/", TODAY)
    day = read("/en/history/2016-07-18/", TODAY)

    # Head; count, page of acts with bulletins, their regions; the years of the filter.
    assert len(ledger.queries) == 5, ledger.queries
    # Head; the day's periods; its acts; then for its beginning and for its end: the token, the
    # periods and measures around (twice, for the level began long before), the acts, their regions.
    assert len(day.queries) == 3 + 2 * 7, day.queries


def test_says_that_a_record_comes_from_the_archive(read: Reader) -> None:
    page = read("/en/declarations/2016-0002/", datetime.fromisoformat("2026-11-22T12:00+05:00"))

    assert "Archive record" in page.text
    assert "en.inform.kz" in page.part('aria-labelledby="reason"')
    assert "not given in public sources" in page.text
    assert "Lifted: 16 January 2017 · No. 2017-0001" in page.text
    assert "approximately 6 June 2016, 15:00" in page.part('aria-labelledby="then"')
