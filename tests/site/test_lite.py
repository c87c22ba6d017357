"""Every page as text alone: light, complete, and never mixed up with the whole page."""

from __future__ import annotations

import gzip
from datetime import datetime

import pytest
import time_machine
from django.test import Client

from portal.static_storage import LITE_STYLE
from tests.site.markup import Markup
from tests.site.pages import LANGUAGES, PAGE_TYPES
from tests.site.test_weight import RED, weight_of_style

pytestmark = pytest.mark.usefixtures("whole_site")

MOST = 10 * 1024
NOW = datetime.fromisoformat("2026-11-22T12:00:00+05:00")
SAVING = {"Save-Data": "on"}


@pytest.fixture(scope="module")
def style_weight() -> int:
    return weight_of_style(LITE_STYLE)


@pytest.mark.parametrize("kind", PAGE_TYPES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_as_text_alone_is_below_ten_kilobytes(
    client: Client, style_weight: int, kind: str, lang: str
) -> None:
    with time_machine.travel(RED, tick=False):
        answer = client.get(PAGE_TYPES[kind].format(lang=lang), {"lite": "1"})

    page = Markup(answer.content.decode())
    weight = len(gzip.compress(answer.content, 9)) + style_weight
    assert weight <= MOST, f"{kind} in {lang}: {weight} bytes"
    for tag in ("script", "img", "picture", "iframe"):
        assert not page.all(tag), f"{kind} in {lang} has {tag}"
    assert 'class="map"' not in page.source
    assert len(page.all("h1")) == 1
    (style,) = [e for e in page.all("link") if e.attributes["rel"] == "stylesheet"]
    assert style.attributes["href"].endswith(LITE_STYLE)


@pytest.mark.parametrize("kind", ["home", "region", "article", "history", "news", "search"])
def test_the_light_page_has_the_address_the_level_and_the_way_back(
    client: Client, kind: str
) -> None:
    address = PAGE_TYPES[kind].format(lang="ru")
    with time_machine.travel(RED, tick=False):
        whole = Markup(client.get(address).content.decode())
        light = Markup(client.get(address, {"lite": "1"}).content.decode())

    def canonical(page: Markup) -> list[str]:
        links = page.all("link")
        return [e.attributes["href"] for e in links if e.attributes["rel"] == "canonical"]

    assert canonical(light) == canonical(whole)
    links = {e.attributes["href"] for e in light.all("a")}
    pages = {
        link for link in links if link.startswith("/ru/") and link.partition("?")[0][-1] == "/"
    }
    assert pages - {address} == {link for link in pages - {address} if "lite=1" in link}
    assert address in links, "the footer leads back to the whole page"
    assert f"{address}?lite=1" in {e.attributes["href"] for e in whole.all("a")}
    assert "нет фильтра" not in light.text
    if kind in ("home", "region"):
        assert "красный" in light.text or "жёлтый" in light.text


def test_a_browser_that_saves_data_gets_text_and_caches_are_told(client: Client) -> None:
    whole, light = client.get("/kk/"), client.get("/kk/", headers=SAVING)
    asked = client.get("/kk/", {"lite": "0"}, headers=SAVING)

    assert "Save-Data" in whole["Vary"]
    assert "Save-Data" in light["Vary"]
    assert b"<script" in whole.content
    assert b"<script" not in light.content
    assert b"<script" in asked.content, "what the address asks for goes first"
    assert b'href="/kk/?lite=0"' in light.content, "and there is a way to it"
    assert b'href="/kk/regions/?lite=0"' in asked.content, "which goes on"


def test_the_pickers_redirect_keeps_the_choice(client: Client) -> None:
    answer = client.get("/kk/regions/", {"go": "aqtobe", "lite": "1"})

    assert answer["Location"] == "/kk/regions/aqtobe/?lite=1"


@pytest.mark.parametrize("value", ["", "2", "on", "1'", "%00"])
def test_another_value_asks_for_nothing(client: Client, value: str) -> None:
    assert b"<script" in client.get("/ru/", {"lite": value}).content


def test_a_page_that_is_not_there_is_light_too(client: Client) -> None:
    answer = client.get("/kk/nowhere/", {"lite": "1"})

    assert answer.status_code == 404
    assert b"<script" not in answer.content
    assert b'href="/kk/regions/?lite=1"' in answer.content
