"""Sentences about a past day or minute: what level was in force where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from guidance.rules.dates import day
from guidance.rules.level_words import DEFAULT_WORDING, Wording, level_name
from guidance.rules.levels import Level
from guidance.rules.places_list import PlaceName, places_texts
from guidance.rules.texts import Texts

WAS_IN_FORCE = Texts(
    "{place}: террористік қауіптіліктің {level} деңгейі күшінде болды",
    "{place}: действовал {level} уровень террористической опасности",
    "{place}: {level} terrorism threat level was in force",
)
WAS_NOT_SET = Texts(
    "{place}: террористік қауіптілік деңгейі белгіленбеген еді",
    "{place}: уровень террористической опасности не был установлен",
    "{place}: no terrorism threat level was in force",
)
RECORDS_BEGIN = Texts(
    "Жазбалар басталатын күн: {date}", "Записи начинаются: {date}", "Records begin on {date}"
)
AFTER_TAKEN_BACK = Texts(
    "Қайтарып алынғаннан кейін: {level}",
    "После отзыва: {level}",
    "After it was taken back: {level}",
)


def was_at(
    level: Level | None, places: Sequence[PlaceName], wording: Wording = DEFAULT_WORDING
) -> Texts:
    """Say what level some places had, as it is looked back at."""
    named = places_texts(places)
    if level is None:
        return WAS_NOT_SET.fill(place=named)
    return WAS_IN_FORCE.fill(place=named, level=level_name(level, wording))


def records_begin(on: date) -> Texts:
    """Say on which day the records begin."""
    return RECORDS_BEGIN.fill(date=Texts.by_language(lambda lang: day(on, lang)))


def after_taken_back(level: Level | None, wording: Wording = DEFAULT_WORDING) -> Texts:
    """Name the level that held when a notice issued in error was taken back."""
    return AFTER_TAKEN_BACK.fill(level=level_name(level, wording))
