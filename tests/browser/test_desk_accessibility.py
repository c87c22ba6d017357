"""axe-core finds nothing on any screen of the desk, in the ledger of exercises neither."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Browser, Error, Page

from tests.browser.axe import violations
from tests.browser.conftest import Site, each_in_a_group_of_its_own
from tests.browser.officers import Officer, at_work

DESK = ("admin/desk/", "admin/people/", "admin/translations/")
EXAMPLES = {
    "<str:kind>": ("kk", "ru", "en", "difference"),
    "<path:path>": ("kk/regions/aqtobe/",),
    "<slug:catalogue>/<str:key>": ("level-text/YELLOW", "advice/Y1", "measure/CURFEW"),
    "<slug:catalogue>": ("contact", "measure"),
    "<str:source>/<str:target>/<str:form>/": ("ru/kk/po/",),
    "<str:source>/<str:target>/": ("ru/kk/", "kk/en/"),
}
# Everybody whom the desk shows different things; on a narrow and on a dark screen too.
LOOKS: dict[str, dict[str, Any]] = {
    "aqtobe-drafter": {"viewport": {"width": 1280, "height": 900}},
    "aqtobe-approver": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
    "republican": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}
# Of these one row stands for all: the first that the demo has.
FIRST_ROW = re.compile(r"<int:pk>")


def routes(patterns: list[Any], prefix: str = "") -> Iterator[str]:
    """List every route of the resolver as it is written."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route


def screens(rows: dict[str, dict[str, int]]) -> Iterator[str]:
    """Give an address for every route of the desk and of the people; one for each state."""
    for route in routes(get_resolver().url_patterns):
        if not route.startswith(DESK):
            continue
        ledger = rows["exercise" if route.startswith("admin/desk/exercise/") else "desk"]
        if route.startswith("admin/translations/"):
            row = rows["newsroom"]["incoming" if "/incoming/" in route else "article"]
            whole = [FIRST_ROW.sub(str(row), route)]
        elif "/declarations/<int:pk>/" in route or "/history/<int:pk>/" in route:
            whole = [FIRST_ROW.sub(str(pk), route) for pk in ledger.values()]
        else:
            whole = [FIRST_ROW.sub("1", route)]
        for address in whole:
            yield from _filled(address)


def _filled(address: str) -> Iterator[str]:
    for part, examples in EXAMPLES.items():
        if part in address:
            yield from (address.replace(part, example) for example in examples)
            return
    assert "<" not in address, f"give {address} an example"
    yield address


@pytest.fixture(scope="module")
def site(served: Callable[[str], Site]) -> Site:
    """Return a portal of this module's own."""
    return served("desk screens")


@pytest.fixture(scope="module")
def rows(site: Site) -> dict[str, dict[str, int]]:
    """Return the declarations of each state in both ledgers."""
    made: dict[str, dict[str, int]] = json.loads(site.run("-m", "tests.browser.desk_scene"))
    return made


@pytest.fixture(scope="module")
def sign_in(
    chromium: Browser, site: Site, rows: dict[str, dict[str, int]]
) -> Iterator[Callable[..., Officer]]:
    """Return a function that signs people in to a desk where every state has its row."""
    with at_work(chromium, site) as enter:
        yield enter


@pytest.mark.parametrize("name", each_in_a_group_of_its_own(LOOKS))
def test_axe_finds_nothing_on_any_screen(
    site: Site, rows: dict[str, dict[str, int]], sign_in: Callable[..., Officer], name: str
) -> None:
    # The policy stays in force for the page; only the checker's own script may enter.
    page = sign_in(name, bypass_csp=True, **LOOKS[name]).page
    findings: dict[str, list[str]] = {}
    looked_at = 0

    for address in screens(rows):
        if not opened(page, f"{site.url}/{address}"):
            continue
        looked_at += 1
        found = violations(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append("scrolls sideways")
        if found:
            findings[address] = found

    assert findings == {}
    assert looked_at > 33


def opened(page: Page, address: str) -> bool:
    """Open an address; tell whether it is a whole page, neither a part, a file nor a way on."""
    if "/live/" in address or address.endswith("/results/"):
        return False
    try:
        answer = page.goto(address)
    except Error:  # a file, or an answer without a body
        assert page.request.get(address, max_redirects=0).status < 500, address
        return False
    assert answer is not None
    assert answer.status < 500, address
    is_page = answer.headers.get("content-type", "").startswith("text/html")
    return answer.status == 200 and is_page and answer.request.redirected_from is None
