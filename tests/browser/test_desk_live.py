"""The desk's first page in the browser: it keeps itself true, disturbs nobody, fits a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations_in_both_schemes
from tests.browser.conftest import Site
from tests.browser.officers import Officer, at_work

SOON = 20_000  # milliseconds: a few rounds of five seconds, on a busy machine
PAGES = ("desk/", "desk/declarations/", "translations/")


@pytest.fixture(scope="module")
def site(served: Callable[[str], Site]) -> Site:
    """Return a portal of this module's own."""
    return served("live")


@pytest.fixture(scope="module")
def officer(chromium: Browser, site: Site) -> Iterator[Officer]:
    """Return the drafter of Aktobe Region, signed in; the checker's script may enter."""
    with at_work(chromium, site) as sign_in:
        yield sign_in("aqtobe-drafter", bypass_csp=True, viewport={"width": 1280, "height": 900})


def publish(site: Site, scene: str) -> None:
    """Let other people publish: a level for the country, and red for Aktobe Region."""
    site.run("-m", "tests.browser.scenes", scene)


def reads(page: Page) -> str:
    """Return what is announced to whoever listens."""
    return page.locator("[data-board-news]").inner_text()


def test_a_level_appears_by_itself_and_the_focus_stays(site: Site, officer: Officer) -> None:
    page = officer.page
    officer.open_desk()
    page.evaluate("window.isTheSamePage = true")
    search = page.locator("#filter-name")
    search.fill("Ақт")

    publish(site, "red")

    expect(page.locator("#board-home")).to_contain_text("critical (red)", timeout=SOON)
    assert page.evaluate("window.isTheSamePage")
    expect(search).to_be_focused()
    expect(search).to_have_value("Ақт")
    assert reads(page).startswith("1 place has a level")


def test_a_part_in_which_somebody_works_waits_until_they_leave(
    site: Site, officer: Officer
) -> None:
    page = officer.page
    officer.open_desk()
    button = page.locator("#board-home a.button").first
    button.focus()
    before = page.locator("#board-home").inner_text()

    with page.expect_response(lambda answer: "/live/" in answer.url and answer.status == 200):
        publish(site, "yellow")

    expect(button).to_be_focused()
    assert page.locator("#board-home").inner_text() == before


def test_a_hidden_tab_asks_nothing(officer: Officer) -> None:
    page = officer.page
    officer.open_desk()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.evaluate(
        "Object.defineProperty(document, 'hidden', {configurable: true, get: () => true});"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    page.wait_for_timeout(6_500)
    while_hidden = [url for url in asked if "/live/" in url]
    with page.expect_request(lambda request: "/live/" in request.url):
        page.evaluate(
            "delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))"
        )

    assert while_hidden == []


def test_a_page_that_can_no_longer_ask_says_so(officer: Officer) -> None:
    page = officer.page
    officer.open_desk()
    page.route("**/live/**", lambda route: route.fulfill(status=403))

    expect(page.locator("[data-board-stopped]")).to_be_visible(timeout=SOON)
    page.unroute("**/live/**")


def test_without_script_the_page_has_its_hour_and_a_way_to_reload(
    chromium: Browser, site: Site, officer: Officer
) -> None:
    state = officer.page.context.storage_state()
    context = chromium.new_context(java_script_enabled=False, storage_state=state)
    page = context.new_page()
    page.goto(f"{site.url}/admin/desk/")

    expect(page.locator("#board-status")).to_contain_text("As of")
    page.click(".board-as-of a")
    expect(page).to_have_url(f"{site.url}/admin/desk/")
    assert page.locator("meta[http-equiv=refresh]").count() == 0
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(
    path: str, site: Site, officer: Officer
) -> None:
    page = officer.page
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site.url}/admin/{path}")

    found = violations_in_both_schemes(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size({"width": 1280, "height": 900})

    assert found == []
    assert width <= 320
