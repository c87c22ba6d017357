"""People, organisations and topics that a search finds: read where they are, for they are few.

Whoever keeps such records registers a function under the hook `find_records`. It gives `Records`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wagtail import hooks

from guidance.rules.spelling import words_of
from guidance.rules.wordforms import stem
from guidance.shown.marks import Named
from portal.search.marks import BEGINNING_FROM

FIND_RECORDS = "find_records"
SHARE = 5


class Record(NamedTuple):
    """Hold what a record is called on the page, its address, and every name by language."""

    shown: Named
    names: Sequence[tuple[str, str]]


class Records(NamedTuple):
    """Hold the records of one type."""

    key: str
    name: str
    records: Sequence[Record]


class RecordPart(NamedTuple):
    """Hold the records of one type that answer; `has_more` tells that there are others."""

    key: str
    name: str
    rows: Sequence[Named]
    has_more: bool


def records_found(
    words: Sequence[str], kind: str = "", start: int = 0, size: int = SHARE
) -> Iterator[RecordPart]:
    """Give some of the records whose names answer, of every type or of one."""
    for find in hooks.get_hooks(FIND_RECORDS):
        for of_kind in find():
            if kind in ("", of_kind.key):
                hits = [each.shown for each in of_kind.records if _answers(each, words)]
                rows = hits[start : start + size]
                if rows:
                    has_more = len(hits) > start + size
                    yield RecordPart(of_kind.key, of_kind.name, rows, has_more)


def _answers(record: Record, words: Sequence[str]) -> bool:
    named = [(lang, word) for lang, name in record.names for word in words_of(name)]
    return all(any(_is_form(word, name, lang) for lang, name in named) for word in words)


def _is_form(word: str, name: str, lang: str) -> bool:
    root = stem(word, lang)
    if root == stem(name, lang):
        return True
    return len(root) >= BEGINNING_FROM[lang] and name.startswith(root)
