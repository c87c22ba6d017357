"""Promises that every public page keeps, in every language."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.site.markup import Markup
from tests.site.pages import ALL_ADDRESSES, LANGUAGES, PAGE_TYPES

pytestmark = pytest.mark.usefixtures("whole_site")

OUTSIDE = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
NOT_PAGES = ("/static/", "/media/", "/admin")
LOADING = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "srcset"}


@pytest.mark.parametrize("address", ALL_ADDRESSES)
def test_answers_as_a_complete_page(client: Client, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 200, address
    page = Markup(response.content.decode())
    (html,) = page.all("html")
    assert html.attributes["lang"] == address[1:3]
    assert len(page.all("h1")) == 1, f"{address} has one first heading"
    assert len(page.all("main")) == 1
    assert page.all("title")
    assert "{{" not in page.source
    assert "{%" not in page.source


@pytest.mark.parametrize("address", ALL_ADDRESSES)
def test_sets_no_cookie_and_may_be_cached_by_everybody(client: Client, address: str) -> None:
    response = client.get(address)

    assert not response.cookies, address
    assert "cookie" not in response.headers.get("Vary", "").lower()
    assert "public" in response.headers["Cache-Control"]


@pytest.mark.parametrize("address", ALL_ADDRESSES)
def test_has_nothing_inline_and_loads_nothing_from_elsewhere(client: Client, address: str) -> None:
    response = client.get(address)

    page = Markup(response.content.decode())
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert not page.all("style")
    assert not page.with_attribute("style")
    handlers = [e for e in page.elements for name in e.attributes if name.startswith("on")]
    assert not handlers, f"{address} has inline handlers"
    scripts = [e for e in page.all("script") if e.attributes.get("type") != "application/ld+json"]
    assert all("src" in script.attributes for script in scripts)
    for tag, attribute in LOADING.items():
        for element in page.all(tag):
            if element.attributes.get("rel") in ("alternate", "canonical"):
                continue
            assert not OUTSIDE.match(element.attributes.get(attribute, "")), element


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_stays_on_the_page_when_the_language_changes(client: Client, kind: str) -> None:
    for lang in LANGUAGES:
        address = PAGE_TYPES[kind].format(lang=lang)
        page = Markup(client.get(address).content.decode())
        expected = {code: PAGE_TYPES[kind].format(lang=code) for code in LANGUAGES}

        assert set(page.alternates()) == {*LANGUAGES, "x-default"}, address
        for code, target in expected.items():
            assert page.alternates()[code] == f"https://dengei.example{target}"
        switches = {
            e.attributes["hreflang"]: e.attributes["href"]
            for e in page.all("a")
            if "hreflang" in e.attributes and e.attributes["hreflang"] in LANGUAGES
        }
        assert switches == expected, address


def test_every_local_link_leads_somewhere(client: Client) -> None:
    seen: set[str] = set(ALL_ADDRESSES)
    waiting = sorted(seen)
    broken: dict[str, str] = {}
    while waiting and len(seen) < 1500:
        address = waiting.pop()
        response = client.get(address)
        if response.status_code >= 400:
            broken[address] = str(response.status_code)
            continue
        if "text/html" not in response.headers.get("Content-Type", ""):
            continue
        for link in Markup(response.content.decode()).all("a"):
            target = link.attributes.get("href", "").partition("#")[0]
            is_page = target.startswith("/") and not target.startswith(NOT_PAGES)
            if is_page and target not in seen:
                seen.add(target)
                waiting.append(target)

    assert broken == {}
    assert len(seen) > 150, "the walk saw the whole site"
