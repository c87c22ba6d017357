"""What changed for a place between any two moments that an address names."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest

from guidance.rules.acts import NamedMeasure
from tests.factories import DAY, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Page, Reader

HOUR = timedelta(hours=1)
CHANGES = "/en/regions/aqtobe/changes/"
LATER = NOON + 40 * DAY
CURFEW = NamedMeasure("CURFEW")


def compared(page: Page) -> str:
    """Give the words of the comparison, spaces made one; nothing when there is none."""
    assert page.status == 200
    if 'aria-labelledby="changed"' not in page.source:
        return ""
    return " ".join(re.sub(r"<[^>]+>", " ", page.part('aria-labelledby="changed"')).split())


@pytest.fixture
def extended(aqtobe: Office) -> None:
    """Publish orange for ten days, and after two days for twenty more."""
    published(aqtobe.drafter, aqtobe.approver, measures=(CURFEW,))
    extension = {"act": "EXTEND", "ends_at": NOON + 30 * DAY, "at": NOON + 2 * DAY}
    published(aqtobe.drafter, aqtobe.approver, **extension)


@pytest.mark.usefixtures("extended")
@pytest.mark.parametrize(
    "query",
    [
        "?from=2026-11-22&to=2026-11-22",
        "?from=2026-11-22T16:59&to=2026-11-22T17:00",
        "?from=2026-11-22%2016:59&to=2026-11-22%2017:00",
        "?from=2026-11-22&from_at=16:59&to=2026-11-22&to_at=17:00",
    ],
)
def test_compares_days_and_minutes_however_they_are_written(read: Reader, query: str) -> None:
    words = compared(read(CHANGES + query, LATER))

    assert "Before: no level is in force Later: high (orange)" in words
    assert "2 December 2026, 17:00" in words, "the end as it was known then"
    assert "New A curfew is in force" in words


@pytest.mark.usefixtures("extended")
def test_an_end_is_told_as_it_was_known(read: Reader) -> None:
    words = compared(read(f"{CHANGES}?from=2026-11-23&to=2026-11-25", LATER))

    assert "Level Before" not in words
    assert "Until Before: 2 December 2026, 17:00 Later: 22 December 2026, 17:00" in words


@pytest.mark.usefixtures("extended")
@pytest.mark.parametrize(
    ("lang", "words"),
    [("kk", "Өзгеріс жоқ"), ("ru", "Изменений нет"), ("en", "No changes")],
)
def test_says_that_nothing_changed(read: Reader, lang: str, words: str) -> None:
    page = read(f"/{lang}/regions/aqtobe/changes/?from=2026-11-25&to=2026-11-26", LATER)

    assert words in compared(page)


@pytest.mark.usefixtures("extended")
def test_without_the_second_moment_compares_with_now(read: Reader) -> None:
    words = compared(read(f"{CHANGES}?from=2026-11-25", LATER))

    assert "Before: high (orange) Later: no level is in force" in words
    assert "1 January 2027, 17:00 (UTC+5)" in words


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?from=2026-02-30&to=2026-03-01", "There is no 2026-02-30 in the calendar"),
        ("?from=yesterday", "Give the date as YYYY-MM-DD"),
        ("?from=1990-01-01", "not before 1991"),
        ("?from=2026-11-01T25:00", "Give the hour as HH:MM"),
        ("?from=2026-11-01&from_at=noon", "Give the hour as HH:MM"),
        ("?from=2026-11-20&to=2026-11-10", "must be later than the first"),
        ("?from=2026-11-20T10:00&to=2026-11-20T10:00", "must be later than the first"),
        ("?from=2026-11-20&to=2999-01-01", "This moment is still ahead"),
        ("?from=2999-01-01", "This moment is still ahead"),
        ("?from=" + "9" * 3000, "Give the date as YYYY-MM-DD"),
        ("?from=" + quote("\0<script>"), "Give the date as YYYY-MM-DD"),
    ],
)
def test_explains_what_cannot_be_compared(
    read: Reader, reference_data: None, query: str, words: str
) -> None:
    page = read(CHANGES + query)

    assert compared(page) == ""
    assert words in page.match(r'class="field-error"[^>]*>([^<]*)<')
    assert 'aria-invalid="true"' in page.source
    assert b"<script>" not in page.response.content.split(b"<main")[1]


def test_asks_for_two_moments_and_is_not_indexed(read: Reader, reference_data: None) -> None:
    page = read(CHANGES)

    assert compared(page) == ""
    assert "field-error" not in page.source
    assert page.source.count('type="date"') == page.source.count('type="time"') == 2
    assert '<meta name="robots" content="noindex, follow">' in page.source


@pytest.mark.parametrize("lang", LANGUAGES)
def test_before_the_records_there_is_no_data(read: Reader, aqtobe: Office, lang: str) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    page = read(f"/{lang}/regions/aqtobe/changes/?from=2001-01-01", NOON + HOUR)

    bold = re.findall(r"<b>([^<]*)</b>", page.part('aria-labelledby="changed"'))
    assert any("2001" in words for words in bold)


@pytest.mark.usefixtures("record_of_2016")
def test_before_it_was_established_a_region_had_the_level_of_another(read: Reader) -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    words = compared(read("/en/regions/abai/changes/?from=2016-06-01&to=2016-06-30", at))

    assert "Part of East Kazakhstan Region until 8 June 2022" in words
    assert "Later: moderate (yellow)" in words


def test_other_addresses_of_a_place_lead_here(read: Reader, reference_data: None) -> None:
    led = read("/ru/regions/KZ-15/changes/?from=2016-06-07")

    assert led.status == 302
    assert led.response["Location"] == "/ru/regions/aqtobe/changes/?from=2016-06-07"
    assert read("/ru/regions/nowhere/changes/").status == 404
