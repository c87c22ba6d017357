"""Every state's page in every language, looked at once in each medium; tests ask what was seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.conftest import Stated
from tests.site.pages import LANGUAGES

PHONE = ViewportSize(width=320, height=640)
PAPER = ViewportSize(width=718, height=1000)  # A4 between its margins
TWICE_WIDTH = 640
SCRIPT = Path(__file__).parent / "look.js"
SCHEMES: Mapping[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}
# WCAG 1.4.12, and 1.4.4.
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    " word-spacing: .16em !important } p { margin-block-end: 2em !important }"
)
TWICE = "html { font-size: 200% !important }"
# The other pages on which all these states meet.
MORE = {"home": "/", "regions": "/regions/", "exercises": "/exercises/"}

Look = dict[str, Any]


@dataclass
class Seen:
    """Hold what was seen, by state, language and medium, and what the pages asked and said."""

    looks: dict[tuple[str, str, str], Look] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    cookies: list[Any] = field(default_factory=list)

    @property
    def states(self) -> set[str]:
        """Give the states and pages that were looked at."""
        return {state for state, _, _ in self.looks}

    def wrong(
        self, medium: str, is_wrong: Callable[[Look], Any], *, states: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """Give what a rule finds on the pages of a medium, by page."""
        return {
            f"{state}, {lang}": found
            for (state, lang, seen_in), look in self.looks.items()
            if seen_in == medium and (not states or state in states) and (found := is_wrong(look))
        }

    def cards(self, medium: str) -> Iterator[tuple[str, Look]]:
        """Give every level card of a medium, with the page it stands on."""
        for (state, lang, seen_in), look in self.looks.items():
            if seen_in == medium and look["card"]:
                yield f"{state}, {lang}", look["card"]


def look_at_everything(stated: Stated, chromium: Browser) -> Seen:
    """Look at the page of every state in each medium, on a phone."""
    seen = Seen()
    context = chromium.new_context(viewport=PHONE)
    context.add_init_script(path=SCRIPT)
    page = context.new_page()
    page.on("request", lambda request: seen.asked.append(request.url))
    page.on("console", lambda message: seen.said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: seen.said.append(f"{page.url}: {error}"))
    for lang in LANGUAGES:
        for state, address in {**stated.addresses, **MORE}.items():
            page.goto(f"{stated.site.url}/{lang}{address}")
            _look(page, seen, state, lang)
    seen.cookies = list(context.cookies())
    context.close()
    return seen


def _look(page: Page, seen: Seen, state: str, lang: str) -> None:
    def keep(medium: str) -> None:
        seen.looks[state, lang, medium] = page.evaluate("look()")

    for medium, options in SCHEMES.items():
        page.emulate_media(**options)
        keep(medium)
    page.emulate_media(color_scheme="light", forced_colors="none")
    page.evaluate("css => enlarge(css)", SPACED)
    keep("spaced")
    page.evaluate("css => enlarge(css)", TWICE)
    page.set_viewport_size({"width": TWICE_WIDTH, "height": PHONE["height"]})
    keep("twice")
    page.evaluate("enlarge('')")
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    keep("print")
    page.emulate_media(media="screen")
    page.set_viewport_size(PHONE)
