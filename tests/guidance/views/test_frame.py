"""What stands on every page: languages, sections, status, numbers, who runs it."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import pytest

from tests.guidance.views.conftest import LANGUAGES, Reader

pytestmark = pytest.mark.usefixtures("record_of_2016")

TODAY = datetime.fromisoformat("2026-11-22T12:00:00+05:00")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_stays_on_the_page_and_keeps_the_query(read: Reader, lang: str) -> None:
    page = read(f"/{lang}/regions/?level=red&name=a", TODAY)

    for code in LANGUAGES:
        assert f'<a href="/{code}/regions/?level=red&name=a" lang="{code}"' in page.source
    assert page.source.count('aria-current="true"') == 1


def test_names_its_one_true_address_and_those_of_its_translations(read: Reader) -> None:
    page = read("/ru/regions/aqtobe/?part=x", TODAY)

    base = "https://dengei.example"
    assert f'<link rel="canonical" href="{base}/ru/regions/aqtobe/">' in page.source
    for code, lang in (("kk", "kk"), ("ru", "ru"), ("en", "en"), ("x-default", "kk")):
        link = f'<link rel="alternate" hreflang="{code}" href="{base}/{lang}/regions/aqtobe/">'
        assert link in page.source


def test_says_which_section_it_is_in(read: Reader) -> None:
    page = read("/en/history/", TODAY)

    assert '<a href="/en/history/" aria-current="page">' in page.source


def test_lets_the_keyboard_skip_to_the_content(read: Reader) -> None:
    page = read("/en/regions/", TODAY)

    assert page.source.index('class="skip" href="#main"') < page.source.index("<header")
    assert '<main id="main"' in page.source


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_whom_to_call(read: Reader, lang: str) -> None:
    footer = read(f"/{lang}/regions/", TODAY).source.split("<footer")[1]

    assert re.findall(r'href="tel:(\d+)"', footer) == ["112", "102", "103", "101", "110"]


def test_says_that_it_is_not_official_unless_the_settings_say_so(
    read: Reader, settings: Any
) -> None:
    words = "The portal is not an official warning channel"

    unofficial = read("/en/regions/", TODAY)
    settings.IS_OFFICIAL_CHANNEL = True
    official = read("/en/regions/", TODAY)

    assert words in unofficial.text
    assert words not in official.text


@pytest.mark.parametrize(
    ("lang", "name"),
    [("kk", "Сынақ операторы"), ("ru", "Тестовый оператор"), ("en", "Test operator")],
)
def test_says_who_runs_it(read: Reader, lang: str, name: str) -> None:
    footer = read(f"/{lang}/regions/", TODAY).source.split("<footer")[1]

    assert name in footer
    assert "desk@dengei.example" in footer


@pytest.mark.parametrize("address", ["/en/regions/", "/en/regions/aqtobe/", "/en/history/"])
def test_asks_nothing_of_the_visitor(read: Reader, address: str) -> None:
    response = read(address, TODAY).response

    assert not response.cookies
    assert "cookie" not in response.headers.get("Vary", "").lower()
    source = response.content.decode()
    scripts = re.findall(r"<script [^>]*>", source)
    assert len(scripts) == source.count("<script")
    assert all(' src="/' in each or "application/ld+json" in each for each in scripts), scripts
    assert " style=" not in source
