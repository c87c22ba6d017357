"""Badges on another site, in a browser: coloured while they hold, grey afterwards, never broken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from PIL import Image
from playwright.sync_api import Page

from guidance.channels.badge.drawing import Wanted, drawn
from guidance.channels.cards.drawing import shapes
from guidance.shown.badge import Badge
from guidance.shown.marks import LevelMark
from guidance.shown.sentences import LevelSentence

HOST, PORTAL = "https://host.example/", "https://dengei.example/"
STATIC = settings.BASE_DIR / "portal" / "static"
LIGHT, DARK, STALE = (255, 231, 207), (64, 38, 10), (246, 247, 249)
ORANGE = Badge(
    code="KZ-15",
    mark=LevelMark("orange", "high (orange)"),
    sentence=LevelSentence("Aktobe Region:", "high (orange)", "terrorism threat level in force"),
    facts=("From: 22 November, 17:00", "Until further notice"),
    remarks=(),
    as_of="As of 22 November 2026, 17:00 (UTC+5)",
    as_of_iso="2026-11-22T17:00+05:00",
    holds="What is shown here holds until 17:10. After that, see:",
    address=f"{PORTAL}en/regions/aqtobe/",
    seconds=540,
)
OLD = replace(ORANGE, seconds=0)


@pytest.fixture
def host(page: Page) -> Callable[..., Page]:
    """Open another site's page with one element of ours; answer for both sites here."""

    def open_with(element: str, answer: bytes, kind: str, status: int = 200) -> Page:
        def answered(route: Any) -> None:
            address = route.request.url
            if address == HOST:
                route.fulfill(body=f"<!doctype html><p>{element}</p>", content_type="text/html")
            elif address.endswith(".css"):
                route.fulfill(
                    path=STATIC / address.partition("/static/")[2], content_type="text/css"
                )
            else:
                route.fulfill(body=answer, content_type=kind, status=status)

        page.route("**/*", answered)
        page.goto(HOST)
        return page

    return open_with


def ground_of(page: Page) -> tuple[int, ...]:
    """Give the colour in the corner of the picture, where nothing is written."""
    taken = Image.open(BytesIO(page.locator("img").screenshot())).convert("RGB")
    found = taken.getpixel((taken.width - 5, 5))
    assert isinstance(found, tuple)
    return found


def picture(badge: Badge, scheme: str = "auto") -> bytes:
    return drawn(Wanted(badge, "en", "small", scheme, is_official=False)).body


IMG = f'<img src="{PORTAL}en/badge/KZ-15.svg" width="300" height="300" alt="Level">'
FRAME = (
    f'<iframe src="{PORTAL}en/badge/KZ-15/frame/" width="300" height="460" title="Level"></iframe>'
)


@pytest.mark.parametrize(("badge", "colour"), [(ORANGE, LIGHT), (OLD, STALE)])
def test_a_picture_is_coloured_while_it_holds_and_grey_afterwards(
    host: Callable[..., Page], badge: Badge, colour: tuple[int, ...]
) -> None:
    page = host(IMG, picture(badge), "image/svg+xml")

    assert ground_of(page) == colour


def test_a_picture_is_dark_where_the_device_is_and_stays_as_it_was_chosen(
    host: Callable[..., Page], page: Page
) -> None:
    page.emulate_media(color_scheme="dark")

    assert ground_of(host(IMG, picture(ORANGE), "image/svg+xml")) == DARK
    assert ground_of(host(IMG, picture(ORANGE, "light"), "image/svg+xml")) == LIGHT


def test_a_picture_that_comes_with_404_is_shown(host: Callable[..., Page]) -> None:
    page = host(IMG, picture(ORANGE), "image/svg+xml", 404)

    assert page.locator("img").evaluate("image => image.naturalWidth") == 300


@pytest.mark.parametrize(("badge", "is_old"), [(ORANGE, False), (OLD, True)])
def test_a_frame_gives_its_level_away_when_it_no_longer_holds(
    host: Callable[..., Page], badge: Badge, is_old: bool
) -> None:
    context = {"badge": badge, "shape": shapes()["orange"], "scheme": ""}
    answer = render_to_string("guidance/badge_frame.html", context).encode()

    frame = host(FRAME, answer, "text/html").frame_locator("iframe")

    frame.get_by_role("link", name="dengei.example/en/regions/aqtobe/").wait_for()
    assert frame.get_by_role("heading", name="high (orange)").is_visible() != is_old
    assert frame.locator(".old").is_visible() == is_old
