"""The answer to somebody from a settlement without a page of its own: what holds there, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from guidance.rules.level_words import DEFAULT_WORDING, Wording, level_name, named_level
from guidance.rules.levels import Level
from guidance.rules.parts import in_parts
from guidance.rules.texts import Texts, joined

TOWN = "TOWN"

LIES_IN = Texts("{place}: {region}", "{place}: {region}", "{place}: {region}")
NONE_THERE = Texts(
    "Онда деңгей белгіленбеген", "Уровень там не установлен", "No level is in force there"
)
LEVEL_THERE = Texts(
    "Онда да бүкіл өңірдің {level} деңгейі қолданылады",
    "Там тоже действует {level} уровень всего региона",
    "The {level} level of the whole region holds there too",
)
IN_PLACES = Texts("{level} {places}", "{level} — {places}", "{level} {places}")
IN_PARTS = Texts("{parts} белгіленген", "{parts}", "{parts}")
NOT_THAT_ONE = Texts(
    "{parts} белгіленген; ол — басқа қала", "{parts}, не в вашем", "{parts}, which is not yours"
)
NOT_AMONG_THEM = Texts(
    "{parts} белгіленген; сіздің қалаңыз олардың қатарында жоқ",
    "{parts}; вашего города среди них нет",
    "{parts}; yours is not among them",
)
NONE_IN_TOWN = Texts(
    "Сіздің қалаңызда деңгей белгіленбеген",
    "В вашем городе уровень не установлен",
    "No level is in force in your town",
)
LEVEL_IN_TOWN = Texts(
    "Сіздің қалаңызда бүкіл өңірдің {level} деңгейі қолданылады",
    "В вашем городе действует {level} уровень всего региона",
    "The {level} level of the whole region holds in your town",
)
LOOK_IN_LIST = Texts(
    "тізімнен ауданыңыз бен қалаңызды қараңыз",
    "посмотрите, есть ли в списке ваш район или город",
    "look for your district or town in the list",
)
NOT_KNOWN_OF_ONE = Texts(
    "{place} соған жата ма, бұл белгісіз: {look}",
    "Относится ли {place} к нему, здесь неизвестно: {look}",
    "Whether {place} lies in it is not known here: {look}",
)
NOT_KNOWN = Texts(
    "{place} солардың біріне жата ма, бұл белгісіз: {look}",
    "Относится ли {place} к одному из них, здесь неизвестно: {look}",
    "Whether {place} lies in one of them is not known here: {look}",
)
NONE_ELSEWHERE = Texts(
    "Өңірдің қалған бөлігінде деңгей белгіленбеген",
    "В остальной части региона уровень не установлен",
    "No level is in force elsewhere in the region",
)
LEVEL_ELSEWHERE = Texts(
    "Өңірдің қалған бөлігінде {level} деңгей қолданылады",
    "В остальной части региона действует {level} уровень",
    "The {level} level holds elsewhere in the region",
)


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a place inside the region where a higher level begins."""

    kind: str
    level: Level


@dataclass(frozen=True, slots=True)
class Settlement:
    """Hold a settlement that lies in a region; which district it belongs to is not known."""

    name: Texts
    is_town: bool = False


def lies_in(settlement: Settlement, region: Texts) -> Texts:
    """Name a settlement with its region."""
    return LIES_IN.fill(place=settlement.name, region=region)


def what_holds(
    settlement: Settlement,
    level: Level | None,
    parts: Sequence[Part],
    wording: Wording = DEFAULT_WORDING,
) -> Texts:
    """Say what holds in a settlement, as far as it is known from the levels of its region."""
    told = _what_holds(settlement, level, parts, wording)
    return joined(*(_ended(sentence) for sentence in told))


def whereabouts(
    settlement: Settlement,
    region: Texts,
    level: Level | None,
    parts: Sequence[Part],
    wording: Wording = DEFAULT_WORDING,
) -> Texts:
    """Say in which region a settlement lies, and what holds there."""
    where = _ended(lies_in(settlement, region))
    return joined(where, what_holds(settlement, level, parts, wording))


def _what_holds(
    settlement: Settlement, level: Level | None, parts: Sequence[Part], wording: Wording
) -> list[Texts]:
    if not parts:
        return [_of_level(NONE_THERE, LEVEL_THERE, level, wording)]
    told, is_one = _parts(parts, wording).capitalised(), len(parts) == 1
    if is_outside(settlement, parts):
        outside = NOT_THAT_ONE if is_one else NOT_AMONG_THEM
        return [outside.fill(parts=told), _of_level(NONE_IN_TOWN, LEVEL_IN_TOWN, level, wording)]
    unknown = NOT_KNOWN_OF_ONE if is_one else NOT_KNOWN
    return [
        IN_PARTS.fill(parts=told),
        unknown.fill(place=settlement.name, look=LOOK_IN_LIST),
        _of_level(NONE_ELSEWHERE, LEVEL_ELSEWHERE, level, wording),
    ]


def is_outside(settlement: Settlement, parts: Sequence[Part]) -> bool:
    """Tell whether a settlement surely lies in none of the parts.

    A town lies in no other town. A village may belong to one, and a town to a district.
    """
    return settlement.is_town and all(part.kind == TOWN for part in parts)


def _of_level(none: Texts, some: Texts, level: Level | None, wording: Wording) -> Texts:
    return none if level is None else some.fill(level=level_name(level, wording))


def _parts(parts: Sequence[Part], wording: Wording) -> Texts:
    levels = sorted({part.level for part in parts}, reverse=True)
    told = [
        IN_PLACES.fill(
            level=named_level(level, wording),
            places=in_parts(Counter(part.kind for part in parts if part.level is level)),
        )
        for level in levels
    ]
    return joined(*told, by=", ")


def _ended(sentence: Texts) -> Texts:
    return Texts.by_language(lambda lang: f"{sentence[lang]}.")
