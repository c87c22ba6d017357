"""The difference between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
MOST_WORDS = 2000  # beyond this the comparison takes long, and nobody reads it word by word


class Fate(StrEnum):
    """Name what became of a piece of text."""

    SAME = "SAME"
    GONE = "GONE"
    NEW = "NEW"


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a run of words and what became of it."""

    fate: Fate
    text: str


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """Give the pieces of both texts in reading order; what is gone stands before what is new."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    if len(before) + len(after) > MOST_WORDS and old != new:
        return tuple(_pieces((Fate.GONE, [old]), (Fate.NEW, [new])))
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    found: list[Piece] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.extend(_pieces((Fate.SAME, before[a:b])))
        else:
            found.extend(_pieces((Fate.GONE, before[a:b]), (Fate.NEW, after[c:d])))
    return tuple(found)


def _pieces(*runs: tuple[Fate, list[str]]) -> Iterator[Piece]:
    for fate, words in runs:
        text = "".join(words)
        if text:
            yield Piece(fate, text)
