"""The status strip of every page but home."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest

from tests.factories import NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import Page, Reader

TODAY = datetime.fromisoformat("2026-11-22T12:00:00+05:00")
HOUR = timedelta(hours=1)


def strip(page: Page) -> str:
    found = re.search(r'<aside class="strip" data-level="(\w+)".*?</aside>', page.source, re.DOTALL)
    assert found
    return found[0]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("kk", "Қазақстанда деңгей белгіленбеген"),
        ("ru", "В Казахстане уровень не установлен"),
        ("en", "No level is in force in Kazakhstan"),
    ],
)
def test_says_on_every_page_that_no_level_is_in_force(
    read: Reader, reference_data: None, lang: str, words: str
) -> None:
    assert words in strip(read(f"/{lang}/history/", TODAY))


def test_counts_the_regions_with_a_level(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    said = strip(read("/en/history/", NOON + HOUR))

    assert "A level is in force in 1 of 20 regions" in said
    assert '<b>High (orange) level</b>: <a href="/en/regions/aqtobe/">' in said


def test_names_the_places_of_a_red_level(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, level="RED", regions=("KZ-15-aqtobe",))

    said = strip(read("/en/history/", NOON + HOUR))

    assert 'data-level="red"' in said
    assert '<b>Critical (red) level</b>: <a href="/en/regions/aqtobe-town/">' in said


def test_names_three_places_and_counts_the_others(read: Reader, republican: Office) -> None:
    facts = {"regions": ("KZ-10", "KZ-11", "KZ-15", "KZ-19", "KZ-23"), "level": "RED"}
    published(republican.drafter, republican.approver, desk="republican", **facts)

    said = strip(read("/en/history/", NOON + HOUR))

    assert said.count("<a ") == 3
    assert "and 2 more regions" in said


def test_tells_what_is_announced_while_nothing_is_in_force(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, starts_at=NOON + 2 * HOUR)

    assert "Announced, not yet in force: 1" in strip(read("/en/history/", NOON + HOUR))


def test_tells_in_the_list_what_is_announced(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, starts_at=NOON + 2 * HOUR)

    rows = read("/en/regions/", NOON + HOUR).source.split("<tr ")
    told = [row for row in rows if "Takes effect: 22 November 2026, 19:00 (UTC+5)" in row]

    assert len(told) == 1
    assert 'data-place="KZ-15"' in told[0]
    assert "high (orange)" in told[0]


def test_tells_in_the_list_for_a_day_what_was_lifted(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + HOUR, act="LIFT")

    fresh = read("/en/regions/", NOON + 2 * HOUR)
    later = read("/en/regions/", NOON + 26 * HOUR)

    assert fresh.text.count("Lifted: 22 November 2026") == 1
    assert "Lifted: 22 November 2026" not in later.text


def test_does_not_tell_a_lift_before_its_hour(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    lift = {"act": "LIFT", "starts_at": NOON + 5 * HOUR}
    published(aqtobe.drafter, aqtobe.approver, at=NOON + HOUR, **lift)

    before, after = read("/en/regions/", NOON + 2 * HOUR), read("/en/regions/", NOON + 6 * HOUR)

    assert "Lifted:" not in before.text
    assert "Lifted: 22 November 2026" in after.text
