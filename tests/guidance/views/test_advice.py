"""The page of advice cards: a level, a place, a kind of readers."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from guidance.models import Advice
from guidance.templatetags.levels import unbroken
from tests.guidance.views.conftest import LANGUAGES, Reader

pytestmark = pytest.mark.usefixtures("record_of_2016")

RED_IN_AQTOBE = datetime.fromisoformat("2016-06-07T12:00:00+06:00")
QUIET = datetime.fromisoformat("2026-11-22T12:00:00+05:00")
CARDS = ["home", "transport", "school", "crowd", "workplace", "visitor"]


def cards(source: str) -> list[str]:
    return re.findall(r'<h3 id="([a-z-]+)"', source)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("level", ["yellow", "orange", "red"])
def test_has_a_card_for_every_place_at_every_level(read: Reader, lang: str, level: str) -> None:
    page = read(f"/{lang}/advice/?level={level}", QUIET)

    assert page.status == 200
    assert cards(page.source) == CARDS
    rows = Advice.objects.filter(group=level.upper(), audience="").exclude(situation="")
    assert rows.count() >= 12
    for row in rows:
        assert unbroken(getattr(row, f"text_{lang}")) in page.source, row.code


def test_a_kind_of_readers_finds_its_own_lines_first(read: Reader) -> None:
    page = read("/en/advice/?level=red&for=parents", QUIET)

    assert "Keep children away from windows" in page.part('aria-labelledby="own"')
    school = page.source.split('id="school"')[1].split("</section>")[0]
    assert school.index("Do not drive to the school") < school.index("Children stay inside")


def test_the_level_is_the_one_in_force_at_the_place(read: Reader) -> None:
    town = read("/en/advice/?region=aqtobe-town", RED_IN_AQTOBE)
    elsewhere = read("/en/advice/?region=almaty", RED_IN_AQTOBE)
    nowhere = read("/en/advice/?region=almaty", QUIET)

    assert "Do not set off" in town.text
    assert "Come to the station or airport early" in elsewhere.text
    assert cards(nowhere.source) == []
    assert "Save 112, 102 and 110" in nowhere.text


def test_a_chosen_level_is_not_taken_for_the_one_in_force(read: Reader) -> None:
    page = read("/en/advice/?region=almaty&level=red", RED_IN_AQTOBE)

    assert "Another level is in force there now" in page.text


@pytest.mark.parametrize("query", ["level=purple", "for=nobody", "region=atlantis", "level=%00"])
def test_what_is_unknown_is_told_and_the_page_still_helps(read: Reader, query: str) -> None:
    page = read(f"/en/advice/?{query}", QUIET)

    assert page.status == 200
    assert "The address asks for what is not known here" in page.text
    assert "Save 112, 102 and 110" in page.text


def test_a_place_with_a_level_leads_to_its_cards_and_one_without_does_not(read: Reader) -> None:
    red = read("/ru/regions/aqtobe-town/", RED_IN_AQTOBE)
    quiet = read("/ru/regions/aqtobe-town/", QUIET)

    assert 'href="/ru/advice/?region=aqtobe-town"' in red.source
    assert cards(read("/ru/advice/?region=aqtobe-town", RED_IN_AQTOBE).source) == CARDS
    assert 'href="/ru/advice/?region=aqtobe-town"' not in quiet.source
