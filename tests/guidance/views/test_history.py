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
    [
        "place=nowhere",
        "act=sing",
        "level=purple",
        "year=abc",
        "year=99999",
        "year=²",
        "year=9999",
        "act=%00",
    ],
)
def test_finds_nothing_for_an_unknown_filter(read: Reader, query: str) -> None:
    page = read(f"/en/history/?{query}", TODAY)

    assert page.status == 200
    assert "Nothing found" in page.text
    assert "The address asks for what is not known here" in page.text


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("kk", "Аумақ: Алматы қаласы · Әрекет: Деңгей өзгертілді · Деңгей: шекті («қызыл»)"),
        ("ru", "Территория: Город Алматы · Действие: Уровень изменён · Уровень: критический"),
        ("en", "Place: Almaty · Act: Level changed · Level: critical (red) · Year: 2016"),
    ],
)
def test_tells_every_filter_in_words(read: Reader, lang: str, told: str) -> None:
    page = read(f"/{lang}/history/?place=almaty&act=change&level=red&year=2016", TODAY)
    empty = read(f"/{lang}/history/?year=2020", TODAY)

    assert told in page.text
    assert 'class="field-error"' not in page.source
    assert ": 2020" in empty.text
    assert 'class="field-error"' not in empty.source


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
        ("date=2016-07-18&at=14:00&place=almaty", "/en/regions/almaty/on/2016-07-18/?at=14%3A00"),
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
        ("date=2016-02-30", "There is no 2016-02-30 in the calendar"),
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
    assert f"/{lang}/regions/pavlodar/on/2016-06-07/" in levels


def test_names_the_changes_of_the_day_with_their_hours(read: Reader) -> None:
    changes = read("/en/history/2016-07-18/", TODAY).part('aria-labelledby="changes"')

    assert "≈ 11:30" in changes
    assert "Almaty: terrorism threat level raised to critical (red)" in changes
    assert "≈ 17:09" in changes


IMPOSSIBLE = [
    "2016-02-30", "2016-13-01", "0000-00-00", "99999-01-01", "-2016-07-18", "٢٠١٦-٠٧-١٨", "today",
    "1800-01-01", "x" * 3000, "%00", "2016-07-18%00",
]  # fmt: skip
PLACES = ["", "regions/almaty/on/"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_offers_the_form_and_the_places_for_a_day_that_can_never_be(
    read: Reader, lang: str, place: str
) -> None:
    for day in IMPOSSIBLE:
        page = read(f"/{lang}/{place or 'history/'}{day}/", TODAY)

        assert page.status == 404, day
        assert 'id="problem"' in page.source, day
        assert f'href="/{lang}/history/2016-06-05/"' in page.source, day
        assert page.source.count('<option value="almaty"') == 2, day
        assert 'data-state="past"' not in page.source, day
        assert "\x00" not in page.source, day


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_leads_to_the_form_for_an_hour_that_it_cannot_show(
    read: Reader, lang: str, place: str
) -> None:
    for clock in ("24:00", "7", "7:00", "noon", "-1:00", "١٢:٠٠", "12:60", "1%002"):
        page = read(f"/{lang}/{place or 'history/'}2016-07-18/?at={clock}", TODAY)
        form = read(page.response["Location"], TODAY)

        assert page.status == 302, clock
        assert form.status == 200, clock
        assert "23:59" in form.match('id="problem"[^>]*>([^<]+)<'), clock
        assert 'value="2016-07-18"' in form.source, clock
        assert ('value="almaty" selected' in form.source) == bool(place), clock


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("ahead", ["2026-11-23/", "9999-12-31/", "2026-11-22/?at=12:01"])
def test_tells_of_what_is_ahead_only_what_is_announced(
    read: Reader, lang: str, place: str, ahead: str
) -> None:
    page = read(f"/{lang}/{place or 'history/'}{ahead}", TODAY)
    form = read(page.response["Location"], TODAY)

    assert page.status == 302
    assert form.status == 200
    assert 'id="problem"' in form.source
    assert 'data-state="forecast"' in form.source
    assert 'data-state="past"' not in form.source


def test_has_a_page_for_the_present_minute_and_says_that_the_day_goes_on(read: Reader) -> None:
    minute = read("/en/history/2026-11-22/?at=12:00", TODAY)
    day = read("/en/history/2026-11-22/", TODAY)

    assert minute.status == day.status == 200
    assert "This day is not over" in day.text
    assert "This day is not over" not in minute.text


def test_says_that_nothing_is_known_before_the_first_record(read: Reader) -> None:
    page = read("/en/history/2001-01-01/", TODAY)

    assert "No data. This does not mean that no level is in force" in page.text
    assert "Records begin on 5 June 2016" in page.text
    assert "was in force" not in page.text


def test_costs_a_fixed_number_of_queries(read: Reader) -> None:
    for address in ("/en/history/", "/en/history/2016-07-18/"):
        read(address, TODAY)

    ledger = read("/en/history/", TODAY)
    day = read("/en/history/2016-07-18/", TODAY)

    # Head; count, page of acts with bulletins, their regions; the years of the filter.
    assert len(ledger.queries) == 5, ledger.queries
    # Head; the day's periods; its acts; whether it is told from the archive alone; then for its
    # beginning and for its end: the token, the periods and measures around (twice, for the level
    # began long before), the acts, their regions.
    assert len(day.queries) == 4 + 2 * 7, day.queries
