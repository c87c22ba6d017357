"""The past reads the same everywhere: map, list, sentences, API, and the decisions of then."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import quote

import pytest

from tests.guidance.views.conftest import LANGUAGES, Page, Reader

pytestmark = pytest.mark.usefixtures("record_of_2016")

TODAY = datetime.fromisoformat("2026-11-22T12:00:00+05:00")
ROW = re.compile(r'<li data-place="(KZ-\d\d)" data-level="(\w+)"><a href="([^"]+)">([^<]+)</a>')
ON_THE_MAP = re.compile(r'<a href="(/\w\w/regions/[^"]+)" aria-label="([^"]+)"')
YELLOW = {"kk": "орташа («сары»)", "ru": "умеренный («жёлтый»)", "en": "moderate (yellow)"}
RED = {"kk": "шекті («қызыл»)", "ru": "критический («красный»)", "en": "critical (red)"}
NONE = {"kk": "деңгей белгіленбеген", "ru": "уровень не установлен", "en": "no level is in force"}
ALMATY = {
    "kk": "Алматы қаласы: террористік қауіптіліктің шекті («қызыл») деңгейі күшінде болды.",
    "ru": "Город Алматы: действовал критический («красный») уровень террористической опасности.",
    "en": "Almaty: critical (red) terrorism threat level was in force.",
}
PART = {
    "kk": "Бұрынғы өңірі: Шығыс Қазақстан облысы; бөлінген күні: 2022 жылғы 8 маусым",
    "ru": "До 8 июня 2022 года — в составе: Восточно-Казахстанская область",
    "en": "Part of East Kazakhstan Region until 8 June 2022",
}


def answered(read: Reader, at: str) -> dict[str, dict[str, object]]:
    """Give the regions of the API's answer for an instant, by code."""
    page = read(f"/api/v1/situation?at={quote(at)}", TODAY)
    return {region["code"]: region for region in page.response.json()["regions"]}


def listed(page: Page) -> dict[str, str]:
    """Give the levels of the list, by code."""
    return {code: level for code, level, _address, _name in ROW.findall(page.source)}


def drawn(page: Page) -> dict[str, str]:
    """Give the words of the map, by the address of the region without its day."""
    return {
        address.split("/on/")[0].rsplit("/", 1)[1]: words
        for address, words in ON_THE_MAP.findall(page.part('aria-labelledby="map"'))
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_18_july_2016_at_14_00_almaty_is_red_and_the_rest_yellow(
    read: Reader, lang: str
) -> None:
    page = read(f"/{lang}/history/2016-07-18/?at=14:00", TODAY)
    own = read(f"/{lang}/regions/almaty/on/2016-07-18/?at=14:00", TODAY)
    other = read(f"/{lang}/regions/aqtobe/on/2016-07-18/?at=13:00", TODAY)
    api = answered(read, "2016-07-18T14:00:00+06:00")

    assert {code: row["level"] for code, row in api.items()} == {
        code: "RED" if code == "KZ-75" else "YELLOW" for code in api
    }
    levels = listed(page)
    assert levels == {code: "red" if code == "KZ-75" else "yellow" for code in levels}
    assert {*levels, "KZ"} == {*api}
    words = drawn(page)
    assert len(words) == 16
    assert RED[lang] in words.pop("almaty")
    assert all(YELLOW[lang] in said and RED[lang] not in said for said in words.values())
    assert ALMATY[lang] in page.text
    assert ALMATY[lang] in own.text
    assert 'data-level="red"' in own.part('data-state="past"')
    assert 'data-level="yellow"' in other.part('data-state="past"')
    assert "14:00 (UTC+6)" in page.text
    assert "13:00 (UTC+5)" in other.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_2020_abai_is_shown_as_part_of_east_kazakhstan(read: Reader, lang: str) -> None:
    page = read(f"/{lang}/history/2020-06-01/", TODAY)
    own = read(f"/{lang}/regions/abai/on/2020-06-01/", TODAY)
    town = read(f"/{lang}/regions/semei/on/2020-06-01/", TODAY)
    api = answered(read, "2020-06-01T12:00:00+06:00")

    assert api["KZ-10"]["inherited_from"] == "KZ-63"
    assert api["KZ-10"]["level"] == api["KZ-63"]["level"] is None
    assert listed(page)["KZ-10"] == listed(page)["KZ-63"] == "none"
    assert PART[lang] in page.part('aria-labelledby="list"')
    assert "abai" not in drawn(page)
    assert NONE[lang] in drawn(page)["east-kazakhstan"]
    for place in (own, town):
        assert PART[lang] in place.text
        assert f'href="/{lang}/regions/east-kazakhstan/on/2020-06-01/"' in place.source


@pytest.mark.parametrize(
    ("day", "units", "later"),
    [
        ("2018-06-18", 16, {"KZ-10", "KZ-33", "KZ-62", "KZ-79"}),
        ("2018-06-19", 17, {"KZ-10", "KZ-33", "KZ-62"}),
        ("2022-06-07", 17, {"KZ-10", "KZ-33", "KZ-62"}),
        ("2022-06-08", 20, set()),
    ],
)
@pytest.mark.parametrize("clock", ["", "?at=00:00", "?at=23:59"])
def test_a_border_counts_from_the_midnight_of_its_day(
    read: Reader, day: str, units: int, later: set[str], clock: str
) -> None:
    page = read(f"/en/history/{day}/{clock}", TODAY)
    at = datetime.fromisoformat(f"{day}T{clock[4:] or '12:00'}:00+06:00")
    api = answered(read, at.isoformat())

    assert len(drawn(page)) == units
    former = {code: row["formed_from"] for code, row in api.items() if row["formed_from"]}
    told = [code for code in former if api[code]["inherited_from"] == former[code]]
    assert {*told} == later
    assert page.source.count(" until 8 June 2022") == len(later - {"KZ-79"})
    assert page.source.count(" until 19 June 2018") == len(later & {"KZ-79"})
    assert ("South Kazakhstan Region" in page.text) == ("KZ-79" in later)


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("history/2024-02-29/?at=12:00", "29 February 2024, 12:00 (UTC+6)"),
        ("history/2024-03-01/?at=00:00", "1 March 2024, 00:00 (UTC+5)"),
        ("regions/almaty/on/2024-03-01/?at=12:00", "1 March 2024, 12:00 (UTC+5)"),
        ("regions/aqtobe/on/2024-02-29/?at=12:00", "29 February 2024, 12:00 (UTC+5)"),
    ],
)
def test_an_hour_is_told_by_the_clocks_of_that_day(
    read: Reader, address: str, heading: str
) -> None:
    page = read(f"/en/{address}", TODAY)

    assert heading in page.match("<h1>(.*?)</h1>")
    assert "clocks were changed" not in page.text


@pytest.mark.parametrize("clock", ["23:00", "23:30", "23:59"])
def test_an_hour_that_came_twice_says_so(read: Reader, clock: str) -> None:
    page = read(f"/en/history/2024-02-29/?at={clock}", TODAY)

    assert f"29 February 2024, {clock} (UTC+6)" in page.match("<h1>(.*?)</h1>")
    assert "The clocks were changed that night" in page.text


def test_links_lead_to_the_same_minute_by_the_clocks_of_the_place(read: Reader) -> None:
    page = read("/en/history/2016-07-18/?at=14:00", TODAY)
    place = read("/en/regions/aqtobe-town/on/2016-07-18/?at=13:00", TODAY)

    assert 'href="/en/regions/aqtobe/on/2016-07-18/?at=13:00"' in page.source
    assert 'href="/en/history/2016-07-18/?at=14:00"' in place.source
    assert 'href="/en/regions/aqtobe/on/2016-07-18/?at=13:00"' in place.source
    assert 'href="/en/regions/aqtobe-town/on/2016-07-17/?at=13:00"' in place.source


def test_says_that_a_record_comes_from_the_archive(read: Reader) -> None:
    page = read("/en/declarations/2016-0002/", TODAY)

    assert "Archive record" in page.text
    assert "en.inform.kz" in page.match('<p class="kind">(.*?)</p>')
    assert "not given in public sources" in page.text
    assert "Lifted: 16 January 2017 · No. 2017-0001" in page.text
    assert "approximately 6 June 2016, 15:00" in page.part('aria-labelledby="then"')
