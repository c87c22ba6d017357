"""Sentences about a level, cut where its words stand, so that these can be the largest text."""

from typing import NamedTuple

from guidance.rules import patterns
from guidance.rules.level_words import DEFAULT_WORDING, Wording, level_name
from guidance.rules.levels import Level
from guidance.rules.texts import capitalised

CUT = "\x00"


class LevelSentence(NamedTuple):
    """Hold a sentence in three pieces; the middle one names degree and colour."""

    before: str
    strong: str
    after: str

    def __str__(self) -> str:
        return f"{self.before} {self.strong} {self.after}".strip()


def card_sentence(
    place: str, level: Level | None, lang: str, wording: Wording = DEFAULT_WORDING
) -> LevelSentence:
    """Head the level card of a place."""
    if level is None:
        whole = patterns.NONE_IN_FORCE[lang].format(place=CUT)
        return LevelSentence(f"{capitalised(place)}:", whole.partition(": ")[2], "")
    whole = patterns.IN_FORCE[lang].format(place=capitalised(place), level=CUT)
    before, _cut, after = whole.partition(CUT)
    return LevelSentence(before.strip(), level_name(level, wording)[lang], after.strip())
