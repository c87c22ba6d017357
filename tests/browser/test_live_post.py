"""A live post in the browser: it says how many entries are new, and moves nothing by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.live_scenes import ADDRESS

HALF_A_MINUTE = "00:31"


def hide(page: Page, *, is_hidden: bool) -> None:
    """Tell the page that its tab was put away or fetched again."""
    page.evaluate(
        """(hidden) => {
            Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        is_hidden,
    )


@pytest.fixture(scope="module")
def site(served: Callable[[str], Site]) -> Site:
    """Serve a demo whose live post goes on."""
    reopened = served("chronicle")
    reopened.run("-m", "tests.browser.live_scenes", "reopen")
    return reopened


def test_new_entries_are_counted_and_wait_until_they_are_asked_for(
    site: Site, chromium: Browser
) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 568})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url) if "/entries/" in sent.url else None)
    page.clock.install()
    page.goto(f"{site.url}/ru/news/{ADDRESS}/")
    before = page.locator(".entry").count()

    hide(page, is_hidden=True)
    page.clock.run_for(HALF_A_MINUTE)
    assert not asked, "a hidden tab asks nothing"

    site.run("-m", "tests.browser.live_scenes", "entry")
    hide(page, is_hidden=False)
    page.clock.run_for(HALF_A_MINUTE)

    expect(page.locator(".live-bar [role=status]")).to_have_text("Новых записей: 1")
    assert page.locator(".entry").count() == before, "nothing moves until it is asked for"
    page.get_by_role("link", name="Обновить").click()
    expect(page.locator(".entry").first).to_contain_text("Новая запись")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_status_keeps_its_place(site: Site, chromium: Browser, scheme: str) -> None:
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{site.url}/kk/news/{ADDRESS}/")
    first = page.locator(".entry").first
    before = first.bounding_box()

    told = page.locator(".live-bar [role=status]")
    told.evaluate("(told) => { told.textContent = 'Жаңа жазбалар: 12' }")

    assert first.bounding_box() == before
    context.close()
