"""The page of a place about a past day."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.guidance.views.conftest import Reader

pytestmark = pytest.mark.usefixtures("record_of_2016")

TODAY = datetime.fromisoformat("2026-11-22T12:00:00+05:00")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("kk", "шекті («қызыл»)"),
        ("ru", "критический («красный»)"),
        ("en", "critical (red)"),
    ],
)
def test_says_every_level_of_the_day_with_its_hours(read: Reader, lang: str, words: str) -> None:
    levels = read(f"/{lang}/regions/almaty/on/2016-07-18/", TODAY).part('data-state="past"')

    assert levels.count("<li data-level=") == 3
    assert "≈ 11:30–≈ 17:09" in levels
    assert words in levels
    assert "00:00–≈ 11:30" in levels


def test_tells_since_when_a_level_stood_not_since_its_extension(read: Reader) -> None:
    page = read("/en/regions/pavlodar/on/2016-09-01/", TODAY)

    assert "approximately 6 June 2016, 15:00" in page.part('data-state="past"')
    assert "to the end of 15 January 2017" in page.part('data-state="past"')


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("kk", "Бұрынғы өңірі: Шығыс Қазақстан облысы; бөлінген күні: 2022 жылғы 8 маусым"),
        ("ru", "До 8 июня 2022 года — в составе: Восточно-Казахстанская область"),
        ("en", "Part of East Kazakhstan Region until 8 June 2022"),
    ],
)
def test_names_the_region_of_which_it_was_a_part(read: Reader, lang: str, words: str) -> None:
    page = read(f"/{lang}/regions/abai/on/2016-06-07/", TODAY)

    assert words in page.text
    assert 'data-level="yellow"' in page.part('data-state="past"')


def test_uses_the_name_of_the_day(read: Reader) -> None:
    assert "South Kazakhstan Region" in read("/en/regions/turkistan/on/2016-06-07/").text
    assert "Nur-Sultan" in read("/en/regions/astana/on/2020-01-01/").text


def test_puts_a_day_of_the_country_on_the_same_day_of_a_region(read: Reader) -> None:
    last = read("/en/regions/aqtobe/on/2017-01-15/", TODAY).part('data-state="past"')
    after = read("/en/regions/aqtobe/on/2017-01-16/", TODAY).part('data-state="past"')

    assert last.count("<li data-level=") == 1
    assert 'data-level="yellow"' in last
    assert after.count("<li data-level=") == 1
    assert "no level is in force" in after


def test_says_that_nothing_is_known_before_the_first_record(read: Reader) -> None:
    page = read("/en/regions/aqtobe/on/2001-01-01/", TODAY)

    assert "No data. This does not mean that no level is in force" in page.text


@pytest.mark.parametrize("slug", ["nowhere", "%00", "x" * 3000, "..", "aqtobe%00"])
def test_offers_the_regions_where_there_is_no_such_place(read: Reader, slug: str) -> None:
    page = read(f"/kk/regions/{slug}/on/2016-07-18/", TODAY)

    assert page.status == 404
    assert 'data-state="past"' not in page.source


@pytest.mark.parametrize("code", ["KZ-15", "kz-15"])
def test_leads_from_a_code_to_the_address_of_the_place(read: Reader, code: str) -> None:
    page = read(f"/ru/regions/{code}/on/2016-07-18/?at=13:00", TODAY)

    assert page.response["Location"] == "/ru/regions/aqtobe/on/2016-07-18/?at=13:00"


def test_shows_one_minute_when_an_hour_is_asked(read: Reader) -> None:
    before = read("/en/regions/almaty/on/2016-07-18/?at=11:29", TODAY)
    during = read("/en/regions/almaty/on/2016-07-18/?at=11:30", TODAY)

    assert 'data-level="yellow"' in before.part('data-state="past"')
    assert "Counter-terrorist operation" not in before.part('aria-labelledby="measures"')
    assert 'data-level="red"' in during.part('data-state="past"')
    assert "Counter-terrorist operation" in during.part('aria-labelledby="measures"')
    assert "Almaty: Situation on 18 July 2016, 11:30 (UTC+6)" in during.text
    assert "/en/regions/almaty/on/2016-07-18/?at=11:30" in during.part('class="print-only"')


def test_shows_the_month_around_in_lanes_with_their_table(read: Reader) -> None:
    lanes = read("/en/regions/almaty/on/2016-07-18/", TODAY).part('aria-labelledby="lanes"')

    assert 'class="lanes"' in lanes
    assert lanes.count('data-level="red"') >= 2
    assert "No. 2016-0005" in lanes
    assert "lanes" not in read("/en/regions/almaty/on/2001-01-01/", TODAY).source


def test_costs_a_fixed_number_of_queries(read: Reader) -> None:
    read("/en/regions/almaty/on/2016-07-18/", TODAY)

    day = read("/en/regions/almaty/on/2016-07-18/", TODAY)

    # Head; for the beginning and the end of the day seven each: head, periods in three ways and
    # measures, then their acts with their regions; the day's periods and measures; the lanes'
    # periods, regions and advice of acts; whether the day is told from the archive alone.
    assert len(day.queries) == 7 + 2 * 7, day.queries
