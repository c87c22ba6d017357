"""The pictures of docs/citizens.md: `python -m tests.browser.citizen_pictures` takes them anew.

It builds the demo, looks at it without a level, then makes every state and looks again. A poster
is drawn by pdftoppm, where that is installed.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import urllib.request
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.building import build, clean_environment, serve_environment
from tests.browser.conftest import CHROMIUM, FLAGS, ROOT, Site, free_port, serving

FOLDER = ROOT / "docs" / "images" / "citizens"
COLOURS = 128


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the page, how wide and high the window is, and in which scheme."""

    name: str
    address: str
    width: int = 320
    height: int = 720
    dark: bool = False
    part: str = ""  # a selector to scroll to


WITHOUT_A_LEVEL = (Shot("home-none-en", "/en/"),)
# In braces the name of a state (tests/browser/states.py).
WITH_ALL_STATES = (
    Shot("home-red-kk", "/kk/"),
    Shot("region-red-kk", "/kk{red}", height=900),
    Shot("region-yellow-ru-dark", "/ru{yellow}", height=900, dark=True),
    Shot("region-lifted-en", "/en{lifted}", height=900),
    Shot("region-in-error-ru", "/ru{in error}", height=900),
    Shot("map-ru", "/ru/regions/", 1280, 760, part=".map"),
    Shot("history-day-kk", "/kk/history/2016-07-18/", 1280, 900),
    Shot("declaration-en", "/en{declaration in error}", 1280, 900),
    Shot("check-kk", "/kk/check/"),
    Shot("advice-ru", "/ru/advice/"),
    Shot("offline-kk", "/kk/offline/"),
)


def take(browser: Browser, site: Site, shot: Shot, states: dict[str, str]) -> None:
    """Take one picture, and keep it small: screens have few colours."""
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.dark else "light",
    )
    page.goto(site.url + shot.address.format(**states))
    if shot.part:
        page.locator(shot.part).first.evaluate("part => part.scrollIntoView()")
    keep(shot.name, page.screenshot())
    page.close()


def keep(name: str, png: bytes) -> None:
    """Store a picture with a palette of its own."""
    with Image.open(BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(FOLDER / f"{name}.png", optimize=True)


def take_a_poster(site: Site, address: str) -> None:
    """Draw the first page of a poster."""
    with urllib.request.urlopen(site.url + address) as answer:  # noqa: S310  (loopback)
        paper = answer.read()
    if shutil.which("pdftoppm"):
        drawn = ["pdftoppm", "-png", "-r", "60", "-singlefile", "-"]
        keep(
            "poster-kk", subprocess.run(drawn, input=paper, check=True, capture_output=True).stdout
        )


def main() -> None:
    """Take all pictures anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = build(Path(made) / "demo")
        port = free_port()
        site = Site(folder, port, {**clean_environment(), **serve_environment(folder, port)})
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        with serving(site):
            for shot in WITHOUT_A_LEVEL:
                take(browser, site, shot, {})
            states: dict[str, str] = json.loads(site.run("-m", "tests.browser.states"))
            for shot in WITH_ALL_STATES:
                take(browser, site, shot, states)
            take_a_poster(site, f"/kk{states['red']}poster.pdf")
        browser.close()


if __name__ == "__main__":
    main()
