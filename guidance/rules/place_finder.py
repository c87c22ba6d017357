"""Which places a reader means by typed words: whole names, half-typed ones, near misses."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import takewhile

from guidance.rules.gazetteer import (
    KINDS_OF_PLACES,
    WORDS_FOR_REGIONS,
    WORDS_FOR_TOWNS,
    Gazetteer,
    Mention,
    Named,
    bare_name,
    spelled,
)

REGION = "REGION"
SETTLEMENT = "SETTLEMENT"
TOWNS = ("CITY", "TOWN", SETTLEMENT)
MOST_WORDS = 12
# One letter begins too many names; three letters may be a slip of anything.
BEGINS_FROM = 2
MOST_BEGUN = 400
SLIPS_FROM = 4
SLIPS = 4
LIKENESS = 0.78


@dataclass(frozen=True, slots=True)
class Known:
    """Hold a place with its names, and the keys of the places around it."""

    key: str
    kind: str
    names: tuple[str, ...]
    around: frozenset[str] = frozenset()
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold what words may mean, the likeliest first; whole when no word is left over."""

    keys: tuple[str, ...] = ()
    is_whole: bool = False


class PlaceFinder:
    """Find places by words that a reader typed; the words are already folded."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = {place.key: place for place in known}
        self._gazetteer = Gazetteer(
            Named(place.key, place.names, place.weight) for place in self._known.values()
        )
        names = {
            (bare, place.key)
            for place in self._known.values()
            for bare in map(bare_name, place.names)
            if bare
        }
        self._begins = sorted(
            ("".join(bare[start:]), key) for bare, key in names for start in range(len(bare))
        )
        self._whole: dict[str, set[str]] = {}
        for bare, key in names:
            self._whole.setdefault("".join(bare), set()).add(key)

    def mentions(self, words: Sequence[str]) -> list[Mention]:
        """Find the whole names among words."""
        return self._gazetteer.mentions(words)

    def find(self, words: Sequence[str]) -> Finding:
        """Find the places that words name, begin to name, or nearly name."""
        words = words[:MOST_WORDS]
        bare = [word for word in words if not _is_beside(word)]
        if not bare:
            return Finding()
        mentions = self.mentions(words)
        if mentions:
            return self._mentioned(mentions, words, bare)
        typed = "".join(spelled(bare))
        begun = self._of_kind(self._begun(typed), words)
        return Finding(begun, True) if begun else Finding(self._near(typed))

    def _mentioned(
        self, mentions: Sequence[Mention], words: Sequence[str], bare: Sequence[str]
    ) -> Finding:
        groups = [self._of_kind(mention.codes, words) for mention in mentions]
        found = tuple(dict.fromkeys(key for group in groups for key in group))
        named = {at for mention in mentions for at in range(mention.start, mention.end)}
        is_whole = all(at in named or _is_beside(word) for at, word in enumerate(words))
        if len(groups) > 1:
            return Finding(self._inner(found) or found, is_whole)
        has_page = any(self._known[key].kind != SETTLEMENT for key in found)
        if is_whole and not has_page:  # «Темир» is a town, and the beginning of another
            begun = self._of_kind(self._begun("".join(spelled(bare))), words)
            found = tuple(dict.fromkeys((*found, *begun)))
        return Finding(found, is_whole)

    def _inner(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Keep the places that lie in another one: «Ақсу, Павлодар облысы» is one town."""
        named = frozenset(keys)
        return tuple(key for key in keys if self._known[key].around & named)

    def _of_kind(self, keys: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
        """Take "region" and "town" at their word, where a name is that of both."""
        says_region = any(word in WORDS_FOR_REGIONS for word in words)
        if says_region == any(word in WORDS_FOR_TOWNS for word in words):
            return tuple(keys)
        kinds = (REGION,) if says_region else TOWNS
        return tuple(key for key in keys if self._known[key].kind in kinds) or tuple(keys)

    def _begun(self, typed: str) -> tuple[str, ...]:
        if len(typed) < BEGINS_FROM:
            return ()
        start = bisect_left(self._begins, (typed, ""))
        rest = self._begins[start : start + MOST_BEGUN]
        return self._by_weight(
            key for _name, key in takewhile(lambda each: each[0].startswith(typed), rest)
        )

    def _near(self, typed: str) -> tuple[str, ...]:
        if len(typed) < SLIPS_FROM:
            return ()
        names = [name for name in self._whole if self._may_be(name, typed)]
        close = get_close_matches(typed, names, SLIPS, LIKENESS)
        return tuple(dict.fromkeys(key for name in close for key in sorted(self._whole[name])))

    @staticmethod
    def _may_be(name: str, typed: str) -> bool:
        return name[0] == typed[0] and abs(len(name) - len(typed)) < 3

    def _by_weight(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(set(keys), key=lambda key: (-self._known[key].weight, key)))


def _is_beside(word: str) -> bool:
    """Tell a word that names nothing by itself: «город», «в», «п.»."""
    return word in KINDS_OF_PLACES or len(word) == 1
