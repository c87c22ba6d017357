"""How many parts of a region have a level of their own: in 2 towns and 9 districts."""

from __future__ import annotations

from collections.abc import Mapping

from guidance.rules.numerals import russian_plural
from guidance.rules.texts import Texts

# Kazakh and Russian in the locative, in one and in many; English in one and in many.
WORDS: Mapping[str, tuple[str, tuple[str, str], tuple[str, str]]] = {
    "REGION": ("облыста", ("в {n} области", "в {n} областях"), ("region", "regions")),
    "CITY": ("қалада", ("в {n} городе", "в {n} городах"), ("city", "cities")),
    "TOWN": ("қалада", ("в {n} городе", "в {n} городах"), ("town", "towns")),
    "DISTRICT": ("ауданда", ("в {n} районе", "в {n} районах"), ("district", "districts")),
    "SITE": ("нысанда", ("на {n} объекте", "на {n} объектах"), ("site", "sites")),
}
IN_PARTS = Texts("{level}: {parts}", "{level} {parts}", "{level} {parts}")
AND = Texts(" және ", " и ", " and ")


def in_parts(numbers: Mapping[str, int]) -> Texts:
    """Count parts by their kinds: 2 қалада және 9 ауданда, в 2 городах и в 9 районах."""
    counted = [_counted(kind, numbers[kind]) for kind in WORDS if numbers.get(kind)]
    listed = Texts.by_language(lambda lang: _listed([part[lang] for part in counted], lang))
    return Texts(listed.kk, listed.ru, f"in {listed.en}")


def level_in_parts(level: Texts, parts: Texts) -> Texts:
    """Name a level with the parts that have it: high (orange) in 2 towns and 9 districts."""
    return IN_PARTS.fill(level=level, parts=parts)


def _counted(kind: str, number: int) -> Texts:
    kk, (one, many), (single, plural) = WORDS[kind]
    ru = russian_plural(number, one, many, many).format(n=number)
    return Texts(f"{number} {kk}", ru, f"{number} {single if number == 1 else plural}")


def _listed(parts: list[str], lang: str) -> str:
    *first, last = parts
    return AND[lang].join([", ".join(first), last]) if first else last
