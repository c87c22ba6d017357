"""The texts, days and ready sentences of the desk, without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from guidance.desk import texts
from guidance.desk.moments import end_after, end_of, is_whole_day_end, last_day_of
from guidance.desk.ready import READY
from guidance.models.declarations import REASON_LENGTH

ZONE = "Asia/Aqtobe"


@pytest.mark.parametrize(
    ("start", "days", "last_day"),
    [
        ("2026-11-22T14:05", 14, date(2026, 12, 6)),
        ("2026-11-22T00:00", 14, date(2026, 12, 5)),
        ("2016-06-06T00:00", 40, date(2016, 7, 15)),
        ("2026-12-31T23:59", 3, date(2027, 1, 3)),
        ("2028-02-27T12:00", 3, date(2028, 3, 1)),
    ],
)
def test_a_term_in_days_ends_with_a_whole_day(start: str, days: int, last_day: date) -> None:
    starts_at = datetime.fromisoformat(f"{start}+05:00").astimezone(UTC)

    ends_at = end_after(ZONE, starts_at, days)

    assert is_whole_day_end(ZONE, ends_at)
    assert last_day_of(ZONE, ends_at) == last_day


def test_the_end_of_a_day_is_midnight_by_the_clocks_of_that_day() -> None:
    # Almaty kept UTC+6 to the end of February 2024.
    assert end_of("Asia/Almaty", date(2024, 2, 28)) == datetime(2024, 2, 28, 18, tzinfo=UTC)
    assert end_of("Asia/Almaty", date(2024, 3, 1)) == datetime(2024, 3, 1, 19, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "is_lacking"),
    [
        ("Ақпарат расталды, сақ болыңыздар", False),
        ("Получены сведения о возможной угрозе", True),
        ("Барлык адамдар сак болсын деп айтамыз", True),
        ("Жол жабык", False),
    ],
)
def test_a_kazakh_text_is_known_by_its_letters(text: str, is_lacking: bool) -> None:
    assert texts.lacks_kazakh_letters(text) is is_lacking


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Опaсность", ["Опaсность"]),
        ("Звоните 112", []),
        ("вокзал «Astana»", []),
        ("Қaуіп", ["Қaуіп"]),
    ],
)
def test_mixed_letters_are_found(text: str, words: list[str]) -> None:
    assert texts.mixed_words(text) == words


@pytest.mark.parametrize(
    ("text", "is_odd"),
    [
        ("Звоните 102 или 112", False),
        ("+7 717 255 55 55", False),
        ("8 (7172) 55-55-55", True),
        ("87172555555", True),
        ("в 2026 году", False),
    ],
)
def test_a_phone_number_is_written_one_way(text: str, is_odd: bool) -> None:
    assert texts.has_odd_phone(text) is is_odd


def test_every_ready_sentence_stands_in_three_languages_and_passes_the_checks() -> None:
    for code, ready in READY.items():
        words = ready.texts.as_dict()
        assert len(set(words.values())) == 3, code
        for text in words.values():
            assert 2 < len(text) <= REASON_LENGTH
            for check in texts.PUBLIC_TEXT:
                check(text)
        assert not texts.lacks_kazakh_letters(words["kk"]), code
