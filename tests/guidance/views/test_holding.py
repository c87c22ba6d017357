"""Every block that claims a level says until when: a copy of the page falls silent by it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest

from tests.factories import NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import Reader

HOUR = timedelta(hours=1)
END = NOON + timedelta(days=10)
# Where each page claims the level: how a block begins that must say until when.
CLAIMS = {
    "regions/": ['<aside class="strip"', '<tr role="row" data-place="KZ-15"', '<svg class="map"'],
    "regions/aqtobe/": ['<aside class="strip"', '<section class="level"'],
    "regions/kazakhstan/": ['<aside class="strip"', '<section class="note row"'],
    "history/": ['<aside class="strip"'],
    "advice/?region=aqtobe": ['<aside class="strip"', '<p class="intro"'],
    "declarations/2026-0001/": ['<section class="box" data-level="orange"', '<p class="verdict"'],
}


def until(at: datetime) -> str:
    return f'data-until="{at:%Y-%m-%dT%H:%M}Z"'


@pytest.mark.parametrize("address", CLAIMS)
def test_each_claim_holds_until_the_planned_end(read: Reader, aqtobe: Office, address: str) -> None:
    published(aqtobe.drafter, aqtobe.approver, ends_at=END)

    page = read(f"/kk/{address}", NOON + HOUR)

    for begins in CLAIMS[address]:
        tags = re.findall(rf"{re.escape(begins)}[^>]*>", page.source)
        assert tags, f"no {begins} on {address}"
        assert until(END) in tags[0], f"{begins} on {address}"


def test_the_words_of_a_claim_are_marked_and_its_dates_are_not(
    read: Reader, aqtobe: Office
) -> None:
    published(aqtobe.drafter, aqtobe.approver, ends_at=END)

    card = read("/kk/regions/aqtobe/", NOON + HOUR).card

    assert '<h2 id="level" data-says>' in card
    assert len(re.findall("data-says", card)) == 1
    assert "<dt>Аяқталуы</dt>" in card


def test_no_level_holds_until_one_that_is_announced_begins(read: Reader, aqtobe: Office) -> None:
    begins = NOON + timedelta(days=2)
    published(aqtobe.drafter, aqtobe.approver, starts_at=begins, ends_at=END)

    assert until(begins) in read("/kk/regions/aqtobe/", NOON + HOUR).card
    elsewhere = read("/kk/regions/almaty/", NOON + HOUR)
    assert "data-until" not in elsewhere.card, "nothing is announced there"
    assert until(begins) in elsewhere.match('(<aside class="strip"[^>]*>)')


def test_a_level_without_a_known_end_holds_until_somebody_says_otherwise(
    read: Reader, aqtobe: Office
) -> None:
    reason = {lang: f"Reason {lang}" for lang in ("kk", "ru", "en")}
    published(aqtobe.drafter, aqtobe.approver, ends_at=None, end_reason=reason)

    assert "data-until" not in read("/kk/regions/aqtobe/", NOON + HOUR).source


def test_without_any_level_pages_claim_nothing_for_a_time(
    read: Reader, reference_data: None
) -> None:
    for address in ("regions/", "regions/aqtobe/", "history/"):
        assert "data-until" not in read(f"/ru/{address}").source


@pytest.mark.parametrize("address", ["regions/", "regions/aqtobe/", "history/", "advice/"])
def test_every_page_says_its_instant_to_the_script(
    read: Reader, reference_data: None, address: str
) -> None:
    source = read(f"/en/{address}").source

    assert re.search(r'data-asof="2026-11-22T17:00\+05:00"', source)
    assert "data-now" in source, "and to readers"
