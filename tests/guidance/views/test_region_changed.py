"""What changed for whoever is in a place, for three days after its latest change."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from guidance.rules.acts import NamedMeasure
from tests.factories import DAY, MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Page, Reader

HOUR = timedelta(hours=1)
AQTOBE = "/en/regions/aqtobe/"
TOWN = "/en/regions/aqtobe-town/"
COUNTRY: dict[str, Any] = {"regions": ("KZ",), "level": "YELLOW", "desk": "republican"}
CHECKS, CURFEW = NamedMeasure("DOCUMENT_CHECKS"), NamedMeasure("CURFEW")


def changed(page: Page) -> str:
    """Give the words of the block, spaces made one; nothing when the page has none."""
    if 'aria-labelledby="changed"' not in page.source:
        return ""
    return " ".join(re.sub(r"<[^>]+>", " ", page.part('aria-labelledby="changed"')).split())


def test_tells_the_level_before_and_now(read: Reader, aqtobe: Office, republican: Office) -> None:
    country = {**COUNTRY, "measures": (CHECKS,)}
    published(republican.drafter, republican.approver, at=NOON - 10 * DAY, **country)
    red = {"level": "RED", "regions": ("KZ-15-aqtobe",), "measures": (CURFEW,)}
    published(aqtobe.drafter, aqtobe.approver, **red)

    page = read(TOWN, NOON + HOUR)

    words = changed(page)
    assert "Before: moderate (yellow) Now: critical (red)" in words
    assert "Until" not in words
    assert "New A curfew is in force" in words
    assert "Unchanged · 10 Documents are checked" in words
    assert "New advice · 16 If you can, stay at home" in words
    assert "No longer needed" not in words
    assert "22 November 2026, 17:00 · No. 2026-0002" in words
    assert page.source.index('id="level"') < page.source.index('id="changed"')
    assert page.source.index('id="changed"') < page.source.index('id="do"')


@pytest.mark.parametrize(
    ("lang", "words"),
    [("kk", "Мен үшін не өзгерді"), ("ru", "Что изменилось для меня"), ("en", "What changed")],
)
def test_tells_it_in_every_language(read: Reader, aqtobe: Office, lang: str, words: str) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    assert words in changed(read(f"/{lang}/regions/aqtobe/", NOON + HOUR))


def test_tells_of_a_moved_end(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, at=NOON - 5 * DAY)
    extension = {"act": "EXTEND", "ends_at": NOON + 20 * DAY}
    published(aqtobe.drafter, aqtobe.approver, **extension)

    words = changed(read(AQTOBE, NOON + HOUR))

    assert "Level" not in words
    assert "Until Before: 2 December 2026, 17:00 Now: 12 December 2026, 17:00; extended" in words


def test_tells_of_a_lift_and_of_an_end_as_planned(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, ends_at=NOON + 5 * DAY, measures=(CURFEW,))
    ran_out = changed(read(AQTOBE, NOON + 5 * DAY + HOUR))
    published(aqtobe.drafter, aqtobe.approver, at=NOON + DAY, act="LIFT")
    lifted = changed(read(AQTOBE, NOON + 2 * DAY))

    for words, number in ((ran_out, "2026-0001"), (lifted, "2026-0002")):
        assert "Before: high (orange) Now: no level is in force" in words
        assert "Ended A curfew is in force" in words
        assert "No longer needed · " in words
        assert "Until" not in words
        assert number in words


def test_tells_of_a_withdrawal(read: Reader, aqtobe: Office, republican: Office) -> None:
    published(republican.drafter, republican.approver, at=NOON - 10 * DAY, **COUNTRY)
    wrong = published(aqtobe.drafter, aqtobe.approver, level="RED")
    withdrawal = {"act": "WITHDRAW", "refers_to": wrong.number, "at": NOON + 3 * MINUTE}
    published(aqtobe.drafter, aqtobe.approver, **withdrawal)

    words = changed(read(AQTOBE, NOON + HOUR))

    assert "Before: critical (red) (issued in error) Now: moderate (yellow)" in words
    assert "2026-0003" in words


def test_tells_of_an_extension_that_was_taken_back(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, at=NOON - 5 * DAY)
    extension = {"act": "EXTEND", "ends_at": NOON + 20 * DAY, "at": NOON}
    wrong = published(aqtobe.drafter, aqtobe.approver, **extension)
    withdrawal = {"act": "WITHDRAW", "refers_to": wrong.number, "at": NOON + HOUR}
    published(aqtobe.drafter, aqtobe.approver, **withdrawal)

    words = changed(read(AQTOBE, NOON + 2 * HOUR))

    assert "Until Before: 12 December 2026, 17:00; extended once Now: 2 December 2026" in words


def test_tells_of_a_measure_that_ended_by_itself(read: Reader, aqtobe: Office) -> None:
    curfew = NamedMeasure("CURFEW", (), NOON, NOON + 5 * DAY)
    published(aqtobe.drafter, aqtobe.approver, measures=(curfew, CHECKS))

    words = changed(read(AQTOBE, NOON + 5 * DAY + HOUR))

    assert words.startswith("What changed for me Ended A curfew is in force")


def test_an_act_that_reaches_back_changed_what_was_known_before_it(
    read: Reader, aqtobe: Office
) -> None:
    published(aqtobe.drafter, aqtobe.approver, starts_at=NOON - 5 * HOUR)

    words = changed(read(AQTOBE, NOON + HOUR))

    assert "Before: no level is in force Now: high (orange)" in words
    assert "22 November 2026, 17:00" in words


def test_is_absent_when_nothing_changed_here(
    read: Reader, aqtobe: Office, republican: Office
) -> None:
    facts = {"regions": ("KZ-15-aqtobe",), "level": "RED"}
    published(aqtobe.drafter, aqtobe.approver, at=NOON - 5 * DAY, **facts)
    published(republican.drafter, republican.approver, **COUNTRY)

    assert changed(read(TOWN, NOON + HOUR)) == "", "a wider, lower level changes nothing here"
    assert changed(read(AQTOBE, NOON + HOUR)) != ""
    assert changed(read(AQTOBE, NOON + 4 * DAY)) == "", "after three days nobody asks"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_says_nothing_where_nothing_ever_happened(
    read: Reader, reference_data: None, lang: str
) -> None:
    assert changed(read(f"/{lang}/regions/aqtobe/")) == ""
