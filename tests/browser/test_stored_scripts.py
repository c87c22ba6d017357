"""Scripts that stand in every text of the newsroom run nowhere: for no reader and no editor."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import Site
from tests.browser.officers import Officer
from tests.browser.stored_scripts import ELEMENT
from tests.site.pages import LANGUAGES

PUBLIC = (
    "", "news/", "news/?topic=statements&type=comment", "news/experts-after-aqtobe/",
    "news/day-of-mourning-9-june/", "news/almaty-18-july-what-we-know/",
    "news/almaty-18-july-what-we-know/entries/", "people/yerlan-karin/", "organisations/amanat/",
    "topics/statements/", "search/?q=script", "search/?q=alert&type=article",
    "regions/aqtobe-town/", "feeds/news.atom", "feeds/news.json", "feeds/levels.atom",
)  # fmt: skip
ADMIN = (
    "/admin/", "/admin/pages/", "/admin/pages/search/?q=script", "/admin/articles/",
    "/admin/statements/", "/admin/live-posts/", "/admin/translations/", "/admin/images/",
    "/admin/documents/", "/admin/snippets/news/person/", "/admin/snippets/news/organisation/",
    "/admin/snippets/news/topic/", "/admin/desk/",
)  # fmt: skip
WATCH = """
window.told = [];
document.addEventListener("securitypolicyviolation", event => window.told.push(event.blockedURI));
"""


class Watched:
    """Hold a page that remembers every dialog and every refusal of the policy."""

    def __init__(self, context: BrowserContext) -> None:
        self.wrong: list[str] = []
        context.add_init_script(WATCH)
        self.page: Page = context.new_page()
        self.page.on("dialog", self._dialog)

    def _dialog(self, dialog: Any) -> None:
        self.wrong.append(f"{self.page.url} opened a dialog")
        dialog.dismiss()

    def look(self, address: str) -> str:
        """Open an address; give the text of the answer."""
        answer = self.page.goto(address)
        assert answer is not None
        if answer.status != 200:
            self.wrong.append(f"{address} answered {answer.status}")
        if self.page.locator(ELEMENT).count():
            self.wrong.append(f"{address} made an element of a text")
        for told in self.page.evaluate("window.told || []"):
            self.wrong.append(f"{address} was refused {told}")
        return str(answer.text())


@pytest.fixture(scope="module")
def spoilt(served: Callable[[str], Site]) -> tuple[Site, list[str]]:
    """Serve a demo whose every text is a script, with the admin's addresses of its pages."""
    site = served("stored scripts")
    addresses: list[str] = json.loads(site.run("-m", "tests.browser.stored_scripts"))
    site.manage("rebuild_search")
    return site, addresses


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Watched]:
    """Watch a page on a desk's screen."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    yield Watched(context)
    context.close()


def test_no_reader_s_page_and_no_feed_runs_a_stored_script(
    spoilt: tuple[Site, list[str]], watched: Watched
) -> None:
    site, _addresses = spoilt
    shown = 0

    for lang in LANGUAGES:
        for address in PUBLIC:
            shown += ELEMENT in watched.look(f"{site.url}/{lang}/{address}")

    assert watched.wrong == []
    assert shown >= 3 * len(PUBLIC) - 9, "the texts stand on nearly every page, as texts"


def test_no_screen_of_the_admin_runs_a_stored_script(
    spoilt: tuple[Site, list[str]], watched: Watched
) -> None:
    site, addresses = spoilt
    Officer("republican", watched.page, site).sign_in()
    shown = 0

    for address in (*ADMIN, *addresses[:25]):
        shown += ELEMENT in watched.look(site.url + address)

    assert watched.wrong == []
    assert shown >= 25, "the texts stand on nearly every screen, as texts"
