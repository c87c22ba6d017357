"""What somebody from a settlement without its own page is told, whatever is in force around it."""

import pytest

from guidance.rules.levels import Level
from guidance.rules.texts import Texts
from guidance.rules.whereabouts import Part, Settlement, whereabouts

TALGAR = Settlement(Texts("Талғар", "Талгар", "Talgar"), is_town=True)
TURGEN = Settlement(Texts("Түрген", "Турген", "Turgen"))
REGION = Texts("Алматы облысы", "Алматинская область", "Almaty Region")
YELLOW, ORANGE, RED = Level
TWO_TOWNS = [Part("TOWN", YELLOW), Part("TOWN", YELLOW)]


def told(settlement, level, parts, lang="en"):
    return whereabouts(settlement, REGION, level, parts)[lang]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "kk",
            "Талғар: Алматы облысы. Орташа («сары») деңгей 2 қалада белгіленген; сіздің қалаңыз "
            "олардың қатарында жоқ. Сіздің қалаңызда деңгей белгіленбеген.",
        ),
        (
            "ru",
            "Талгар: Алматинская область. Умеренный («жёлтый») уровень — в 2 городах; вашего "
            "города среди них нет. В вашем городе уровень не установлен.",
        ),
        (
            "en",
            "Talgar: Almaty Region. Moderate (yellow) level in 2 towns; yours is not among them. "
            "No level is in force in your town.",
        ),
    ],
)
def test_a_town_is_told_that_it_is_not_among_the_towns_with_a_level(lang, sentence):
    assert told(TALGAR, None, TWO_TOWNS, lang) == sentence


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("kk", "Түрген: Алматы облысы. Онда деңгей белгіленбеген."),
        ("ru", "Турген: Алматинская область. Уровень там не установлен."),
        ("en", "Turgen: Almaty Region. No level is in force there."),
    ],
)
def test_without_any_level_in_the_region_there_is_none_in_the_settlement(lang, sentence):
    assert told(TURGEN, None, [], lang) == sentence


@pytest.mark.parametrize(
    ("lang", "end"),
    [
        ("kk", "Онда да бүкіл өңірдің жоғары («қызғылт сары») деңгейі қолданылады."),
        ("ru", "Там тоже действует высокий («оранжевый») уровень всего региона."),
        ("en", "The high (orange) level of the whole region holds there too."),
    ],
)
def test_the_level_of_the_whole_region_holds_in_every_settlement(lang, end):
    assert told(TURGEN, ORANGE, [], lang).endswith(end)


@pytest.mark.parametrize(
    ("settlement", "parts"),
    [
        (TURGEN, TWO_TOWNS),  # a village may belong to a town
        (TALGAR, [Part("DISTRICT", YELLOW), Part("TOWN", RED)]),  # a town lies in some district
        (TALGAR, [Part("SITE", RED), Part("TOWN", RED)]),  # a site may lie in any town
    ],
)
def test_where_it_is_not_known_nobody_is_told_a_level(settlement, parts):
    for lang, words in (("kk", "белгісіз"), ("ru", "неизвестно"), ("en", "is not known here")):
        sentence = told(settlement, None, parts, lang)
        assert words in sentence
        assert "среди них нет" not in sentence
        assert "not among them" not in sentence
    assert told(settlement, YELLOW, parts).endswith(
        "The moderate (yellow) level holds elsewhere in the region."
    )


def test_one_part_is_spoken_of_as_one():
    assert "in 1 town, which is not yours." in told(TALGAR, YELLOW, [Part("TOWN", RED)])
    assert "в 1 городе, не в вашем." in told(TALGAR, YELLOW, [Part("TOWN", RED)], "ru")
    assert "1 қалада белгіленген; ол — басқа қала." in told(TALGAR, None, [Part("TOWN", RED)], "kk")
    assert "Whether Turgen lies in it" in told(TURGEN, None, [Part("TOWN", RED)])


@pytest.mark.parametrize(
    ("number", "russian", "english"),
    [
        (1, "в 1 районе", "in 1 district"), (2, "в 2 районах", "in 2 districts"),
        (5, "в 5 районах", "in 5 districts"), (11, "в 11 районах", "in 11 districts"),
        (21, "в 21 районе", "in 21 districts"),
    ],
)  # fmt: skip
def test_numbers_take_the_right_form(number, russian, english):
    parts = [Part("DISTRICT", ORANGE)] * number

    assert russian in told(TALGAR, None, parts, "ru")
    assert english in told(TALGAR, None, parts)
    assert f"{number} ауданда" in told(TALGAR, None, parts, "kk")


def test_levels_come_from_the_highest_and_kinds_from_the_widest_list():
    parts = [Part("DISTRICT", YELLOW), Part("TOWN", RED), Part("TOWN", YELLOW)]

    assert (
        "Critical (red) level in 1 town, moderate (yellow) level in 1 town and 1 district."
        in told(TALGAR, None, parts)
    )
    assert (
        "Критический («красный») уровень — в 1 городе, "
        "умеренный («жёлтый») уровень — в 1 городе и в 1 районе." in told(TALGAR, None, parts, "ru")
    )
