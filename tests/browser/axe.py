"""axe-core in the browser: what it finds on a page, in light and in dark."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
# A scheme changes colours and nothing else: what is not about colours is asked once.
ABOUT_COLOURS = ("color-contrast", "link-in-text-block")
RUN = "options => axe.run(document, {resultTypes: ['violations'], ...options})"


def violations(page: Page, *, rules: Sequence[str] = ()) -> list[str]:
    """Return what axe has against the page, one line a finding with the element it is about."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    options = {"runOnly": list(rules)} if rules else {}
    found: dict[str, Any] = page.evaluate(RUN, options)
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def violations_in_both_schemes(page: Page) -> list[str]:
    """Return what axe has against the page in light, and against its colours in dark."""
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {each}" for each in violations(page, rules=ABOUT_COLOURS)]
    page.emulate_media(color_scheme="light")
    return found
