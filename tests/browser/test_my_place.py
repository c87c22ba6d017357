"""My place: found on the device by position, kept on the device, shown first on the home page."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import ROOT, Site

NEAR = "[data-outlines] .near"
MOVED = """() => new Promise((told) => new PerformanceObserver((list, observer) => {
    observer.disconnect(); told(list.getEntries().reduce((sum, each) => sum + each.value, 0));
}).observe({ type: 'layout-shift', buffered: true }) || setTimeout(() => told(0), 300))"""
BROKEN = ("{", '"aqtobe"', '{"a": 1}', "[null, 5, [], {}]", '["<img src=x>", "../.."]', "0")
REGIONS = {
    row["code"]: row["slug"]
    for row in csv.DictReader(
        (ROOT / "guidance/reference/regions.csv").read_text(encoding="utf-8").splitlines()
    )
}
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("no", "SecurityError"); } });"""
FULL_STORAGE = """Storage.prototype.setItem = () => {
    throw new DOMException("no", "QuotaExceededError"); };"""


@pytest.fixture(scope="module")
def site(served: Callable[[str], Site]) -> Site:
    """Serve yellow in the whole country and red in Aktobe Region."""
    return served("red")


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that gives a page on a phone, which collects what goes wrong on it."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(script: str = "", width: int = 320, **facts: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 640}, **facts)
        contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def places(page: Page) -> list[str]:
    return json.loads(page.evaluate("localStorage.getItem('places') || '[]'"))


def offered(page: Page) -> list[str]:
    page.locator(f"{NEAR} button").click()
    expect(page.locator(f"{NEAR} button")).to_be_enabled()
    return [
        link.split("/")[-2] for link in page.locator(".here").evaluate_all("a => a.map(String)")
    ]


def test_a_position_finds_its_region_and_never_leaves_the_phone(
    site: Site, phone: Callable[..., Page]
) -> None:
    page = phone(permissions=["geolocation"])
    asked: list[Any] = []
    page.on("request", lambda request: asked.append(request))
    page.goto(f"{site.url}/ru/")
    page.wait_for_load_state()
    before = len(asked)
    points = {
        (49.8047, 73.1094, 20): ["qaragandy"],
        (43.2380, 76.9450, 20): ["almaty"],
        (51.1605, 71.4704, 20): ["astana"],
        (42.3417, 69.5901, 20): ["shymkent"],
        (51.9, 69.4, 500): ["aqmola"],
        (49.8047, 73.1094, 400_000): [],  # known to 400 km
        (55.7558, 37.6173, 20): [],
        (0.0, 0.0, 20): [],
    }
    for (latitude, longitude, accuracy), slugs in points.items():
        page.context.set_geolocation(
            {"latitude": latitude, "longitude": longitude, "accuracy": accuracy}
        )
        assert offered(page) == slugs, (latitude, longitude)
        assert (
            page.locator(f"{NEAR} [role=status]").inner_text().endswith("." if not slugs else ":")
        )

    names = [request.url.rsplit("/", 1)[1].split(".")[0] for request in asked]
    assert not {"outlines", "nearby"} & set(names[:before])
    assert {"outlines", "nearby"} < set(names)
    for request in asked:
        assert request.method == "GET"
        assert not request.post_data
        heading = f"{request.url} {json.dumps(request.all_headers())}"
        for latitude, longitude, _accuracy in points:
            assert str(latitude) not in heading or latitude == 0
            assert str(longitude) not in heading or longitude == 0


def test_a_position_near_a_border_offers_both_sides(site: Site, phone: Callable[..., Page]) -> None:
    page = phone(permissions=["geolocation"])
    page.goto(f"{site.url}/en/")

    page.context.set_geolocation({"latitude": 43.3567, "longitude": 76.8597, "accuracy": 50})
    both = offered(page)  # Boralday, at the northern border of Almaty
    page.context.set_geolocation({"latitude": 50.744, "longitude": 81.591, "accuracy": 20})
    corner = offered(page)  # the very corner of an outline
    page.context.set_geolocation({"latitude": 43.2380, "longitude": 76.9450, "accuracy": 15_000})
    rough = offered(page)

    assert set(both) == {"almaty", "almaty-region"}
    assert "abai" in corner
    assert rough[0] == "almaty"
    assert "almaty-region" in rough


def test_the_outlines_agree_with_the_list_of_349_settlements(
    site: Site, phone: Callable[..., Page]
) -> None:
    page = phone(permissions=["geolocation"], geolocation={"latitude": 50, "longitude": 70})
    page.goto(f"{site.url}/kk/")
    offered(page)
    with (ROOT / "guidance/reference/places.csv").open(encoding="utf-8") as source:
        rows = list(csv.DictReader(source))

    found = page.evaluate(
        """async (points) => {
            const outlines = await (await fetch("/kk/map/outlines.json")).json();
            const at = ([latitude, longitude]) => ({ latitude, longitude, accuracy: 0 });
            return points.map((point) => nearby(outlines, { coords: at(point) })[1][1]);
        }""",
        [[float(row["lat"]), float(row["lon"])] for row in rows],
    )

    assert len(rows) == 349
    assert found == [REGIONS[row["region"]] for row in rows]


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("", "This device does not tell its position"),
        ("2", "Your position could not be found"),
        ("3", "Your position could not be found"),
    ],
)
def test_without_a_position_the_list_still_stands(
    site: Site, phone: Callable[..., Page], script: str, words: str
) -> None:
    failing = "navigator.geolocation.getCurrentPosition = (_, no) => no({ code: %s });"
    page = phone(failing % script if script else "")
    page.goto(f"{site.url}/en/")

    assert offered(page) == []
    expect(page.locator(f"{NEAR} [role=status]")).to_contain_text(words)
    expect(page.locator("#place")).to_be_visible()
    expect(page.locator("#go")).to_be_visible()


def test_without_the_outlines_it_says_that_it_did_not_work(
    site: Site, phone: Callable[..., Page]
) -> None:
    page = phone(permissions=["geolocation"], geolocation={"latitude": 50, "longitude": 70})
    page.goto(f"{site.url}/en/")
    page.route("**/outlines.json", lambda route: route.abort())

    assert offered(page) == []
    expect(page.locator(f"{NEAR} [role=status]")).to_have_text(
        "That did not work. Choose from the list."
    )


@pytest.mark.parametrize(("lang", "width"), [("kk", 320), ("ru", 320), ("ru", 1280), ("en", 320)])
def test_home_shows_the_card_of_a_kept_place_and_nothing_jumps(
    site: Site, phone: Callable[..., Page], lang: str, width: int
) -> None:
    page = phone(width=width)
    words = {"kk": "шекті («қызыл»)", "ru": "критический («красный»)", "en": "critical (red)"}
    page.goto(f"{site.url}/{lang}/regions/aqtobe/")
    page.locator("[data-keep] button").click()
    assert places(page) == ["aqtobe"]

    page.goto(f"{site.url}/{lang}/")
    card = page.locator("[data-outlines] > .mine")
    expect(card).to_contain_text(words[lang])
    expect(card.locator("time").last).to_be_visible()

    assert card.locator("[data-level]").first.get_attribute("data-state") == "in-force"
    assert page.evaluate(MOVED) == 0
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_kept_places_are_put_in_order_and_removed_by_keyboard(
    site: Site, phone: Callable[..., Page]
) -> None:
    page = phone()
    page.goto(f"{site.url}/en/regions/almaty/")
    keep = page.locator("[data-keep] button")
    keep.press("Enter")
    expect(keep).to_have_attribute("aria-pressed", "true")
    page.goto(f"{site.url}/en/regions/aqtobe-town/")
    page.locator("[data-keep] button").press("Space")
    page.goto(f"{site.url}/en/")

    page.locator("[data-act=change]").press("Enter")
    expect(page.locator(".mine")).to_have_count(2)
    page.locator("[data-act=first]:visible").press("Enter")
    expect(page.locator(".mine").first).to_contain_text("The town of Aktobe")
    first = places(page)
    page.locator("[data-act=drop]").first.press("Enter")
    expect(page.locator(".mine")).to_have_count(1)
    page.locator("[data-act=drop]").first.press("Enter")
    expect(page.locator(".mine")).to_have_count(0)

    assert first == ["aqtobe-town", "almaty"]
    assert places(page) == []
    expect(page.locator("#place")).to_be_focused()


def test_a_sixth_place_is_not_kept_and_a_kept_one_can_be_let_go(
    site: Site, phone: Callable[..., Page]
) -> None:
    page = phone()
    page.goto(f"{site.url}/en/regions/aqtobe/")
    five = ["abai", "aqmola", "atyrau", "astana", "almaty"]
    page.evaluate("slugs => localStorage.setItem('places', JSON.stringify(slugs))", five)

    page.locator("[data-keep] button").click()

    expect(page.locator("[data-keep] [role=status]")).to_contain_text(
        "five places are kept already"
    )
    assert places(page) == five
    page.goto(f"{site.url}/en/regions/almaty/")
    page.locator("[data-keep] button[aria-pressed=true]").click()
    assert places(page) == five[:4]


def test_a_place_that_is_gone_is_dropped_and_a_renamed_one_is_followed(
    site: Site, phone: Callable[..., Page]
) -> None:
    page = phone('localStorage.places || (localStorage.places = \'["gone", "old", "aqtobe"]\');')
    page.route(
        "**/regions/old/short/",
        lambda route: route.fulfill(status=301, headers={"Location": "/en/regions/almaty/short/"}),
    )

    page.goto(f"{site.url}/en/")

    expect(page.locator(".mine")).to_contain_text("Almaty")
    assert places(page) == ["almaty", "aqtobe"]


@pytest.mark.parametrize("script", [NO_STORAGE, FULL_STORAGE])
def test_a_device_that_keeps_nothing_says_so(
    site: Site, phone: Callable[..., Page], script: str
) -> None:
    page = phone(script)
    page.goto(f"{site.url}/en/regions/aqtobe/")

    page.locator("[data-keep] button").click()

    expect(page.locator("[data-keep] [role=status]")).to_contain_text("this device forbids it")
    expect(page.locator("[data-keep] button")).to_have_attribute("aria-pressed", "false")
    page.goto(f"{site.url}/en/")
    expect(page.locator("#place")).to_be_visible()


def test_foreign_storage_leaves_the_page_as_it_is(site: Site, phone: Callable[..., Page]) -> None:
    page = phone()
    page.goto(f"{site.url}/en/")
    for foreign in BROKEN:
        page.evaluate("value => localStorage.setItem('places', value)", foreign)
        page.reload()

        expect(page.locator(f"{NEAR} button")).to_be_visible()
        expect(page.locator(".mine")).to_have_count(0)


def test_without_script_a_typed_name_leads_on_and_the_bookmark_is_the_way_to_keep(
    site: Site, phone: Callable[..., Page]
) -> None:
    page = phone(java_script_enabled=False)
    page.goto(f"{site.url}/ru/")
    expect(page.locator(NEAR)).to_be_hidden()

    page.locator("#place").fill("Темирт")
    page.locator("#place").press("Enter")

    expect(page.locator("h1")).to_have_text("Карагандинская область")
    expect(page.locator(".top")).to_contain_text("Темиртау: Карагандинская область")
    expect(page.locator("[data-keep] button")).to_be_hidden()
    expect(page.locator("[data-keep]")).to_contain_text("Добавьте страницу в закладки")
