"""The sentence that heads the home page and the status strip."""

from __future__ import annotations

from collections.abc import Sequence

from guidance.rules.level_words import DEFAULT_WORDING, Wording, level_name, named_level
from guidance.rules.levels import Level
from guidance.rules.places_list import PlaceName, count_regions, list_places
from guidance.rules.texts import Texts, joined

NO_LEVEL_IN_COUNTRY = Texts(
    "Қазақстанда деңгей белгіленбеген",
    "В Казахстане уровень не установлен",
    "No level is in force in Kazakhstan",
)
COUNTRY_LEVEL = Texts(
    "Қазақстанда: {level} деңгей", "В Казахстане: {level} уровень", "Kazakhstan: {level} level"
)
HIGHEST = Texts("ең жоғарысы: {level}", "самый высокий: {level}", "highest: {level}")
ANNOUNCED = Texts(
    "Жарияланды, әлі күшіне енбеген: {number}",
    "Объявлено, ещё не в силе: {number}",
    "Announced, not yet in force: {number}",
)
AT_PLACES = Texts("{level}: {places}", "{level}: {places}", "{level}: {places}")


def country_status(
    country_level: Level | None,
    highest: Level | None,
    *,
    regions_with_level: int,
    regions: int,
    wording: Wording = DEFAULT_WORDING,
) -> Texts:
    """Say the country's level, or in how many regions one is in force, and the highest."""
    if highest is None:
        return NO_LEVEL_IN_COUNTRY
    highest_text = HIGHEST.fill(level=level_name(highest, wording))
    if country_level is None:
        return joined(count_regions(regions_with_level, regions), highest_text, by=" · ")
    country = COUNTRY_LEVEL.fill(level=level_name(country_level, wording))
    return country if country_level == highest else joined(country, highest_text, by=" · ")


def announced(number: int) -> Texts:
    """Count the published acts that are not yet in force."""
    return ANNOUNCED.fill(number=number)


def level_at_places(
    level: Level, places: Sequence[PlaceName], wording: Wording = DEFAULT_WORDING
) -> Texts:
    """Name a level and the places where it is in force, for the red band."""
    named = named_level(level, wording).capitalised()
    return AT_PLACES.fill(
        level=named, places=Texts.by_language(lambda lang: list_places(places, lang))
    )
