"""Posters are addressed as pictures are, and answered in words where they can't be made."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from guidance.stored.atlas import regions_changed
from guidance.views import sheets
from tests.factories import MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Reader

HOUR = timedelta(hours=1)
Asked = Callable[..., Any]


@pytest.fixture
def asked(client: Client, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Ask for a poster at an instant; give the answer, and the sheets that were printed for it."""
    told: list[Any] = []

    def pdf(sheet: Any) -> bytes:
        told.append(sheet)
        return b"%PDF"

    def ask(address: str, at: datetime = NOON, **headers: str) -> Any:
        told.clear()
        with time_machine.travel(at, tick=False):
            response = client.get(address, headers=headers or None)
        response.sheets = list(told)
        return response

    sheets.printed.cache_clear()
    monkeypatch.setattr(sheets, "pdf", pdf)
    return ask


def poster_named_by(page: Any) -> str:
    return str(page.match('href="([^"]+poster.pdf[^"]*)"'))


def test_the_poster_that_a_page_names_is_kept_for_ever(
    read: Reader, asked: Asked, aqtobe: Office
) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    at = NOON + MINUTE

    for lang in LANGUAGES:
        poster = asked(poster_named_by(read(f"/{lang}/regions/aqtobe/", at)), at)

        assert (poster.status_code, poster["Content-Type"]) == (200, "application/pdf")
        assert poster["Cache-Control"] == "public, max-age=31536000, immutable"
        assert poster["X-Robots-Tag"] == "noindex"
        assert "Set-Cookie" not in poster
        assert [sheet.lang for sheet in poster.sheets] == [lang]


def test_a_wall_in_kazakhstan_reads_kazakh_and_russian(asked: Asked, aqtobe: Office) -> None:
    spoken = {
        lang: [half.lang for half in asked(f"/{lang}/levels/red/poster.pdf").sheets[0].halves]
        for lang in LANGUAGES
    }

    assert spoken == {"kk": ["kk", "ru"], "ru": ["kk", "ru"], "en": ["en"]}


def test_an_old_address_leads_to_the_poster_of_now(
    read: Reader, asked: Asked, aqtobe: Office
) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    before = poster_named_by(read("/en/regions/aqtobe/", NOON + MINUTE))
    withdrawal = {"act": "WITHDRAW", "refers_to": "2026-0001"}
    published(aqtobe.drafter, aqtobe.approver, at=NOON + 10 * MINUTE, **withdrawal)
    at = NOON + 11 * MINUTE

    moved = asked(before, at)

    assert (moved.status_code, moved["Cache-Control"]) == (302, "no-store")
    assert moved["Location"] == poster_named_by(read("/en/regions/aqtobe/", at))
    (sheet,) = asked(moved["Location"], at).sheets
    assert sheet.key == "none"
    assert "This notice was issued in error" in sheet.halves[0].notices


def test_a_version_is_printed_once(read: Reader, asked: Asked, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    address = poster_named_by(read("/kk/regions/aqtobe/", NOON + MINUTE))

    first, again = asked(address, NOON + MINUTE), asked(address, NOON + 2 * MINUTE)

    assert (len(first.sheets), len(again.sheets)) == (1, 0)
    assert poster_named_by(read("/kk/regions/aqtobe/", NOON + HOUR + MINUTE)) != address


def test_without_a_version_every_reader_asks_again(asked: Asked, aqtobe: Office) -> None:
    first = asked("/ru/regions/aqtobe/poster.pdf")
    again = asked("/ru/regions/aqtobe/poster.pdf", **{"If-None-Match": first["ETag"]})
    published(aqtobe.drafter, aqtobe.approver)
    changed = asked(
        "/ru/regions/aqtobe/poster.pdf", NOON + MINUTE, **{"If-None-Match": first["ETag"]}
    )

    assert first["Cache-Control"] == "no-cache"
    assert (again.status_code, changed.status_code) == (304, 200)


def test_no_declaration_changes_the_poster_of_a_level(asked: Asked, aqtobe: Office) -> None:
    first = asked("/kk/levels/orange/poster.pdf")
    published(aqtobe.drafter, aqtobe.approver)
    later = asked("/kk/levels/orange/poster.pdf", NOON + HOUR)

    assert first["ETag"] == later["ETag"]


def test_a_changed_text_of_the_catalogue_changes_every_poster(asked: Asked, aqtobe: Office) -> None:
    addresses = ("/kk/levels/red/poster.pdf", "/kk/regions/aqtobe/poster.pdf")
    before = [asked(address)["ETag"] for address in addresses]
    regions_changed()

    for address, etag in zip(addresses, before, strict=True):
        assert asked(address)["ETag"] != etag


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("regions/nowhere/poster.pdf", 404),
        ("levels/green/poster.pdf", 404),
        ("levels/RED/poster.pdf", 404),
        ("levels/poster.pdf", 404),
        ("levels/none/poster.pdf", 200),
        ("levels/guide.pdf", 200),
        ("levels/red/guide.pdf", 404),
    ],
)
def test_what_is_not_there_has_no_poster(
    asked: Asked, aqtobe: Office, address: str, status: int
) -> None:
    assert asked(f"/en/{address}").status_code == status


def test_the_page_of_advice_leads_to_posters_of_now(
    read: Reader, asked: Asked, aqtobe: Office
) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    at = NOON + MINUTE
    named = {
        "advice/": ["none", "guide"],
        "advice/?region=aqtobe": ["orange", "orange", "guide"],
    }

    for address, keys in named.items():
        page = read(f"/kk/{address}", at)
        links = re.findall(r'href="([^"]+\.pdf\?v=[^"]+)"', page.source)
        posters = [asked(link, at) for link in links]
        assert [poster.sheets[0].key for poster in posters if poster.sheets] == keys
        assert "қазақша және орысша" in page.part('aria-labelledby="posters"')
        sheets.printed.cache_clear()


@pytest.mark.parametrize(
    "address", ["regions/aqtobe/poster.pdf", "levels/red/poster.pdf", "levels/guide.pdf"]
)
def test_a_poster_is_only_read(client: Client, aqtobe: Office, address: str) -> None:
    assert client.post(f"/kk/{address}").status_code == 405


@pytest.mark.parametrize(
    ("lang", "words"),
    [("kk", "басып шығарыңыз"), ("ru", "распечатайте"), ("en", "print that instead")],
)
def test_without_pango_it_says_what_to_print_instead(
    client: Client,
    aqtobe: Office,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    lang: str,
    words: str,
) -> None:
    sheets.printed.cache_clear()
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    response = client.get(f"/{lang}/levels/red/poster.pdf")

    assert (response.status_code, response["Cache-Control"]) == (503, "no-store")
    assert words in response.content.decode()
    assert "libpango" in caplog.text
