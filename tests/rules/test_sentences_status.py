"""The status sentence, lists of places and short notices, word for word in three languages."""

from datetime import UTC, date, datetime

import pytest

from guidance.rules.levels import Level
from guidance.rules.notices import (
    as_of,
    issued_in_error,
    lifted_on,
    part_until,
    printed,
    shown_in_error,
    situation_at,
    situation_on,
    then_level,
)
from guidance.rules.places_list import PlaceName, count_regions, list_places, sorted_names
from guidance.rules.status import announced, country_status, level_at_places
from guidance.rules.texts import LANGUAGES, Texts

COUNTRY = PlaceName(Texts("Қазақстан", "Казахстан", "Kazakhstan"), depth=0)
ABAI = PlaceName(Texts("Абай облысы", "область Абай", "Abai Region"))
AQTOBE = PlaceName(Texts("Ақтөбе облысы", "Актюбинская область", "Aktobe Region"))
ULYTAU = PlaceName(Texts("Ұлытау облысы", "область Ұлытау", "Ulytau Region"))
ORAL = PlaceName(Texts("Орал қаласы", "город Уральск", "the town of Oral"), depth=2)

NOON = datetime(2016, 6, 7, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("country", "highest", "expected"),
    [
        (
            None,
            None,
            Texts(
                "Қазақстанда деңгей белгіленбеген",
                "В Казахстане уровень не установлен",
                "No level is in force in Kazakhstan",
            ),
        ),
        (
            None,
            Level.ORANGE,
            Texts(
                "Деңгей белгіленген өңірлер: 1 (барлығы 20) · ең жоғарысы: жоғары («қызғылт сары»)",
                "Уровень установлен в 1 регионе из 20 · самый высокий: высокий («оранжевый»)",
                "A level is in force in 1 of 20 regions · highest: high (orange)",
            ),
        ),
        (
            Level.YELLOW,
            Level.RED,
            Texts(
                "Қазақстанда: орташа («сары») деңгей · ең жоғарысы: шекті («қызыл»)",
                "В Казахстане: умеренный («жёлтый») уровень · самый высокий: критический"
                " («красный»)",
                "Kazakhstan: moderate (yellow) level · highest: critical (red)",
            ),
        ),
        (
            Level.YELLOW,
            Level.YELLOW,
            Texts(
                "Қазақстанда: орташа («сары») деңгей",
                "В Казахстане: умеренный («жёлтый») уровень",
                "Kazakhstan: moderate (yellow) level",
            ),
        ),
    ],
)
def test_the_status_tells_the_level_of_the_country_or_counts_its_regions(
    country: Level | None, highest: Level | None, expected: Texts
) -> None:
    assert country_status(country, highest, regions_with_level=1, regions=20) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "Уровень установлен в 1 регионе из 40"),
        (2, "Уровень установлен в 2 регионах из 40"),
        (11, "Уровень установлен в 11 регионах из 40"),
        (21, "Уровень установлен в 21 регионе из 40"),
    ],
)
def test_russian_regions_agree_with_their_number(number: int, expected: str) -> None:
    assert count_regions(number, 40).ru == expected


def test_the_red_band_names_up_to_three_places() -> None:
    assert level_at_places(Level.RED, [AQTOBE]) == Texts(
        "Шекті («қызыл») деңгей: Ақтөбе облысы",
        "Критический («красный») уровень: Актюбинская область",
        "Critical (red) level: Aktobe Region",
    )


def test_announced_acts_are_counted() -> None:
    assert announced(2) == Texts(
        "Жарияланды, әлі күшіне енбеген: 2",
        "Объявлено, ещё не в силе: 2",
        "Announced, not yet in force: 2",
    )


def test_three_places_are_named_in_full() -> None:
    places = [ULYTAU, AQTOBE, ABAI]

    assert [list_places(places, lang) for lang in LANGUAGES] == [
        "Абай облысы, Ақтөбе облысы, Ұлытау облысы",
        "область Абай, Актюбинская область, область Ұлытау",
        "Abai Region, Aktobe Region, Ulytau Region",
    ]


def test_more_than_three_places_are_counted_and_the_widest_is_named() -> None:
    places = [ORAL, ULYTAU, AQTOBE, ABAI, COUNTRY]

    assert [list_places(places, lang) for lang in LANGUAGES] == [
        "Қазақстан, Абай облысы, Ақтөбе облысы және тағы 2 өңір",
        "Казахстан, область Абай, Актюбинская область и ещё 2 региона",
        "Kazakhstan, Abai Region, Aktobe Region and 2 more regions",
    ]


@pytest.mark.parametrize(
    ("number", "russian", "english"),
    [
        (4, "и ещё 1 регион", "and 1 more region"),
        (8, "и ещё 5 регионов", "and 5 more regions"),
    ],
)
def test_the_count_of_the_other_places_agrees(number: int, russian: str, english: str) -> None:
    places = [AQTOBE] * number

    assert list_places(places, "ru").endswith(russian)
    assert list_places(places, "en").endswith(english)


def test_names_follow_the_kazakh_alphabet_and_not_code_points() -> None:
    letters = ["Я", "Ұ", "У", "Қ", "К", "Ә", "А", "Б", "І", "Ы", "Ғ", "Г", "Ң", "Н", "Ө", "О"]
    places = [PlaceName(Texts(letter, letter, letter)) for letter in letters]

    assert sorted_names(places, "kk") == [
        *("А", "Ә", "Б", "Г", "Ғ", "К", "Қ", "Н", "Ң", "О", "Ө", "У", "Ұ", "Ы", "І", "Я"),
    ]


def test_the_hour_of_a_page_stands_with_its_zone_on_that_date() -> None:
    assert as_of(NOON, "Asia/Almaty") == Texts(
        "Мәлімет уақыты: 2016 жылғы 7 маусым, 18:00 (UTC+6)",
        "По состоянию на 7 июня 2016 года, 18:00 (UTC+6)",
        "As of 7 June 2016, 18:00 (UTC+6)",
    )
    assert printed(NOON, "Asia/Aqtobe").en == (
        "Printed: 7 June 2016, 17:00 (UTC+5). Check the present level"
    )


def test_a_past_day_and_a_past_instant_head_their_pages() -> None:
    assert situation_on(date(2016, 7, 18)) == Texts(
        "2016 жылғы 18 шілде күнгі жағдай",
        "Положение на 18 июля 2016 года",
        "Situation on 18 July 2016",
    )
    assert situation_at(NOON, "Asia/Almaty") == Texts(
        "Жағдай: 2016 жылғы 7 маусым, 18:00 (UTC+6)",
        "Положение на 7 июня 2016 года, 18:00 (UTC+6)",
        "Situation on 7 June 2016, 18:00 (UTC+6)",
    )


def test_notices_of_an_end_an_error_and_a_former_region() -> None:
    assert lifted_on(date(2017, 1, 16)) == Texts(
        "Алынды: 2017 жылғы 16 қаңтар", "Отменён: 16 января 2017 года", "Lifted: 16 January 2017"
    )
    assert part_until(date(2022, 6, 8), ULYTAU.name) == Texts(
        "Бұрынғы өңірі: Ұлытау облысы; бөлінген күні: 2022 жылғы 8 маусым",
        "До 8 июня 2022 года — в составе: область Ұлытау",
        "Part of Ulytau Region until 8 June 2022",
    )
    assert issued_in_error(NOON, "Asia/Almaty").ru == (
        "Ошибочное сообщение: 7 июня 2016 года, 18:00 (UTC+6)"
    )


def test_what_was_shown_in_error_is_told_with_its_hours() -> None:
    evening = datetime(2016, 6, 7, 13, 30, tzinfo=UTC)
    next_day = datetime(2016, 6, 8, 3, tzinfo=UTC)

    assert shown_in_error(NOON, evening, "Asia/Almaty", Level.RED) == Texts(
        "Портал қате көрсеткен деңгей (2016 жылғы 7 маусым, 18:00–19:30): шекті («қызыл»)",
        "Портал ошибочно показывал (7 июня 2016 года, 18:00–19:30): критический («красный»)",
        "The portal showed in error (7 June 2016, 18:00–19:30): critical (red)",
    )
    assert shown_in_error(NOON, next_day, "Asia/Almaty", None).en == (
        "The portal showed in error (7 June 2016, 18:00–8 June 2016, 09:00): no level is in force"
    )


def test_the_level_that_follows_is_named() -> None:
    assert then_level(Level.YELLOW) == Texts(
        "Одан кейін: орташа («сары»)",
        "Затем: умеренный («жёлтый»)",
        "Then: moderate (yellow)",
    )
    assert then_level(None).kk == "Одан кейін: деңгей белгіленбеген"
