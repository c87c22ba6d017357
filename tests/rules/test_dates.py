"""Dates, hours and numbers as Kazakh, Russian and English write them."""

from datetime import UTC, date, datetime

import pytest

from guidance.rules.dates import (
    Precision,
    day,
    hour,
    inclusive,
    kazakh_day,
    last_day,
    moment,
    short_day,
    utc_offset,
)
from guidance.rules.months import kazakh_month
from guidance.rules.numerals import (
    Case,
    grouped,
    russian_plural,
    times,
    unbroken,
    with_kazakh_ending,
)
from guidance.rules.texts import LANGUAGES, Texts

AFTERNOON = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)


def test_a_date_is_written_with_or_without_its_year() -> None:
    on = date(2026, 11, 22)

    assert [day(on, lang) for lang in LANGUAGES] == [
        "2026 жылғы 22 қараша",
        "22 ноября 2026 года",
        "22 November 2026",
    ]
    assert [day(on, lang, year=False) for lang in LANGUAGES] == [
        "22 қараша",
        "22 ноября",
        "22 November",
    ]
    assert short_day(on) == "22.11.2026"


def test_a_moment_is_written_by_the_clocks_of_the_place() -> None:
    assert Texts.by_language(
        lambda lang: moment(AFTERNOON, "Asia/Almaty", lang, offset=True)
    ) == Texts(
        "2026 жылғы 22 қараша, 14:05 (UTC+5)",
        "22 ноября 2026 года, 14:05 (UTC+5)",
        "22 November 2026, 14:05 (UTC+5)",
    )
    assert hour(AFTERNOON, "Asia/Almaty") == "14:05"


@pytest.mark.parametrize(
    ("at", "zone", "expected"),
    [
        (datetime(2016, 6, 7, 12, tzinfo=UTC), "Asia/Almaty", "(UTC+6)"),
        (datetime(2016, 6, 7, 12, tzinfo=UTC), "Asia/Aqtobe", "(UTC+5)"),
        (datetime(2024, 2, 29, 17, 59, tzinfo=UTC), "Asia/Almaty", "(UTC+6)"),
        (datetime(2024, 2, 29, 18, tzinfo=UTC), "Asia/Almaty", "(UTC+5)"),
        (datetime(2026, 1, 1, tzinfo=UTC), "Asia/Kolkata", "(UTC+5:30)"),
        (datetime(2026, 1, 1, tzinfo=UTC), "America/Bogota", "(UTC-5)"),
        (datetime(2026, 1, 1, tzinfo=UTC), "UTC", "(UTC)"),
    ],
)
def test_the_offset_is_that_of_the_zone_on_the_date(at: datetime, zone: str, expected: str) -> None:
    assert utc_offset(at, zone) == expected


def test_a_time_known_to_the_day_has_no_hour_and_an_estimate_says_so() -> None:
    at = datetime(2016, 6, 5, 15, tzinfo=UTC)

    assert moment(at, "Asia/Aqtobe", "ru", precision=Precision.DAY) == "5 июня 2016 года"
    assert Texts.by_language(
        lambda lang: moment(at, "Asia/Aqtobe", lang, year=False, precision=Precision.ESTIMATED)
    ) == Texts(
        "шамамен 5 маусым, 20:00", "ориентировочно 5 июня, 20:00", "approximately 5 June, 20:00"
    )


def test_an_instant_without_a_zone_is_refused() -> None:
    naive = datetime(2016, 6, 5, 15)  # noqa: DTZ001

    with pytest.raises(ValueError, match="without a zone"):
        moment(naive, "Asia/Almaty", "kk")


def test_the_last_day_of_a_period_belongs_to_it() -> None:
    on = date(2016, 7, 15)

    assert [inclusive(on, lang, year=False) for lang in LANGUAGES] == [
        "15 шілдені қоса алғанда",
        "по 15 июля включительно",
        "to the end of 15 July",
    ]
    assert inclusive(on, "kk") == "2016 жылғы 15 шілдені қоса алғанда"


def test_a_period_has_a_last_day_only_where_it_ends_at_midnight() -> None:
    midnight_in_astana = datetime(2016, 7, 15, 18, tzinfo=UTC)

    assert last_day(midnight_in_astana, "Asia/Almaty") == date(2016, 7, 15)
    assert last_day(midnight_in_astana, "Asia/Aqtobe") is None


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        (1, "қаңтар қаңтарды қаңтарға қаңтарда қаңтардан"),
        (2, "ақпан ақпанды ақпанға ақпанда ақпаннан"),
        (3, "наурыз наурызды наурызға наурызда наурыздан"),
        (4, "сәуір сәуірді сәуірге сәуірде сәуірден"),
        (5, "мамыр мамырды мамырға мамырда мамырдан"),
        (6, "маусым маусымды маусымға маусымда маусымнан"),
        (7, "шілде шілдені шілдеге шілдеде шілдеден"),
        (8, "тамыз тамызды тамызға тамызда тамыздан"),
        (9, "қыркүйек қыркүйекті қыркүйекке қыркүйекте қыркүйектен"),
        (10, "қазан қазанды қазанға қазанда қазаннан"),
        (11, "қараша қарашаны қарашаға қарашада қарашадан"),
        (12, "желтоқсан желтоқсанды желтоқсанға желтоқсанда желтоқсаннан"),
    ],
)
def test_kazakh_months_stand_in_every_case(number: int, forms: str) -> None:
    assert [kazakh_month(number, case) for case in Case] == forms.split()


def test_a_kazakh_date_stands_in_the_case_of_its_sentence() -> None:
    assert kazakh_day(date(2016, 7, 15), Case.DATIVE, year=False) == "15 шілдеге"


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        ("0", "0-ге 0-де 0-ден"),
        ("1", "1-ге 1-де 1-ден"),
        ("2", "2-ге 2-де 2-ден"),
        ("3", "3-ке 3-те 3-тен"),
        ("4", "4-ке 4-те 4-тен"),
        ("5", "5-ке 5-те 5-тен"),
        ("6", "6-ға 6-да 6-дан"),
        ("7", "7-ге 7-де 7-ден"),
        ("8", "8-ге 8-де 8-ден"),
        ("9", "9-ға 9-да 9-дан"),
        ("10", "10-ға 10-да 10-нан"),
        ("20", "20-ға 20-да 20-дан"),
        ("30", "30-ға 30-да 30-дан"),
        ("40", "40-қа 40-та 40-тан"),
        ("50", "50-ге 50-де 50-ден"),
        ("60", "60-қа 60-та 60-тан"),
        ("70", "70-ке 70-те 70-тен"),
        ("80", "80-ге 80-де 80-нен"),
        ("90", "90-ға 90-да 90-нан"),
        ("100", "100-ге 100-де 100-ден"),
        ("1000", "1000-ға 1000-да 1000-нан"),
        ("20000", "20000-ға 20000-да 20000-нан"),
        ("3000000", "3000000-ға 3000000-да 3000000-нан"),
        ("1000000000", "1000000000-қа 1000000000-та 1000000000-тан"),
        ("101", "101-ге 101-де 101-ден"),
        ("102", "102-ге 102-де 102-ден"),
        ("103", "103-ке 103-те 103-тен"),
        ("110", "110-ға 110-да 110-нан"),
        ("112", "112-ге 112-де 112-ден"),
        ("1500", "1500-ге 1500-де 1500-ден"),
        ("2026", "2026-ға 2026-да 2026-дан"),
        ("00:00", "00:00-ге 00:00-де 00:00-ден"),
        ("23:59", "23:59-ға 23:59-да 23:59-дан"),
        ("14:05", "14:05-ке 14:05-те 14:05-тен"),
    ],
)
def test_kazakh_endings_follow_the_last_word_that_is_spoken(number: str, forms: str) -> None:
    cases = (Case.DATIVE, Case.LOCATIVE, Case.ABLATIVE)

    assert [with_kazakh_ending(number, case) for case in cases] == forms.split()


def test_a_number_and_its_ending_stay_on_one_line() -> None:
    assert unbroken("102-ге немесе 110-ға хабарлаңыз, № 2026-0007, іс-қимыл") == (
        "102\u2011ге немесе 110\u2011ға хабарлаңыз, № 2026-0007, іс-қимыл"
    )


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        *((1, "день"), (21, "день"), (121, "день")),
        *((2, "дня"), (4, "дня"), (22, "дня")),
        *((0, "дней"), (5, "дней"), (11, "дней"), (14, "дней"), (100, "дней"), (111, "дней")),
    ],
)
def test_russian_words_agree_with_numbers(number: int, expected: str) -> None:
    assert russian_plural(number, "день", "дня", "дней") == expected


def test_times_are_counted_in_each_language() -> None:
    assert times(1) == Texts("1 рет", "1 раз", "once")
    assert times(2) == Texts("2 рет", "2 раза", "twice")
    assert times(3) == Texts("3 рет", "3 раза", "3 times")


def test_thousands_are_parted_as_the_language_does() -> None:
    assert [grouped(12345, lang) for lang in LANGUAGES] == [
        "12\u00a0345",
        "12\u00a0345",
        "12,345",
    ]
