"""The decisions that a reader's words ask for: by number, place, level, year, and their words."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from django.db.models import Q, QuerySet

from guidance.models import Declaration
from guidance.rules.spelling import words_of
from guidance.rules.wordforms import stem
from guidance.shown.ground import Ground
from guidance.shown.ledger_list import LedgerRow, bears, in_year, ledger_row

# Words are compared with those of the latest decisions; facts with those of all.
LATEST = 500
WORDS = ("summary", "reason", "authority_post")
BEGINNING_FROM = 4


class DecisionsAsked(NamedTuple):
    """Hold what decisions are asked for; what is empty asks for nothing."""

    number: str = ""
    places: Collection[str] = ()
    level: str = ""
    year: str = ""
    words: Sequence[str] = ()


# What a decision says never changes once it is published, so it is read but once a process.
_words: dict[tuple[int, str, str], frozenset[str]] = {}


def decisions_found(ground: Ground, asked: DecisionsAsked, start: int, end: int) -> list[LedgerRow]:
    """List some of the decisions that answer, newest first."""
    published = Declaration.objects.published().of_ledger(exercise=False)
    rows = _answering(ground, published, asked).order_by("-sequence")
    chosen = rows.select_related("bulletin").prefetch_related("regions")[start:end]
    return [ledger_row(ground, act) for act in chosen]


def _answering(
    ground: Ground, rows: QuerySet[Declaration], asked: DecisionsAsked
) -> QuerySet[Declaration]:
    if asked.level:
        rows = rows.filter(bears(asked.level.upper(), exercise=False)).distinct()
    if asked.year:
        rows = rows.filter(in_year(asked.year))
    if asked.places:
        rows = rows.filter(regions__region__code__in=_within(ground, asked.places)).distinct()
    if asked.number or asked.words:
        spoken = _speaking(rows, asked.words, ground.lang) if asked.words else []
        if not (asked.number or spoken):
            return rows.none()
        rows = rows.filter(Q(number=asked.number) | Q(pk__in=spoken))
    return rows


def _within(ground: Ground, codes: Iterable[str]) -> set[str]:
    """Give places with all that lies inside them; of the country, itself only."""
    tree = ground.atlas.tree
    inside = (each for code in codes if code != tree.root for each in tree.descendants(code))
    return {*codes, *inside}


def _speaking(rows: QuerySet[Declaration], words: Sequence[str], lang: str) -> list[int]:
    """Give the latest decisions that say every word in some form."""
    latest = list(rows.order_by("-sequence").values_list("pk", "content_hash")[:LATEST])
    _read([key for key in latest if (*key, lang) not in _words], lang)
    roots = [stem(word, lang) for word in words]
    return [key[0] for key in latest if all(_says(_words[*key, lang], root) for root in roots)]


def _says(words: frozenset[str], root: str) -> bool:
    if root in words:
        return True
    return len(root) >= BEGINNING_FROM and any(word.startswith(root) for word in words)


def _read(unread: Collection[tuple[int, str]], lang: str) -> None:
    if not unread:
        return
    columns = (f"{name}_{lang}" for name in WORDS)
    wanted = Declaration.objects.filter(pk__in=[pk for pk, _hash in unread])
    for pk, content_hash, *texts in wanted.values_list("pk", "content_hash", *columns):
        said = {word for text in texts for word in words_of(text)}
        _words[pk, content_hash, lang] = frozenset({*said, *(stem(word, lang) for word in said)})
