"""The pictures of docs/editors.md, taken while two people put a level out and take one back.

UPDATE_PICTURES=1 writes them; without it the test shows that every picture can still be taken.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.conftest import ROOT, Site
from tests.browser.officers import Officer, at_work

GUIDE = ROOT / "docs" / "editors.md"
AQTOBE = "input[name=regions][value='KZ-15']"


def test_every_picture_of_the_guide_is_taken(
    chromium: Browser, served: Callable[[str], Site], tmp_path: Path
) -> None:
    named = set(re.findall(r"\(images/desk/([\w-]+\.png)\)", GUIDE.read_text(encoding="utf-8")))
    update = os.environ.get("UPDATE_PICTURES") == "1"
    folder = ROOT / "docs" / "images" / "desk" if update else tmp_path
    folder.mkdir(parents=True, exist_ok=True)

    with at_work(chromium, served("pictures")) as sign_in:
        drafter, approver = sign_in("aqtobe-drafter"), sign_in("aqtobe-approver")
        put_a_level_out(drafter, approver, folder)
        take_it_back(drafter, folder)
        drafter.open_desk("exercise/")
        picture(drafter, folder, "exercise")

    assert {path.name for path in folder.iterdir()} == named
    assert all((GUIDE.parent / "images" / "desk" / name).exists() for name in named)


def picture(officer: Officer, folder: Path, name: str, part: str = "") -> None:
    """Take a picture of the window, scrolled to a part of the page."""
    if part:
        officer.page.locator(part).first.scroll_into_view_if_needed()
    officer.page.screenshot(path=folder / f"{name}.png")


def put_a_level_out(drafter: Officer, approver: Officer, folder: Path) -> None:
    """Declare orange, and approve it."""
    drafter.open_desk()
    picture(drafter, folder, "first-page")
    drafter.follow("/declare/")
    drafter.keys.tick(AQTOBE)
    drafter.keys.choose("level", "ORANGE")
    drafter.keys.choose("end_kind", "14")
    drafter.keys.write("input[name=order_number]", "17")
    drafter.give_reasons()
    with drafter.page.expect_navigation():
        drafter.keys.press("button[name=action][value=update]:not([tabindex])")
    picture(drafter, folder, "declare")
    declared = drafter.submit()
    approver.open_desk()
    picture(approver, folder, "waiting", "#for-me")
    approver.follow(f"{declared.removeprefix(drafter.site.url)}approval/")
    picture(approver, folder, "approval")
    approver.decide(level="ORANGE", regions=("KZ-15",))
    picture(approver, folder, "published")


def take_it_back(drafter: Officer, folder: Path) -> None:
    """Open the form that withdraws what went out."""
    drafter.open_desk()
    picture(drafter, folder, "in-force")
    drafter.follow("/withdraw/?region=KZ-15")
    picture(drafter, folder, "withdraw")
