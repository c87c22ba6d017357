"""Pictures to share say what the page says now, and no cache keeps one that says otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from guidance.channels.cards import drawing
from guidance.views import pictures
from tests.factories import MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Reader

HOUR = timedelta(hours=1)
WITHDRAWAL = {"act": "WITHDRAW", "refers_to": "2026-0001"}
Asked = Callable[..., Any]


@pytest.fixture
def drawn(client: Client, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Ask for a picture at an instant; give the answer, and the words where it was drawn."""

    def ask(address: str, at: datetime = NOON, **headers: str) -> Any:
        told: list[str] = []

        def png(story: Any, name: str) -> bytes:
            drawn_words = " ".join(re.findall(r"<text[^>]*>([^<]*)", drawing.svg(story, name)))
            told.append(" ".join(drawn_words.split()))
            return b"\x89PNG"

        pictures.drawn.cache_clear()
        monkeypatch.setattr(pictures, "png", png)
        with time_machine.travel(at, tick=False):
            response = client.get(address, headers=headers or None)
        response.words = told[0] if told else ""
        return response

    return ask


def picture_named_by(page: Any) -> str:
    return str(page.match('property="og:image" content="https://dengei.example([^"]+)"'))


def test_the_picture_that_a_page_names_says_level_terms_and_number(
    read: Reader, drawn: Asked, aqtobe: Office
) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    at = NOON + MINUTE

    for lang in LANGUAGES:
        page = read(f"/{lang}/regions/aqtobe/", at)
        picture = drawn(picture_named_by(page), at)

        assert picture.status_code == 200
        assert picture["Content-Type"] == "image/png"
        assert picture["Cache-Control"] == "public, max-age=31536000, immutable"
        assert picture["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "Set-Cookie" not in picture
        strong = page.match('<h2 id="level"[^>]*>.*?<strong>(.*?)</strong>')
        for said in (strong, "2026-0001", "dengei.example/c/2026-0001", "(UTC+5)"):
            assert said in picture.words


def test_an_old_address_leads_to_the_picture_of_now(
    read: Reader, drawn: Asked, aqtobe: Office
) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    before = picture_named_by(read("/en/regions/aqtobe/", NOON + MINUTE))
    published(aqtobe.drafter, aqtobe.approver, at=NOON + 10 * MINUTE, **WITHDRAWAL)
    at = NOON + 11 * MINUTE

    moved = drawn(before, at)

    assert (moved.status_code, moved["Cache-Control"]) == (302, "no-store")
    assert moved["Location"] == picture_named_by(read("/en/regions/aqtobe/", at))
    now = drawn(moved["Location"], at)
    assert "no terrorism threat level in force" in now.words
    assert "issued in error" in now.words


def test_a_level_that_stands_for_weeks_is_told_anew_each_hour(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    first, same, later = (
        picture_named_by(read("/kk/regions/aqtobe/", NOON + after))
        for after in (MINUTE, 2 * MINUTE, HOUR + MINUTE)
    )

    assert first == same
    assert later != first


def test_without_a_version_every_reader_asks_again(drawn: Asked, aqtobe: Office) -> None:
    first = drawn("/ru/regions/aqtobe/card.png")
    again = drawn("/ru/regions/aqtobe/card.png", **{"If-None-Match": first["ETag"]})
    published(aqtobe.drafter, aqtobe.approver)
    changed = drawn(
        "/ru/regions/aqtobe/card.png", NOON + MINUTE, **{"If-None-Match": first["ETag"]}
    )

    assert first["Cache-Control"] == "no-cache"
    assert (again.status_code, changed.status_code) == (304, 200)


@pytest.mark.parametrize("shape", ["wide", "square", "story"])
def test_each_format_has_an_address_of_its_own(drawn: Asked, aqtobe: Office, shape: str) -> None:
    asked = drawn(f"/kk/regions/aqtobe/card.png?format={shape}&v=old")

    assert drawn(asked["Location"]).status_code == 200
    assert ("format=" in asked["Location"]) == (shape != "wide")


@pytest.mark.parametrize(
    "address",
    [
        "regions/nowhere/card.png",
        "regions/aqtobe/card.png?format=poster",
        "declarations/2026-0001/card.png",
        "declarations/x/card.png",
        "levels/green/card.png",
        "levels/RED/card.png",
    ],
)
def test_what_is_not_there_has_no_picture(client: Client, aqtobe: Office, address: str) -> None:
    assert client.get(f"/en/{address}").status_code == 404


def test_a_declaration_taken_back_says_so(read: Reader, drawn: Asked, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + MINUTE, **WITHDRAWAL)
    at = NOON + 2 * MINUTE

    for lang in LANGUAGES:
        page = read(f"/{lang}/declarations/2026-0001/", at)
        picture = drawn(picture_named_by(page), at)

        verdict = page.match('class="verdict"[^>]*><b>(.*?)\\.</b>')
        for said in (verdict, page.match("<h1><s>(.*?)</s></h1>"), "2026-0001"):
            assert said in picture.words


def test_the_picture_of_a_drill_says_first_that_it_is_one(
    read: Reader, drawn: Asked, aqtobe: Office
) -> None:
    published(aqtobe.drafter, aqtobe.approver, exercise=True)

    page = read("/en/declarations/EX-2026-0001/", NOON + MINUTE)
    picture = drawn(picture_named_by(page), NOON + MINUTE)

    assert picture.words.startswith("ОҚУ-ЖАТТЫҒУ · УЧЕНИЕ · EXERCISE")


@pytest.mark.parametrize(
    "address",
    ["regions/", "regions/aqtobe/", "history/", "history/2026-01-01/", "exercises/", "status/",
     "regions/aqtobe/on/2026-01-01/"],
)  # fmt: skip
def test_every_page_introduces_itself_once(read: Reader, aqtobe: Office, address: str) -> None:
    page = read(f"/ru/{address}")

    assert page.match('property="og:title" content="(.*?)"')
    shared = page.match('property="og:url" content="(.*?)"')
    assert shared == f"https://dengei.example/ru/{address}"
    assert page.match('property="og:locale" content="(.*?)"') == "ru_RU"
    assert page.source.count("twitter:card") == 1
    assert page.source.count('property="og:locale:alternate"') == 2
    assert picture_named_by(page).startswith("/ru/")
