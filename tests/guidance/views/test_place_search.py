"""A place by typed words: three languages, old names, settlements, half of a word, slips."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import quote, unquote

import pytest

from tests.guidance.views.conftest import Reader

pytestmark = pytest.mark.usefixtures("record_of_2016")

QUIET = datetime.fromisoformat("2026-11-22T12:00:00+05:00")
RED_IN_AQTOBE = datetime.fromisoformat("2016-06-07T12:00:00+06:00")


def shown(read: Reader, words: str, lang: str = "ru") -> list[str]:
    page = read(f"/{lang}/regions/?place={quote(words)}", QUIET)
    assert page.status == 200, page.response.get("Location")
    found = re.search(r'<div class="stack found".*?</div>', page.source, re.DOTALL)
    return re.findall(r'href="/../regions/([^"]+)"', unquote(found[0])) if found else []


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [
        ("Temirtau", "qaragandy/?place=Темиртау"),
        ("темиртау", "qaragandy/?place=Темиртау"),
        ("Теміртау", "qaragandy/?place=Темиртау"),
        ("Теміртауда", "qaragandy/?place=Темиртау"),
        ("темирт", "qaragandy/?place=Темиртау"),
        ("Темиртау, Карагандинская область", "qaragandy/?place=Темиртау"),
        ("Нур-Султан", "astana/"),
        ("нурсултан", "astana/"),
        ("Nur-Sultan", "astana/"),
        ("Целиноград", "astana/"),
        ("в Астане", "astana/"),
        ("г. Алматы", "almaty/"),
        ("Алма-Ата", "almaty/"),
        ("Алматы облысы", "almaty-region/"),
        ("Almaty Region", "almaty-region/"),
        ("Чимкент", "shymkent/"),
        ("Семипалатинск", "semei/"),
        ("Усть-Кам", "oskemen/"),
        ("ust kamenogorsk", "oskemen/"),
        ("Гурьев", "atyrau-town/"),
        ("Уральск", "oral/"),
        ("Кокчетав", "kokshetau/"),
        ("Шевченко", "aqtau/"),
        ("Ақтөбе қаласы", "aqtobe-town/"),
        ("Актюбинская", "aqtobe/"),
        ("ЗКО", "west-kazakhstan/"),
        ("Жетысу", "zhetisu/"),
        ("Туркестан", "turkistan/?place=Туркестан"),
        ("Туркестанская область", "turkistan/"),
        ("Аксу Павлодарская область", "pavlodar/?place=Аксу"),
        ("  БОРОВОЕ  ", "aqmola/?place=Бурабай"),
    ],
)
def test_one_sure_place_leads_to_the_page_that_tells_its_level(
    read: Reader, words: str, leads_to: str
) -> None:
    page = read(f"/ru/regions/?place={quote(words)}", QUIET)

    assert page.status == 302
    assert unquote(page.response["Location"]) == f"/ru/regions/{leads_to}"


@pytest.mark.parametrize(
    ("words", "first", "number"),
    [
        ("Алматы", "almaty/", 2),
        ("Ақтөбе", "aqtobe-town/", 2),
        ("Актау", "aqtau/", 2),
        ("Аксу", "pavlodar/?place=Аксу", 6),
        ("Темир", "aqtobe/?place=Темир", 4),
        ("кар", "qaragandy-town/", 8),
        ("Темиртуа", "qaragandy/?place=Темиртау", 1),
        ("теракт в Астане", "astana/", 1),
        ("Первомайка", "almaty-region/?place=Первомайка", 2),
    ],
)
def test_words_that_may_mean_more_give_a_short_list(
    read: Reader, words: str, first: str, number: int
) -> None:
    found = shown(read, words)

    assert found[0] == first
    assert len(found) == number


@pytest.mark.parametrize(
    "words",
    [
        "x",
        "zzzz",
        "қаласы район",
        "\x00",
        "\u202e\u202d",
        "💥",
        "<script>",
        "';--",
        "я" * 10_000,
    ],
)
def test_words_for_no_place_give_all_regions(read: Reader, words: str) -> None:
    page = read(f"/ru/regions/?place={quote(words)}", QUIET)

    assert page.status == 200
    assert len(re.findall(r'<tr role="row" data-place="KZ-\d\d"', page.source)) == 20
    assert "\x00" not in page.source
    assert "\u202e" not in page.source
    assert "<script>" not in page.response.content.decode()
    assert "я" * 81 not in page.source


@pytest.mark.parametrize("query", ["place=", "place=%20", "place=&go=", "place[]=x", "place=%FF"])
def test_an_empty_field_gives_the_whole_list(read: Reader, query: str) -> None:
    page = read(f"/kk/regions/?{query}", QUIET)

    assert page.status == 200


def test_the_choice_from_the_list_goes_before_the_typed_word(read: Reader) -> None:
    page = read("/ru/regions/?go=aqtobe&place=Temirtau", QUIET)

    assert page.response["Location"] == "/ru/regions/aqtobe/"


def test_the_filter_leads_to_a_sure_place_as_well(read: Reader) -> None:
    page = read("/ru/regions/?name=актюб&level=&only=", QUIET)

    assert page.response["Location"] == "/ru/regions/aqtobe/"


def test_with_another_filter_it_stays_a_list(read: Reader) -> None:
    page = read(f"/ru/regions/?name={quote('темиртау')}&level=none", QUIET)

    assert page.status == 200
    assert re.findall(r'<tr role="row" data-place="([^"]+)"', page.source) == ["KZ-35"]
    assert "Темиртау: Карагандинская область" in page.text


@pytest.mark.parametrize(
    ("lang", "words", "line"),
    [
        ("kk", "Хромтау", "Хромтау: Ақтөбе облысы. Шекті («қызыл») деңгей 1 қалада белгіленген; "),
        ("ru", "Khromtau", "Хромтау: Актюбинская область. Критический («красный») уровень — в 1"),
        ("en", "Хромтау", "Khromtau: Aktobe Region. Critical (red) level in 1 town, which is not"),
    ],
)
def test_the_page_says_why_somebody_was_led_there(
    read: Reader, lang: str, words: str, line: str
) -> None:
    page = read(f"/{lang}/regions/aqtobe/?place={quote(words)}", RED_IN_AQTOBE)

    assert line in page.text


def test_a_village_is_not_told_that_it_lies_outside_the_town(read: Reader) -> None:
    page = read(f"/en/regions/aqtobe/?place={quote('Бадамша')}", RED_IN_AQTOBE)

    assert "Whether Badamsha lies in it is not known here" in page.text


@pytest.mark.parametrize("words", ["Temirtau", "zzz", "<b>", "\x00", "x" * 5000])
def test_a_page_that_is_not_the_one_says_so_and_leads_on(read: Reader, words: str) -> None:
    page = read(f"/en/regions/aqtobe/?place={quote(words)}", QUIET)

    assert page.status == 200
    assert ("The list has no such place in this region" in page.text) == bool(words.strip("\x00"))
    assert "<b>" + " " not in page.source


def test_the_search_of_the_site_says_why_a_region_stands_there(read: Reader) -> None:
    page = read("/ru/search/?q=Khromtau", RED_IN_AQTOBE)

    assert "Хромтау: Актюбинская область. Критический" in page.text
