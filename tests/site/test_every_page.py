"""Promises that every public page keeps, in every language."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve
from django.utils.translation import override

from tests.site.markup import Markup
from tests.site.pages import ALL_ADDRESSES, LANGUAGES, PAGE_TYPES, addresses

pytestmark = pytest.mark.usefixtures("whole_site")

OUTSIDE = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
MOST_OF_A_ROUTE = 12  # every place has a page for every day: so many stand for all
MOST_DRAWN = 2  # a poster takes a second; tests of their own ask for each kind
OTHERS = ("/ru/", "/en/")  # asked below
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
            if e.attributes.get("hreflang") in LANGUAGES and e.attributes["href"].startswith("/")
        }
        assert switches == expected, address


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_a_page_with_words_to_read_has_their_style(client: Client, kind: str) -> None:
    source = client.get(PAGE_TYPES[kind].format(lang="ru")).content.decode()

    has_words = (
        r'<(?:article|div|figure|ul|ol) class="(?:art|read|quote|blocks?|panels?|pair|chain)\b'
    )
    is_read = re.search(has_words, source)
    assert is_read is None or "portal/reading.css" in source


def test_every_local_link_leads_somewhere(client: Client) -> None:
    waiting, asked = sorted(addresses("kk")), Counter[str]()
    seen, broken = set(waiting), dict[str, str]()
    while waiting:
        address = waiting.pop(0)
        if not _is_asked(address, asked, "kk"):
            continue
        response = client.get(address)
        if response.status_code >= 400:
            broken[address] = str(response.status_code)
        elif _is_page(response):
            found = {link for link in _links(response) if not link.startswith(OTHERS)} - seen
            seen |= found
            waiting += sorted(found)

    assert broken == {}
    assert sum(asked.values()) > 150, "the walk saw the whole site"
    assert len(asked) >= 12, f"the walk saw every route: {sorted(asked)}"


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_no_link_of_a_translated_page_is_broken(client: Client, lang: str) -> None:
    targets = {link: page for page in addresses(lang) for link in _links(client.get(page))}
    own, asked = sorted(link for link in targets if f"/{lang}/" in link), Counter[str]()
    chosen = [link for link in own if _is_asked(link, asked, lang)]
    statuses = {link: client.get(link).status_code for link in chosen}

    broken = {link: targets[link] for link, status in statuses.items() if status >= 400}
    assert broken == {}
    assert len(statuses) > 50


def _is_asked(address: str, asked: Counter[str], lang: str) -> bool:
    path = address.partition("?")[0]
    with override(lang):
        route = resolve(path).view_name
    asked[route] += 1
    return asked[route] <= (MOST_DRAWN if path.endswith((".pdf", ".png")) else MOST_OF_A_ROUTE)


def _is_page(response: HttpResponse) -> bool:
    return "text/html" in response.headers.get("Content-Type", "")


def _links(response: HttpResponse) -> set[str]:
    anchors = Markup(response.content.decode()).all("a")
    targets = {anchor.attributes.get("href", "").partition("#")[0] for anchor in anchors}
    # Each page leads to itself as text alone: test_lite.py asks for those.
    pages = (t for t in targets if t.startswith("/") and not t.startswith(NOT_PAGES))
    return {t for t in pages if "lite=1" not in t}
