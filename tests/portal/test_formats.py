"""Dates and numbers of templates and forms follow the page's language."""

from datetime import datetime

import pytest
from django.utils import formats, translation

AFTERNOON = datetime(2026, 11, 22, 9, 5)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("kk", "2026 жылғы 22 қараша, 09:05"),
        ("ru", "22 ноября 2026 года, 09:05"),
        ("en", "22 november 2026, 09:05"),
    ],
)
def test_a_date_with_its_hour_is_written_as_the_language_does(lang: str, expected: str) -> None:
    with translation.override(lang):
        assert formats.date_format(AFTERNOON, "DATETIME_FORMAT").lower() == expected


@pytest.mark.parametrize(
    ("lang", "expected"), [("kk", "1\xa0234,5"), ("ru", "1\xa0234,5"), ("en", "1,234.5")]
)
def test_a_number_is_written_as_the_language_does(lang: str, expected: str) -> None:
    with translation.override(lang):
        assert formats.number_format(1234.5, 1, force_grouping=True) == expected


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_week_begins_on_monday_and_short_dates_are_digits(lang: str) -> None:
    with translation.override(lang):
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 1
        assert formats.date_format(AFTERNOON, "SHORT_DATE_FORMAT") == "22.11.2026"


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_form_takes_dates_as_they_are_shown(lang: str) -> None:
    with translation.override(lang):
        assert "%d.%m.%Y %H:%M" in formats.get_format("DATETIME_INPUT_FORMATS")
