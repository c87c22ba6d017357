"""axe-core finds nothing on any page type: three languages, light and dark, three situations."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations, violations_in_both_schemes
from tests.browser.conftest import Site, each_in_a_group_of_its_own
from tests.site.pages import LANGUAGES, PAGE_TYPES

OF_THE_PRESENT = (
    "home", "regions", "country", "region", "town", "changes", "guide", "level red", "check",
    "badge", "offline", "news",
)  # fmt: skip


def newest_article(page: Page, site: Site, lang: str, kind: str) -> str:
    """Return the address of the first item of a kind in the listing."""
    page.goto(f"{site.url}/{lang}/news/?type={kind}")
    href = page.locator(".news a").first.get_attribute("href")
    assert href, kind
    return href


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scene", each_in_a_group_of_its_own(["none", "yellow", "red"]))
def test_axe_finds_nothing(
    served: Callable[[str], Site], chromium: Browser, scene: str, lang: str
) -> None:
    site = served(scene)
    # The policy stays in force for the page; only the checker's own script may enter.
    context = chromium.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    page = context.new_page()
    kinds = OF_THE_PRESENT if scene != "none" else tuple(PAGE_TYPES)
    addresses = [PAGE_TYPES[kind].format(lang=lang) for kind in kinds]
    if scene == "none":
        addresses += [newest_article(page, site, lang, kind) for kind in ("news", "statement")]
        addresses += [f"/{lang}/nothing-here/"]
    findings: dict[str, list[str]] = {}

    for address in addresses:
        page.goto(site.url + address)
        if found := violations_in_both_schemes(page):
            findings[address] = found

    context.close()
    assert findings == {}


def test_the_checker_sees_a_planted_fault(served: Callable[[str], Site], chromium: Browser) -> None:
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{served('none').url}/kk/")
    page.evaluate("document.querySelector('main').append(new Image())")

    assert any(line.startswith("image-alt") for line in violations(page))
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_scrolls_sideways_at_320_px(
    served: Callable[[str], Site], page: Page, lang: str
) -> None:
    site = served("red")
    wide = {}

    for address in (kind.format(lang=lang) for kind in PAGE_TYPES.values()):
        page.goto(site.url + address)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[address] = width

    assert wide == {}
