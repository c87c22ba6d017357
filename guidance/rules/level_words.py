"""The words of the levels, and of what an act does to one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidance.rules.levels import Level
from guidance.rules.texts import Texts


@dataclass(frozen=True, slots=True)
class LevelWords:
    """Name a level by degree and colour, in the cases that sentences need."""

    name: Texts
    genitive_ru: str

    @property
    def genitive(self) -> Texts:
        """Give the name as it stands after «действие» and «до»; only Russian changes it."""
        return Texts(kk=self.name.kk, ru=self.genitive_ru, en=self.name.en)


Wording = Mapping[Level, LevelWords]

# The same words as reference/levels.json: sentences must be complete before any database exists.
DEFAULT_WORDING: Wording = {
    Level.YELLOW: LevelWords(
        Texts("орташа («сары»)", "умеренный («жёлтый»)", "moderate (yellow)"),
        "умеренного («жёлтого»)",
    ),
    Level.ORANGE: LevelWords(
        Texts("жоғары («қызғылт сары»)", "высокий («оранжевый»)", "high (orange)"),
        "высокого («оранжевого»)",
    ),
    Level.RED: LevelWords(
        Texts("шекті («қызыл»)", "критический («красный»)", "critical (red)"),
        "критического («красного»)",
    ),
}

NO_LEVEL = Texts("деңгей белгіленбеген", "уровень не установлен", "no level is in force")
NAMED_LEVEL = Texts("{level} деңгей", "{level} уровень", "{level} level")


def level_name(level: Level | None, wording: Wording = DEFAULT_WORDING) -> Texts:
    """Name a level by degree and colour, or say that none is in force."""
    return NO_LEVEL if level is None else wording[level].name


def named_level(level: Level | None, wording: Wording = DEFAULT_WORDING) -> Texts:
    """Name a level together with the word "level", or say that none is in force."""
    return NO_LEVEL if level is None else NAMED_LEVEL.fill(level=wording[level].name)
