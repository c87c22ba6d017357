"""People of a desk at the running portal, who work by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.keyboard import Keyboard

REASONS = {
    "kk": "Терроризм актісі болуы мүмкін деген мәлімет расталды.",
    "ru": "Сведения о возможном акте терроризма подтверждены.",
    "en": "The information about a possible act of terrorism is confirmed.",
}
SUBMIT = "button[name=action][value=submit]"
APPROVE = "button[name=decision][value=approve]"


@dataclass
class Officer:
    """Hold one person: a page of their own, the keys, and the screens that they saw."""

    name: str
    page: Page
    site: Site
    screens: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.keys = Keyboard(self.page)
        self.page.on("load", lambda page: self.screens.append(page.url))

    def sign_in(self) -> None:
        """Come in with password and second factor."""
        self.page.goto(f"{self.site.url}/admin/desk/")
        self.keys.write("input[name=login]", self.name)
        self.keys.write("input[name=password]", self.site.password(self.name))
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector("input[name=code]")
        self.keys.write("input[name=code]", self.site.code(self.name))
        self.page.keyboard.press("Enter")
        expect(self.page).to_have_url(f"{self.site.url}/admin/desk/")

    def open_desk(self, part: str = "") -> None:
        """Open the first page of the desk."""
        self.page.goto(f"{self.site.url}/admin/desk/{part}")

    def follow(self, part: str) -> None:
        """Follow the first link of the page whose address has a part."""
        before = self.page.url
        self.keys.press(f"main a[href*='{part}']")
        self.page.wait_for_url(lambda url: url != before)

    def address_of(self, number: str) -> str:
        """Return where the link that names a declaration leads."""
        link = self.page.get_by_role("link", name=number).first
        return str(link.get_attribute("href"))

    def give_reasons(self) -> None:
        """Write why, in three languages."""
        for lang, reason in REASONS.items():
            self.keys.write(f"textarea[name=reason_{lang}]", reason)

    def submit(self) -> str:
        """Submit the form, ticking what it warns of; give the declaration's address."""
        self._send()
        if self.page.locator("input[name^=seen_]").count():
            for name in self._warnings():
                self.keys.tick(f"input[name={name}]")
            self._send()
        expect(self.page.locator(SUBMIT)).to_have_count(0)
        return self.page.url.partition("#")[0]

    def _send(self) -> None:
        with self.page.expect_navigation():
            self.keys.press(f"{SUBMIT}, form[action$='/submit/'] button[type=submit]")

    def _warnings(self) -> list[str]:
        boxes = self.page.locator("input[name^=seen_]").all()
        return [str(box.get_attribute("name")) for box in boxes]

    def approve(self, declaration: str, *, level: str = "", regions: tuple[str, ...] = ()) -> None:
        """Find what waits on the first page of the desk, choose level and places again, approve."""
        self.open_desk("exercise/" if "/exercise/" in declaration else "")
        self.follow(f"{declaration.removeprefix(self.site.url)}approval/")
        self.decide(level=level, regions=regions)

    def decide(self, *, level: str = "", regions: tuple[str, ...] = (), number: str = "") -> None:
        """Choose again what the act is about, say that it was read, and approve."""
        if level:
            self.keys.choose("level", level)
        if number:
            self.keys.choose("refers_to", number)
        for region in regions:
            self.keys.tick(f"input[name=regions][value='{region}']")
        self.keys.tick("input[name=has_read]")
        with self.page.expect_navigation():
            self.keys.press(APPROVE)


@contextmanager
def at_work(chromium: Browser, site: Site) -> Iterator[Callable[..., Officer]]:
    """Give a function that signs people in; let them all go in the end."""
    contexts = []

    def sign_in(name: str, **options: Any) -> Officer:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        officer = Officer(name, context.new_page(), site)
        officer.sign_in()
        return officer

    yield sign_in
    for context in contexts:
        context.close()
