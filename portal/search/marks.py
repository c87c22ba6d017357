"""The marks under which a text is found: its words, their stems, and its facts.

A text is stored with its marks; a question is a combination of marks. PostgreSQL and SQLite
compare the same marks, each in its own way (`portal.search.lookups`).
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guidance.rules.spelling import words_of
from guidance.rules.wordforms import LONGEST, stem

WORD, STEM, IN_TITLE = "w:", "s:", "t:"
LANGUAGE, GROUP, KIND, REGION, LEVEL, YEAR = "l:", "g:", "k:", "r:", "v:", "y:"
# Shorter stems are found whole, not as the beginning of a word.
BEGINNING_FROM = {"kk": 3, "ru": 4, "en": 4}
LONGEST_TEXT = 100_000


class Mark(NamedTuple):
    """Ask for a mark, or for any that begins so."""

    text: str
    is_beginning: bool = False


Clause = tuple[Mark, ...]  # any one of these
Clauses = tuple[Clause, ...]  # all of these


class Question(NamedTuple):
    """Ask for texts that have all of these marks and not all of those."""

    wanted: Clauses
    unwanted: Clauses = ()


def marks_of(lang: str, title: str, text: str, facts: Iterable[str]) -> str:
    """Give the marks of a text, separated by spaces."""
    heading = words_of(title)
    words = dict.fromkeys(_plain(word) for word in (*heading, *words_of(text[:LONGEST_TEXT])))
    found = [LANGUAGE + lang, *facts]
    found += [WORD + word for word in words]
    found += [STEM + each for each in dict.fromkeys(stem(word, lang) for word in words)]
    found += [IN_TITLE + each for each in dict.fromkeys(stem(word, lang) for word in heading)]
    return " ".join(mark for mark in found if len(mark) > len(WORD))


def facts(*marks: str) -> Clauses:
    """Ask for every one of some marks."""
    return tuple((Mark(mark),) for mark in marks)


def closely(words: Sequence[str], lang: str) -> Clauses:
    """Ask for every word as it is written, or for a form of it in the title."""
    return tuple((Mark(WORD + _plain(word)), Mark(IN_TITLE + stem(word, lang))) for word in words)


def loosely(words: Sequence[str], lang: str) -> Clauses:
    """Ask for every word in any of its forms."""
    return tuple(_forms(word, lang) for word in words)


def _forms(word: str, lang: str) -> Clause:
    root = stem(word, lang)
    if len(root) < BEGINNING_FROM[lang] or root.isdigit():
        return (Mark(STEM + root), Mark(WORD + _plain(word)))
    # A stem may have lost more in one form than in another: «Астана» is «аста», «Астане» «астан».
    return (Mark(STEM + root, is_beginning=True), Mark(WORD + root, is_beginning=True))


def _plain(word: str) -> str:
    return word.replace("'", "")[:LONGEST]
