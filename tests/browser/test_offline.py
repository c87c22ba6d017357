"""A phone without a network: what it shows, how old that is, and what it no longer claims."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.offline_scenes import (
    BROKEN,
    KEPT,
    KEPT_ANEW,
    UPDATE,
    Served,
    filter_of_card,
    forget,
    in_days,
    levels_shown,
    portal_of,
    server_time_moves,
    status_of,
    until,
)

OWN = "/ru/regions/aqtobe/"
RED = "критический"
AGE = ".age[role=status]"
ELEVEN_DAYS = 11 * 86_400_000  # the levels of the scene end after ten


@pytest.fixture(scope="module")
def site(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a portal of this module's own."""
    served = portal_of(built_demo, tmp_path_factory.mktemp("offline") / "data")
    served.start()
    yield served
    served.stop()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Return a phone on which nothing is kept."""
    made = chromium.new_context(viewport={"width": 320, "height": 640})
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture
def phone(site: Served, context: BrowserContext) -> Page:
    """Return a page of a phone whose own region is kept."""
    page = context.new_page()
    page.goto(f"{site.url}/ru/")
    page.evaluate("localStorage.setItem('places', JSON.stringify(['aqtobe']))")
    page.reload()
    for path in (OWN, "/ru/advice/", "/ru/levels/red/", "/ru/offline/"):
        until(page, KEPT, path)
    return page


def test_without_a_network_the_own_region_answers_with_its_age(
    site: Served, context: BrowserContext, phone: Page
) -> None:
    context.set_offline(True)

    phone.goto(f"{site.url}{OWN}")

    banner = phone.locator(AGE)
    expect(banner).to_contain_text("Нет связи. Сохранённые данные:")
    assert phone.locator(".level time").last.inner_text() in banner.inner_text()
    expect(phone.locator(".level")).to_contain_text(RED)
    expect(phone.locator("html")).not_to_have_attribute("data-old", "")
    assert phone.evaluate("getComputedStyle(document.querySelector('.level')).color") == (
        "rgb(255, 255, 255)"
    ), "the style is kept too"
    assert phone.evaluate("document.documentElement.scrollWidth") == 320


def test_a_page_that_was_never_read_gives_numbers_and_no_level(
    site: Served, context: BrowserContext, phone: Page
) -> None:
    context.set_offline(True)

    phone.goto(f"{site.url}/ru/regions/almaty/")

    expect(phone.locator("main")).to_contain_text("Эта страница не знает текущего уровня")
    expect(phone.locator("main")).to_contain_text("Слушайте радио и телевидение")
    expect(phone.locator("main a[href='tel:112']")).to_be_visible()
    expect(phone.locator("[data-kept] li")).to_have_count(1)
    expect(phone.locator("[data-kept] a")).to_have_attribute("href", OWN)
    assert levels_shown(phone) == set()


def test_a_page_as_text_alone_is_not_kept_since_it_could_not_take_its_level_back(
    site: Served, context: BrowserContext, phone: Page
) -> None:
    context.set_extra_http_headers({"Save-Data": "on"})
    answered = phone.goto(f"{site.url}/ru/regions/almaty/")
    assert answered is not None
    assert answered.from_service_worker
    assert phone.locator("script[src]").count() == 0
    phone.wait_for_timeout(5000)  # the browser itself may show a page for four seconds
    context.set_offline(True)

    phone.goto(f"{site.url}/ru/regions/almaty/")

    expect(phone.locator("main")).to_contain_text("Эта страница не знает текущего уровня")


def test_a_server_that_is_gone_or_broken_is_no_network_either(
    built_demo: Path, site: Served, phone: Page
) -> None:
    site.stop()
    try:
        forget(phone)
        phone.goto(f"{site.url}{OWN}")
        expect(phone.locator(AGE)).to_contain_text("Нет связи.")
        expect(phone.locator(".level")).to_contain_text(RED)
    finally:
        site.start()

    phone.goto(f"{site.url}{OWN}")
    expect(phone.locator(AGE)).to_be_empty()
    assert "copy" not in phone.locator("html").evaluate("(html) => ({...html.dataset})")


def test_after_two_hours_levels_are_grey_and_keep_their_words(
    site: Served, context: BrowserContext, phone: Page
) -> None:
    context.set_offline(True)
    phone.clock.install()
    phone.goto(f"{site.url}{OWN}")

    phone.clock.fast_forward("01:59:00")
    assert filter_of_card(phone) == "none"
    phone.clock.fast_forward("01:10:00")

    expect(phone.locator(AGE)).to_contain_text("Данным 3 часа.")
    assert filter_of_card(phone) == "grayscale(1)"
    expect(phone.locator(".level")).to_contain_text(RED)


@pytest.mark.parametrize("path", ["/ru/", OWN, "/ru/regions/", "/ru/levels/red/", "/ru/advice/"])
def test_after_its_end_nothing_on_a_page_claims_a_level(
    site: Served, context: BrowserContext, phone: Page, path: str
) -> None:
    phone.goto(f"{site.url}{path}")
    assert levels_shown(phone) & {"red", "yellow"}
    until(phone, KEPT, path)
    context.set_offline(True)
    phone.clock.install(time=in_days(11))

    phone.goto(f"{site.url}{path}")

    expect(phone.locator(AGE)).to_contain_text("Нет связи.")
    assert levels_shown(phone) <= {"unknown"}
    passed = "Плановый срок прошёл: узнайте текущий уровень"
    expect(phone.locator(".level > :is(h1, h2), .strip p").first).to_have_text(passed)
    if path in ("/ru/", OWN):
        expect(phone).to_have_title(passed)
        assert RED not in phone.locator(".level > :is(h1, h2)").inner_text()


def test_a_page_left_open_takes_its_level_back_and_asks_to_be_reloaded(
    site: Served, context: BrowserContext
) -> None:
    page = context.new_page()
    page.clock.install()
    page.goto(f"{site.url}{OWN}")
    expect(page.locator(AGE)).to_be_empty()

    server_time_moves(page, timedelta(minutes=11))
    page.clock.fast_forward("00:11:00")
    expect(page.locator(AGE)).to_contain_text("Копия могла устареть. Обновите страницу")
    expect(page.locator(".level")).to_contain_text(RED)

    page.clock.fast_forward(ELEVEN_DAYS)
    expect(page.locator(".level > h2")).to_have_text(
        "Плановый срок прошёл: узнайте текущий уровень"
    )
    page.locator(AGE).get_by_role("link").click()
    expect(page.locator(".level > h2")).to_contain_text(RED)


def test_a_wrong_clock_of_the_device_makes_no_fresh_page_old(
    site: Served, context: BrowserContext
) -> None:
    page = context.new_page()
    page.clock.install(time=in_days(30))

    page.goto(f"{site.url}{OWN}")
    page.clock.run_for(2000)

    expect(page.locator(AGE)).to_be_empty()
    expect(page.locator(".level > h2")).to_contain_text(RED)


def test_another_deploy_replaces_what_was_kept(site: Served, phone: Page) -> None:
    before = phone.evaluate("caches.keys()")
    style = site.deploy_another_style()
    site.stop()
    site.start()

    phone.goto(f"{site.url}{OWN}")
    phone.evaluate(UPDATE)
    until(phone, KEPT, style)
    # The old worker may still answer the next page; the new one keeps the page after that.
    for _ in range(8):
        phone.goto(f"{site.url}{OWN}")
        if phone.evaluate(KEPT_ANEW, [before, OWN]):
            break
        phone.wait_for_timeout(500)
    forget(phone)
    phone.context.set_offline(True)
    phone.goto(f"{site.url}{OWN}")
    expect(phone.locator(f"link[href='{style}']")).to_have_count(1)
    expect(phone.locator(AGE)).to_contain_text("Нет связи.")


def test_a_broken_worker_is_replaced_at_the_next_visit(
    site: Served, context: BrowserContext
) -> None:
    page = context.new_page()
    kind = "text/javascript"
    context.route("**/sw.js", lambda route: route.fulfill(body=BROKEN, content_type=kind))
    page.goto(f"{site.url}/ru/")
    until(page, "() => Boolean(navigator.serviceWorker.controller)")
    context.unroute("**/sw.js")

    statuses = [status_of(page, f"{site.url}{OWN}")]
    while statuses[-1] != 200 and len(statuses) < 15:
        page.wait_for_timeout(1000)
        statuses.append(status_of(page, f"{site.url}{OWN}"))

    assert statuses[0] == 0
    assert statuses[-1] == 200
    expect(page.locator(".level")).to_contain_text(RED)


def test_switched_off_the_worker_goes_and_takes_everything_with_it(
    site: Served, phone: Page
) -> None:
    site.stop()
    site.start(OFFLINE_COPIES="0")
    try:
        phone.goto(f"{site.url}{OWN}")
        phone.evaluate(UPDATE)
        until(phone, "async () => !(await caches.keys()).length")
        until(phone, "async () => !(await navigator.serviceWorker.getRegistrations()).length")
        expect(phone.locator(".level")).to_contain_text(RED)
    finally:
        site.stop()
        site.start()
