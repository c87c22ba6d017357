"""Until when: the same last day on every page, word for word in three languages."""

from datetime import UTC, datetime

import pytest

from guidance.rules.dates import Precision
from guidance.rules.ends import (
    End,
    end_text,
    end_texts,
    end_value,
    extended_text,
    until_phrase,
)
from guidance.rules.levels import Level
from guidance.rules.messenger import messenger_text, messenger_text_without_level
from guidance.rules.texts import LANGUAGES, Texts

ALMATY, AQTOBE = "Asia/Almaty", "Asia/Aqtobe"

MIDNIGHT_IN_ASTANA = datetime(2016, 7, 15, 18, tzinfo=UTC)
"""16 July 2016, 00:00 (UTC+6): the last day is 15 July."""

COUNTRY_YELLOW = End(MIDNIGHT_IN_ASTANA, ALMATY, ALMATY)
EVENING = datetime(2026, 12, 6, 13, 30, tzinfo=UTC)
LINK = "dengei.example/c/2026-0007"


def test_a_midnight_end_is_the_day_before_and_belongs_to_the_period() -> None:
    assert end_texts(COUNTRY_YELLOW) == Texts(
        "Аяқталуы: 2016 жылғы 15 шілде (қоса алғанда), егер ұзартылмаса",
        "Окончание: 15 июля 2016 года включительно, если не продлят",
        "Ends 15 July 2016 unless extended",
    )


def test_beside_a_label_the_end_says_that_the_day_belongs_to_the_period() -> None:
    assert Texts.by_language(lambda lang: end_value(COUNTRY_YELLOW, lang, year=False)) == Texts(
        "15 шілде (қоса алғанда), егер ұзартылмаса",
        "15 июля включительно, если не продлят",
        "to the end of 15 July unless extended",
    )


def test_the_last_day_is_that_of_the_named_region_on_a_page_of_another_zone() -> None:
    on_aqtobe_page = End(MIDNIGHT_IN_ASTANA, named_zone=ALMATY, page_zone=AQTOBE)

    assert [end_text(on_aqtobe_page, lang) for lang in LANGUAGES] == [
        end_text(COUNTRY_YELLOW, lang) for lang in LANGUAGES
    ]


def test_a_midnight_of_the_page_only_is_an_hour_in_the_zone_of_the_page() -> None:
    midnight_in_aqtobe = datetime(2016, 7, 15, 19, tzinfo=UTC)

    end = End(midnight_in_aqtobe, named_zone=ALMATY, page_zone=AQTOBE)

    assert end_text(end, "en") == "Ends 16 July 2016, 00:00 (UTC+5) unless extended"


def test_an_end_by_the_hour_prints_day_hour_and_zone() -> None:
    assert end_texts(End(EVENING, ALMATY, ALMATY)) == Texts(
        "Аяқталуы: 2026 жылғы 6 желтоқсан, 18:30 (UTC+5), егер ұзартылмаса",
        "Окончание: 6 декабря 2026 года, 18:30 (UTC+5), если не продлят",
        "Ends 6 December 2026, 18:30 (UTC+5) unless extended",
    )


def test_a_card_with_its_as_of_leaves_out_year_and_zone() -> None:
    end = End(EVENING, ALMATY, ALMATY)

    assert end_text(end, "ru", year=False, offset=False) == (
        "Окончание: 6 декабря, 18:30, если не продлят"
    )
    assert end_value(end, "en", year=False, offset=False) == "6 December, 18:30 unless extended"


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (1, ("1 рет ұзартылды", "продлён 1 раз", "extended once")),
        (2, ("2 рет ұзартылды", "продлён 2 раза", "extended twice")),
        (5, ("5 рет ұзартылды", "продлён 5 раз", "extended 5 times")),
    ],
)
def test_extensions_are_counted(times: int, expected: tuple[str, str, str]) -> None:
    end = End(MIDNIGHT_IN_ASTANA, ALMATY, ALMATY, extended_times=times)

    assert extended_text(times) == Texts(*expected)
    assert end_texts(end) == Texts(
        f"Аяқталуы: 2016 жылғы 15 шілде (қоса алғанда), егер ұзартылмаса; {expected[0]}",
        f"Окончание: 15 июля 2016 года включительно, если не продлят; {expected[1]}",
        f"Ends 15 July 2016 unless extended; {expected[2]}",
    )


def test_an_end_that_is_over_is_no_longer_conditional() -> None:
    end = End(MIDNIGHT_IN_ASTANA, ALMATY, ALMATY, extended_times=1, may_be_extended=False)

    assert end_value(end, "en") == "to the end of 15 July 2016; extended once"


def test_an_open_end_lasts_until_further_notice() -> None:
    end = End(None, ALMATY, ALMATY)

    assert end_texts(end) == Texts(
        "Ерекше нұсқау берілгенге дейін", "До особого распоряжения", "Until further notice"
    )
    assert end_value(end, "ru") == "до особого распоряжения"


def test_an_archive_record_without_an_end_says_that_none_was_given() -> None:
    end = End(None, ALMATY, ALMATY, is_archive=True)

    assert end_texts(end) == Texts(
        "Аяқталу мерзімі көрсетілмеген", "Срок окончания не указан", "No end date given"
    )


def test_an_estimated_hour_is_approximate_and_an_estimated_midnight_is_a_stated_day() -> None:
    by_hour = End(EVENING, ALMATY, ALMATY, precision=Precision.ESTIMATED)
    by_day = End(MIDNIGHT_IN_ASTANA, ALMATY, ALMATY, precision=Precision.ESTIMATED)

    assert end_value(by_hour, "ru") == (
        "ориентировочно 6 декабря 2026 года, 18:30 (UTC+5), если не продлят"
    )
    assert end_text(by_day, "en") == "Ends 15 July 2016 unless extended"


def test_the_text_for_messengers_says_place_level_end_and_link() -> None:
    place = Texts("Ақтөбе облысы", "Актюбинская область", "Aktobe Region")
    end = End(datetime(2026, 12, 6, 19, tzinfo=UTC), AQTOBE, AQTOBE, extended_times=1)

    assert messenger_text(place, Level.ORANGE, end, LINK) == Texts(
        "Ақтөбе облысы: жоғары («қызғылт сары») деңгей. Аяқталуы: 2026 жылғы 6 желтоқсан"
        " (қоса алғанда), егер ұзартылмаса; 1 рет ұзартылды. dengei.example/c/2026-0007",
        "Актюбинская область: высокий («оранжевый») уровень. Окончание: 6 декабря 2026 года"
        " включительно, если не продлят; продлён 1 раз. dengei.example/c/2026-0007",
        "Aktobe Region: high (orange) level. Ends 6 December 2026 unless extended;"
        " extended once. dengei.example/c/2026-0007",
    )


@pytest.mark.parametrize("name_length", [20, 40, 50, 60])
def test_the_text_for_messengers_fits_and_never_loses_level_or_link(name_length: int) -> None:
    name = "Ә" * name_length
    end = End(EVENING, ALMATY, ALMATY, extended_times=21)

    said = messenger_text(Texts(name, name, name), Level.RED, end, LINK)

    for lang in LANGUAGES:
        assert len(said[lang]) <= 160
        assert said[lang].startswith(name)
        assert said[lang].endswith(LINK)
    assert "критический («красный») уровень" in said.ru


def test_without_a_level_the_text_for_messengers_carries_its_time() -> None:
    place = Texts("Астана қаласы", "город Астана", "Astana")

    assert messenger_text_without_level(place, EVENING, ALMATY, LINK) == Texts(
        "Астана қаласы: деңгей белгіленбеген. Мәлімет уақыты: 2026 жылғы 6 желтоқсан, 18:30"
        " (UTC+5). dengei.example/c/2026-0007",
        "Город Астана: уровень не установлен. По состоянию на 6 декабря 2026 года, 18:30"
        " (UTC+5). dengei.example/c/2026-0007",
        "Astana: no level is in force. As of 6 December 2026, 18:30 (UTC+5)."
        " dengei.example/c/2026-0007",
    )


def test_within_a_line_the_end_is_a_phrase() -> None:
    evening = End(EVENING, ALMATY, ALMATY)
    open_ended = End(None, ALMATY, ALMATY)

    assert Texts.by_language(lambda lang: until_phrase(COUNTRY_YELLOW, lang)) == Texts(
        "2016 жылғы 15 шілдені қоса алғанда",
        "по 15 июля 2016 года включительно",
        "until the end of 15 July 2016",
    )
    assert Texts.by_language(lambda lang: until_phrase(evening, lang)) == Texts(
        "аяқталуы: 2026 жылғы 6 желтоқсан, 18:30",
        "до 6 декабря 2026 года, 18:30",
        "until 6 December 2026, 18:30",
    )
    assert until_phrase(open_ended, "ru") == "до особого распоряжения"
