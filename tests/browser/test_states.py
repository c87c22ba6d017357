"""Every state of a level on a phone: words whole and first, in light, dark, forced and on paper."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Stated
from tests.browser.looks import PAPER, PHONE, TWICE_WIDTH, Look, Seen, look_at_everything
from tests.browser.states import REGIONS
from tests.site.pages import LANGUAGES

pytestmark = pytest.mark.xdist_group("states")  # one portal holds them all

WORDS = {
    "yellow": ("орташа («сары»)", "умеренный («жёлтый»)", "moderate (yellow)"),
    "orange": ("жоғары («қызғылт сары»)", "высокий («оранжевый»)", "high (orange)"),
    "red": ("шекті («қызыл»)", "критический («красный»)", "critical (red)"),
}
# In these states a notice stands above the card, as the design says.
UNDER_A_NOTICE = ("announced", "lifted", "in error", "lower than a part", "exercise")


@pytest.fixture(scope="module")
def seen(stated: Stated, chromium: Browser) -> Seen:
    """Return what was seen of all states."""
    return look_at_everything(stated, chromium)


def test_every_level_bears_its_words_in_every_language(seen: Seen) -> None:
    said = {
        (card["level"], page.rpartition(", ")[2]): card["text"]
        for page, card in seen.cards("light")
        if card["level"] != "none"
    }

    assert said == {
        (level, lang): words
        for level, all_words in WORDS.items()
        for lang, words in zip(LANGUAGES, all_words, strict=True)
    }


def test_every_state_is_told_in_words_above_the_card_where_it_needs_them(seen: Seen) -> None:
    notices = {
        state: look["notices"] for (state, lang, medium), look in seen.looks.items()
        if (lang, medium) == ("kk", "light")
    }  # fmt: skip

    assert all(notices[state] >= 1 for state in UNDER_A_NOTICE), notices
    assert not any(notices[state] for state in ("none", "yellow", "orange", "red", "no end"))


@pytest.mark.parametrize("medium", ["light", "forced", "spaced"])
def test_nothing_scrolls_sideways_at_320_px(seen: Seen, medium: str) -> None:
    assert seen.wrong(medium, lambda look: look["width"] > PHONE["width"] and look["width"]) == {}


def test_nothing_is_lost_at_twice_the_text(seen: Seen) -> None:
    assert seen.wrong("twice", lambda look: look["width"] > TWICE_WIDTH and look["width"]) == {}


@pytest.mark.parametrize("medium", ["light", "spaced", "twice", "print"])
def test_level_words_are_whole(seen: Seen, medium: str) -> None:
    room = {"twice": TWICE_WIDTH, "print": PAPER["width"]}.get(medium, PHONE["width"])
    torn = {
        page: card
        for page, card in seen.cards(medium)
        if card["isCut"]
        or card["left"] < 0
        or card["right"] > room
        # "террористической" is the longest word of a page that names no level.
        or (card["breaksWords"] and card["level"] != "none")
    }

    assert torn == {}


@pytest.mark.parametrize("medium", ["light", "dark", "forced", "print"])
def test_level_words_stand_out_seven_to_one(seen: Seen, medium: str) -> None:
    pale = {page: card["contrast"] for page, card in seen.cards(medium) if card["contrast"] < 7}

    assert pale == {}
    assert seen.wrong(medium, lambda look: look["pale"]) == {}


def test_the_first_screen_holds_the_level(seen: Seen) -> None:
    def is_low(look: Look) -> Any:
        bottom = look["card"]["bottom"] - look["errorStrip"] if look["card"] else 0
        return bottom > PHONE["height"] and bottom

    states = tuple(state for state in seen.states if state not in UNDER_A_NOTICE)
    assert seen.wrong("light", is_low, states=states) == {}


def test_a_first_view_waits_for_one_file_beside_the_page_and_does_not_jump(seen: Seen) -> None:
    def waits(look: Look) -> bool:
        return bool(look["awaited"] != 1)

    assert seen.wrong("light", waits, states=(*REGIONS, "home")) == {}
    assert seen.wrong("light", lambda look: look["shift"]) == {}


def test_the_level_is_read_out_within_the_first_words_and_two_stops(seen: Seen) -> None:
    far = {
        page: (card["wordsBefore"], card["stopsBefore"])
        for page, card in seen.cards("light")
        if card["wordsBefore"] > 100 and card["stopsBefore"] > 2
    }

    assert far == {}


@pytest.mark.parametrize("medium", ["light", "dark", "forced", "print"])
def test_every_level_has_a_shape_that_is_seen(seen: Seen, medium: str) -> None:
    unseen = {
        page: card["shape"]
        for page, card in seen.cards(medium)
        if not card["shape"] or card["shape"]["width"] < 24 or card["shape"]["against"] < 3
    }

    assert unseen == {}


def test_in_forced_colours_the_card_has_a_border(seen: Seen) -> None:
    assert {page for page, card in seen.cards("forced") if card["border"] < 3} == set()


def test_on_paper_shapes_are_outlines_and_nothing_is_filled(seen: Seen) -> None:
    inked = {
        page: card
        for page, card in seen.cards("print")
        if card["filled"] or card["shape"]["fill"] != "none" or card["border"] < 2
    }

    assert inked == {}
    assert seen.wrong("print", lambda look: look["forScreens"]) == {}


def test_what_a_finger_presses_is_44_px(seen: Seen) -> None:
    assert seen.wrong("light", lambda look: look["small"]) == {}


def test_words_of_another_language_say_so(seen: Seen) -> None:
    assert seen.wrong("light", lambda look: look["foreign"]) == {}


def test_nothing_is_stored_asked_elsewhere_or_complained_of(stated: Stated, seen: Seen) -> None:
    assert [url for url in seen.asked if not url.startswith(stated.site.url)] == []
    assert seen.cookies == []
    assert seen.said == []


def test_every_page_was_looked_at_in_every_medium(seen: Seen) -> None:
    assert len(seen.states) == 16
    assert len(seen.looks) == len(seen.states) * len(LANGUAGES) * 6
