"""Which places a reader's words name: today's names, old ones, other spellings, any case."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guidance.rules.spelling import words_of
from guidance.rules.wordforms import CASES, stem

LONGEST_NAME = 4
# Spellings that differ in these letters alone are one name: Жетысу, Жетісу; Qostanay, Kostanai.
LOOSE = str.maketrans({"ы": "и", "й": "и", "y": "i", "q": "k", "'": ""})
# What stands beside a name without being one.
WORDS_FOR_REGIONS = frozenset(
    words_of(
        "облысы облысында облысының облысына облыс область области областью областей обл "
        "region regions oblast"
    )
)
WORDS_FOR_TOWNS = frozenset(
    words_of(
        "қаласы қаласында қаласының қаласына қала город города городе городом г city town "
        "ауылы ауылында ауыл кенті кент село селе села посёлок поселке посёлка village settlement"
    )
)
KINDS_OF_PLACES = frozenset(
    [
        *WORDS_FOR_REGIONS,
        *WORDS_FOR_TOWNS,
        *words_of("ауданы аудан район районе district the of in қ"),
    ]
)
# Names of settlements that are plain words as well: «үлкен» is "large", «верный» "faithful".
PLAIN_WORDS = frozenset(
    words_of(
        "үлкен жақсы достық дружба қоғам алға караул верный рудный темір арал аса шар майлы тасты "
        "kazakh bayer samarkand лесной мирный новый"
    )
)
BENDING_FROM = 4
RUSSIAN_NOUN = re.compile(r"(?:ом|ой|ем|ей|[аеиуыюяь])$")
KAZAKH_CASES = re.compile(f"(?:{'|'.join(CASES.split())}){{1,2}}".translate(LOOSE))


@dataclass(frozen=True, slots=True)
class Named:
    """Hold a place with the names it goes by; the weightier of two namesakes comes first."""

    code: str
    names: tuple[str, ...]
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """Tell which words of a question name which places, the weightiest first."""

    start: int
    end: int
    codes: tuple[str, ...]


class Gazetteer:
    """Find places by their names in any of the three languages."""

    def __init__(self, places: Iterable[Named]) -> None:
        self._exact: dict[tuple[str, ...], dict[str, int]] = {}
        self._stems: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        self._joined: dict[tuple[str, ...], dict[str, int]] = {}
        for place in places:
            for name in place.names:
                self._add(name, place)

    def mentions(self, words: Sequence[str]) -> list[Mention]:
        """Find the names among words that are already folded; a longer name wins."""
        found: list[Mention] = []
        start = 0
        while start < len(words):
            mention = self._mention_at(words, start)
            if mention is None:
                start += 1
            else:
                found.append(mention)
                start = mention.end
        return found

    def _add(self, name: str, place: Named) -> None:
        bare = _bare(name)
        if not bare:
            return
        words = spelled(bare)
        for key, table in ((words, self._exact), (("".join(words),), self._joined)):
            weights = table.setdefault(key, {})
            weights[place.code] = max(place.weight, weights.get(place.code, 0))
        for bent in _without_russian_case(bare):
            self._stems.setdefault(bent, set()).add(words)

    def _mention_at(self, words: Sequence[str], start: int) -> Mention | None:
        for end in range(min(start + LONGEST_NAME, len(words)), start, -1):
            span = words[start:end]
            is_whole = _is_whole(words, start, end)
            if any(word in PLAIN_WORDS for word in span) and not is_whole:
                continue
            weights = self._places(tuple(span), is_whole=is_whole)
            if weights:
                codes = sorted(weights, key=lambda code: (-weights[code], code))
                return Mention(start, end, tuple(codes))
        return None

    def _places(self, span: tuple[str, ...], *, is_whole: bool) -> dict[str, int]:
        words = spelled(span)
        if words in self._exact:
            return self._exact[words]
        found: dict[str, int] = {}
        for bent in _without_russian_case(span):
            for name in self._stems.get(bent, ()):
                found |= self._exact[name]
        for name in _without_kazakh_case(words):
            found |= self._exact.get(name, {})
        # «нурсултан» in one word is the town only where no other word makes it a person.
        return found or (self._joined.get(words, {}) if is_whole else {})


def bare_name(name: str) -> tuple[str, ...]:
    """Give a name as it is compared, without the word for what the place is."""
    return spelled(_bare(name))


def _bare(name: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(name) if word not in KINDS_OF_PLACES)


def _is_whole(words: Sequence[str], start: int, end: int) -> bool:
    rest = (*words[:start], *words[end:])
    return all(word in KINDS_OF_PLACES for word in rest)


def _without_kazakh_case(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Cut what may be endings off the last word: «алма» is no form of «алматы»."""
    *first, last = words
    for length in range(len(last) - 1, 2, -1):
        if KAZAKH_CASES.fullmatch(last, length):
            yield (*first, last[:length])


def _without_russian_case(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Give what the cases of a name share: as an adjective, and as a noun."""
    if len(words[-1]) >= BENDING_FROM:
        # The stemmer takes «Астана» for a participle and leaves less of it than of «Астане».
        yield spelled((*words[:-1], RUSSIAN_NOUN.sub("", words[-1])))
        yield spelled(stem(word, "ru") for word in words)


def spelled(words: Iterable[str]) -> tuple[str, ...]:
    """Make one of spellings that differ in loose letters alone."""
    return tuple(word.translate(LOOSE) for word in words)
