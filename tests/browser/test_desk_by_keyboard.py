"""Every act of the desk by keyboard alone: drafted by one person, approved by another."""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Site
from tests.browser.officers import Officer, at_work

AQTOBE = "KZ-15"
SECONDS_OF_WORK = 60
SECONDS_TO_BE_RIGHT = 10
SCREENS = 4


@pytest.fixture(scope="module")
def site(served: Callable[[str], Site]) -> Site:
    """Return a portal of this module's own."""
    return served("keyboard")


@pytest.fixture(scope="module")
def two(chromium: Browser, site: Site) -> Iterator[tuple[Officer, Officer]]:
    """Return the drafter and the approver of Aktobe Region, signed in."""
    with at_work(chromium, site) as sign_in:
        yield sign_in("aqtobe-drafter"), sign_in("aqtobe-approver")


def region_now(site: Site, code: str = AQTOBE) -> dict[str, Any]:
    """Return what the API says of a region."""
    with urllib.request.urlopen(f"{site.url}/api/v1/regions/{code}", timeout=5) as answer:  # noqa: S310
        found: dict[str, Any] = json.load(answer)
    return found


def declare(drafter: Officer, level: str, *, order: str = "17", desk: str = "") -> str:
    """Draft and submit a level for Aktobe Region."""
    drafter.open_desk(desk)
    drafter.follow(f"/{desk}declare/")
    drafter.keys.tick(f"input[name=regions][value='{AQTOBE}']")
    drafter.keys.choose("level", level)
    drafter.keys.choose("end_kind", "14")
    drafter.keys.write("input[name=order_number]", order)
    drafter.give_reasons()
    return drafter.submit()


def test_a_level_is_declared_extended_corrected_and_lifted(
    site: Site, two: tuple[Officer, Officer]
) -> None:
    drafter, approver = two
    approver.approve(declare(drafter, "ORANGE"), level="ORANGE", regions=(AQTOBE,))
    declared = region_now(site)
    assert declared["level"] == "ORANGE"

    drafter.open_desk()
    drafter.follow("/extend/")
    drafter.keys.choose("end_kind", "30")
    drafter.give_reasons()
    approver.approve(drafter.submit(), regions=(AQTOBE,))
    assert region_now(site)["until"] > declared["until"]

    drafter.open_desk()
    number = region_now(site)["declarations"][0]
    drafter.follow("/desk/declarations/")
    drafter.follow(drafter.address_of(number))
    drafter.follow(f"/correct/?declaration={number}")
    drafter.keys.write("textarea[name=reason_en]", "The information is confirmed by two sources.")
    drafter.keys.write("textarea[name=note_to_approver]", "The English reason was too short.")
    submitted = drafter.submit()
    approver.open_desk()
    approver.follow(f"{submitted.removeprefix(site.url)}approval/")
    approver.decide(number=number)
    approver.page.goto(f"{site.url}/en/declarations/{number}/")
    expect(approver.page.locator("main")).to_contain_text("confirmed by two sources")

    drafter.open_desk()
    drafter.follow("/lift/")
    drafter.give_reasons()
    approver.approve(drafter.submit(), regions=(AQTOBE,))
    assert region_now(site)["level"] is None


def test_a_false_red_is_withdrawn_in_four_screens_and_a_minute(
    site: Site, two: tuple[Officer, Officer]
) -> None:
    drafter, approver = two
    before = region_now(site)["level"]
    approver.approve(declare(drafter, "RED"), level="RED", regions=(AQTOBE,))
    number = region_now(site)["declarations"][-1]
    drafter.open_desk()
    approver.open_desk()

    started, seen = time.monotonic(), len(drafter.screens) + len(approver.screens)
    drafter.follow(f"/withdraw/?region={AQTOBE}")
    drafter.keys.choose("refers_to", number)
    submitted = drafter.submit()
    drafted_in = time.monotonic() - started
    approver.page.reload()
    started = time.monotonic()
    approver.follow(f"{submitted.removeprefix(site.url)}approval/")
    screens = len(drafter.screens) + len(approver.screens) - seen - 1  # the reload is no screen
    approver.decide(number=number)
    clicked = time.monotonic()
    while region_now(site)["level"] != before:
        assert time.monotonic() - clicked < SECONDS_TO_BE_RIGHT
    approved_in = clicked - started

    assert screens <= SCREENS, (drafter.screens, approver.screens)
    assert max(drafted_in, approved_in) < SECONDS_OF_WORK
    approver.page.goto(f"{site.url}/en/regions/aqtobe/")
    expect(approver.page.locator("main")).to_contain_text("issued in error")


def test_an_exercise_leaves_the_real_level_alone(site: Site, two: tuple[Officer, Officer]) -> None:
    drafter, approver = two
    before = region_now(site)
    submitted = declare(drafter, "RED", desk="exercise/")

    approver.approve(submitted, level="RED", regions=(AQTOBE,))

    expect(approver.page.locator("body")).to_contain_text("EX-2026-0001")
    after = region_now(site)
    assert (after["level"], after["declarations"]) == (before["level"], before["declarations"])
    approver.page.goto(f"{site.url}/en/declarations/EX-2026-0001/")
    expect(approver.page.locator("main")).to_contain_text("EXERCISE")
