"""Names of places as sentences list and count them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guidance.rules.alphabet import alphabetical
from guidance.rules.numerals import russian_plural
from guidance.rules.texts import Texts, capitalised

NAMES_IN_A_SENTENCE = 3


@dataclass(frozen=True, slots=True)
class PlaceName:
    """Name a place in three languages; ``depth`` is its distance from the country."""

    name: Texts
    depth: int = 1


def sorted_names(places: Sequence[PlaceName], lang: str) -> list[str]:
    """Sort names by the alphabet, wider places first: no list may hide the country."""
    return [
        place.name[lang]
        for place in sorted(
            places, key=lambda place: (place.depth, alphabetical(place.name[lang], lang))
        )
    ]


def list_places(places: Sequence[PlaceName], lang: str, most: int = NAMES_IN_A_SENTENCE) -> str:
    """Name up to three places, or fewer, and count the others."""
    names = sorted_names(places, lang)
    rest = len(names) - most
    shown = ", ".join(names[:most])
    return f"{shown} {_and_more(rest, lang)}" if rest > 0 else shown


def places_texts(places: Sequence[PlaceName]) -> Texts:
    """List places at the head of a sentence, in each language."""
    return Texts.by_language(lambda lang: capitalised(list_places(places, lang)))


def _and_more(rest: int, lang: str) -> str:
    if lang == "kk":
        return f"және тағы {rest} өңір"
    if lang == "ru":
        return f"и ещё {rest} {russian_plural(rest, 'регион', 'региона', 'регионов')}"
    return f"and {rest} more {'region' if rest == 1 else 'regions'}"


def count_places(places: Sequence[PlaceName], lang: str) -> str:
    """Count places without naming any: 5 өңір, 5 регионов, 5 regions."""
    number = len(places)
    if lang == "kk":
        return f"{number} өңір"
    if lang == "ru":
        return f"{number} {russian_plural(number, 'регион', 'региона', 'регионов')}"
    return f"{number} {'region' if number == 1 else 'regions'}"


def count_regions(number: int, total: int) -> Texts:
    """Say in how many of all regions a level is in force."""
    in_regions = russian_plural(number, "регионе", "регионах", "регионах")
    return Texts(
        kk=f"Деңгей белгіленген өңірлер: {number} (барлығы {total})",
        ru=f"Уровень установлен в {number} {in_regions} из {total}",
        en=f"A level is in force in {number} of {total} regions",
    )
