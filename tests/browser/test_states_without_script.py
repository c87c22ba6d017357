"""What a page says of a level is the same without script, and a keyboard sees where it is."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Stated
from tests.browser.looks import PHONE, SCRIPT
from tests.site.pages import LANGUAGES

pytestmark = pytest.mark.xdist_group("states")  # one portal holds them all

SAID = "main section.level, main .note, main .advice, main .facts, main .call, main .verdict"
MINUTE = re.compile(r"\d{1,2}:\d{2}")
# 400 % of a window of 1280 x 1024.
ZOOMED = {"width": 320, "height": 256}


def words(page: Page) -> list[str]:
    """Return what is said of levels, without the minute of the answer."""
    return [MINUTE.sub("", text) for text in page.locator(SAID).all_inner_texts()]


def test_the_words_of_every_state_are_the_same_without_script(
    stated: Stated, chromium: Browser
) -> None:
    with_script, without = (
        chromium.new_context(viewport=PHONE, java_script_enabled=is_on).new_page()
        for is_on in (True, False)
    )
    differ: dict[str, Any] = {}

    for lang in LANGUAGES:
        for state, address in {**stated.addresses, "home": "/"}.items():
            said = []
            for page in (with_script, without):
                page.goto(f"{stated.site.url}/{lang}{address}")
                said.append(words(page))
            if said[0] != said[1] or not said[1]:
                differ[f"{state}, {lang}"] = said

    with_script.context.close()
    without.context.close()
    assert differ == {}


def test_focus_is_seen_and_marked_on_every_stop_at_400_percent(
    stated: Stated, chromium: Browser
) -> None:
    context = chromium.new_context(viewport=ZOOMED)
    context.add_init_script(path=SCRIPT)
    page = context.new_page()
    hidden: dict[str, list[str]] = {}
    stops = 0

    for address in ("/kk/", f"/ru{stated.addresses['red']}"):
        page.goto(stated.site.url + address)
        seen: list[dict[str, Any]] = []
        while True:
            page.keyboard.press("Tab")
            focused = page.evaluate("focused()")
            if focused is None or (seen and focused["name"] == seen[0]["name"]):
                break
            seen.append(focused)
        stops += len(seen)
        lost = [each["name"] for each in seen if not (each["isSeen"] and each["isMarked"])]
        if lost:
            hidden[address] = lost

    context.close()
    assert hidden == {}
    assert stops > 60
