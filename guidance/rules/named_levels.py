"""Which level a reader's words name. A level is chosen, never looked for as a word of a text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from guidance.rules.levels import Level
from guidance.rules.spelling import folded
from guidance.rules.wordforms import stem


class NamedLevel(NamedTuple):
    """Tell which words of a question name a level."""

    start: int
    end: int
    level: Level


COLOURS = {
    Level.YELLOW: {"kk": "сары", "ru": "жёлтый", "en": "yellow"},
    Level.ORANGE: {"kk": "қызғылт", "ru": "оранжевый", "en": "orange"},
    Level.RED: {"kk": "қызыл", "ru": "красный", "en": "red"},
}
# Plain words by themselves: they name a level only beside the word "level".
DEGREES = {
    Level.YELLOW: {"kk": "орташа", "ru": "умеренный", "en": "moderate"},
    Level.ORANGE: {"kk": "жоғары", "ru": "высокий", "en": "high"},
    Level.RED: {"kk": "шекті", "ru": "критический", "en": "critical"},
}
WORD_LEVEL = {"kk": "деңгей", "ru": "уровень", "en": "level"}
AFTER_ORANGE = "сары"  # «қызғылт сары» is orange, though «сары» is yellow


def named_levels(words: Sequence[str]) -> list[NamedLevel]:
    """Find the levels that words name; the words are already folded."""
    return list(_found(words))


def is_word_level(word: str) -> bool:
    """Tell whether a word is "level" in some form."""
    return any(_is_form(word, base, lang) for lang, base in WORD_LEVEL.items())


def _found(words: Sequence[str]) -> Iterator[NamedLevel]:
    position = 0
    while position < len(words):
        found = _colour_at(words, position) or _degree_at(words, position)
        if found is not None:
            yield found
        position = found.end if found else position + 1


def _colour_at(words: Sequence[str], at: int) -> NamedLevel | None:
    level = _level(words[at], COLOURS)
    if level is None:
        return None
    follows = words[at + 1] if at + 1 < len(words) else ""
    is_pair = level is Level.ORANGE and _is_form(follows, AFTER_ORANGE, "kk")
    return NamedLevel(at, at + 1 + is_pair, level)


def _degree_at(words: Sequence[str], at: int) -> NamedLevel | None:
    level = _level(words[at], DEGREES)
    around = (*words[max(at - 1, 0) : at], *words[at + 1 : at + 2])
    if level is None or not any(is_word_level(word) for word in around):
        return None
    return NamedLevel(at, at + 1, level)


def _level(word: str, names: Mapping[Level, Mapping[str, str]]) -> Level | None:
    for level, by_language in names.items():
        if any(_is_form(word, base, lang) for lang, base in by_language.items()):
            return level
    return None


def _is_form(word: str, base: str, lang: str) -> bool:
    base = folded(base)
    if lang == "kk" and not word.startswith(base):
        return False
    return bool(word) and stem(word, lang) == stem(base, lang)
