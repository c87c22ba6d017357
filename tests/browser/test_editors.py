"""Two editors put a level out, extend and lift it; the page changes at once in three languages."""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

ORANGE = {"kk": "жоғары («қызғылт сары»)", "ru": "высокий («оранжевый»)", "en": "high (orange)"}
NONE = {"kk": "белгіленбеген", "ru": "не установлен", "en": "no terrorism threat level"}
REASONS = {
    "kk": "Терроризм актісі болуы мүмкін деген мәлімет расталды.",
    "ru": "Сведения о возможном акте терроризма подтверждены.",
    "en": "The information about a possible act of terrorism is confirmed.",
}
SECONDS_TO_BE_PUBLIC = 5


@dataclass
class Editor:
    """Somebody at the desk, signed in with both factors."""

    name: str
    page: Page
    site: Site

    def open(self, path: str) -> None:
        """Open an address of the desk."""
        self.page.goto(f"{self.site.url}/admin/desk/{path}")

    def press(self, action: str) -> None:
        """Press the visible button of an action."""
        self.page.locator(f"button[name=action][value={action}]:not([aria-hidden])").first.click()

    def name_aqtobe_and_submit(self) -> str:
        """Name Aktobe Region and the reasons, save, tick the warnings, submit; return where."""
        self.page.check("input[name=regions][value=KZ-15]")
        for lang, reason in REASONS.items():
            self.page.fill(f"textarea[name=reason_{lang}]", reason)
        self.press("save")
        expect(self.page.locator("input[name=deadline_kind]").first).to_be_attached()
        for warning in self.page.locator("input[name^=seen_]").all():
            warning.check()
        address = self.page.url.partition("#")[0]
        self.page.locator("form:has(input[name=deadline_kind]) button").click()
        return address

    def approve(self, address: str, *, level: str | None, regions: tuple[str, ...]) -> None:
        """Approve what waits at an address, choosing level and places again."""
        self.page.goto(f"{address}approval/")
        if level is not None:
            self.page.check(f"input[name=level][value={level}]")
        for region in regions:
            self.page.check(f"input[name=regions][value={region}]")
        self.page.check("input[name=has_read]")
        self.page.click("button[name=decision][value=approve]")


@pytest.fixture(scope="module")
def site(served: Callable[[str], Site]) -> Site:
    """Return a portal of this module's own."""
    return served("editors")


@pytest.fixture
def signed_in(chromium: Browser, site: Site) -> Iterator[Callable[[str], Editor]]:
    """Return a function that signs somebody in with password and second factor."""
    contexts = []

    def sign_in(name: str) -> Editor:
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{site.url}/admin/desk/")
        page.fill("input[name=login]", name)
        page.fill("input[name=password]", site.password(name))
        page.click("form:has(input[name=password]) button[type=submit]")
        page.fill("input[name=code]", site.code(name))
        page.click("form:has(input[name=code]) button[type=submit]")
        expect(page).to_have_url(f"{site.url}/admin/desk/")
        return Editor(name, page, site)

    yield sign_in
    for context in contexts:
        context.close()


def region_now(site: Site, code: str) -> dict[str, object]:
    """Return what the API says of a region."""
    address = f"{site.url}/api/v1/regions/{code}"
    with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
        found: dict[str, object] = json.load(answer)
    return found


def shown_everywhere(page: Page, site: Site, words: dict[str, str], level: str | None) -> bool:
    """Tell whether home, region page and API show a level of Aktobe Region in every language."""
    if region_now(site, "KZ-15")["level"] != level:
        return False
    for lang, word in words.items():
        page.goto(f"{site.url}/{lang}/regions/aqtobe/")
        if word not in page.locator("section.level").first.inner_text():
            return False
        page.goto(f"{site.url}/{lang}/")
        if level is not None and word not in page.locator("main").inner_text():
            return False
    return True


def assert_public_soon(page: Page, site: Site, words: dict[str, str], level: str | None) -> None:
    """Fail unless every page and the API show a level within the promised seconds."""
    clicked_at = time.monotonic()
    while not shown_everywhere(page, site, words, level):
        assert time.monotonic() - clicked_at < SECONDS_TO_BE_PUBLIC


def assert_author_cannot_approve(drafter: Editor, address: str) -> None:
    """Fail unless the author finds no button, and the address refuses their own approval."""
    drafter.page.goto(f"{address}approval/")
    expect(drafter.page.locator("button[name=decision][value=approve]")).to_have_count(0)
    cookies = drafter.page.context.cookies()
    csrf = next(cookie["value"] for cookie in cookies if "csrf" in cookie["name"])
    tried = drafter.page.request.post(
        f"{address}approval/",
        form={
            "decision": "approve", "level": "ORANGE", "regions": "KZ-15", "has_read": "on",
            "seen_hash": "0", "csrfmiddlewaretoken": csrf,
        },
        headers={"Referer": f"{address}approval/"},
    )  # fmt: skip
    assert tried.status == 403
    assert region_now(drafter.site, "KZ-15")["level"] is None


def test_a_level_goes_out_is_extended_and_lifted_by_two_people(
    site: Site, signed_in: Callable[[str], Editor], page: Page
) -> None:
    drafter, approver = signed_in("aqtobe-drafter"), signed_in("aqtobe-approver")

    drafter.open("declare/")
    drafter.page.check("input[name=level][value=ORANGE]")
    drafter.page.check("input[name=end_kind][value='14']")
    declared = drafter.name_aqtobe_and_submit()
    assert_author_cannot_approve(drafter, declared)
    approver.approve(declared, level="ORANGE", regions=("KZ-15",))
    assert_public_soon(page, site, ORANGE, "ORANGE")
    before = region_now(site, "KZ-15")

    drafter.open("extend/")
    drafter.page.check("input[name=end_kind][value='30']")
    approver.approve(drafter.name_aqtobe_and_submit(), level=None, regions=("KZ-15",))
    expect(approver.page.get_by_text("2026-0002").first).to_be_visible()
    after = region_now(site, "KZ-15")
    assert after["since"] == before["since"]
    assert str(after["until"]) > str(before["until"])
    assert after["declarations"] == ["2026-0001", "2026-0002"]

    drafter.open("lift/")
    approver.approve(drafter.name_aqtobe_and_submit(), level=None, regions=("KZ-15",))
    assert_public_soon(page, site, NONE, None)
    site.manage("check_ledger")  # fails when the chain or a period is not as published


def test_nobody_sees_the_desk_without_a_second_factor(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/admin/desk/")
    page.fill("input[name=login]", "aqtobe-drafter")
    page.fill("input[name=password]", site.password("aqtobe-drafter"))
    page.click("form:has(input[name=password]) button[type=submit]")

    page.goto(f"{site.url}/admin/desk/")

    assert "/admin/account/" in page.url
