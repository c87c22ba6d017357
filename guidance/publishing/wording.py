"""What a public text may hold: its length, and no character that hides or marks up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from guidance.models import LANGUAGES
from guidance.models.declarations import LOCAL_ADVICE_LENGTH, REASON_LENGTH
from guidance.publishing.refusals import Problem

LENGTHS = {
    "reason": REASON_LENGTH,
    "end_reason": REASON_LENGTH,
    "authority_post": 200,
    "local_advice": LOCAL_ADVICE_LENGTH,
    "order_number": 80,
}
# Controls, invisible and direction marks, halves of letters, private and unknown letters.
_UNFIT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MARKUP = frozenset("<>")
_MARKS_IN_A_ROW = 3


def unfit_words(words: Mapping[str, str]) -> list[Problem]:
    """Name the texts that are too long or hold what no public text may hold."""
    return list(_unfit(words))


def _unfit(words: Mapping[str, str]) -> Iterator[Problem]:
    for name, text in words.items():
        kind = next(kind for kind in sorted(LENGTHS, reverse=True) if name.startswith(kind))
        if len(text) > LENGTHS[kind]:
            yield Problem(name, "too_long")
        elif not is_plain(text):
            yield Problem(name, "characters")


def is_plain(text: str) -> bool:
    """Tell whether a text shows all that it holds, and holds no markup."""
    marks = 0
    for letter in text:
        category = unicodedata.category(letter)
        marks = marks + 1 if category.startswith("M") else 0
        if category in _UNFIT or letter in _MARKUP or marks > _MARKS_IN_A_ROW:
            return False
    return True


def three_languages(words: Mapping[str, str], name: str, *, needed: bool) -> Iterator[Problem]:
    """Name what keeps a text from standing in three languages, all of them or none."""
    texts = {code: words[f"{name}_{code}"].strip() for code in LANGUAGES}
    if not needed and not any(texts.values()):
        return
    for code, text in texts.items():
        if not text:
            yield Problem(f"{name}_{code}", "missing")
        elif sum(other == text for other in texts.values()) > 1:
            yield Problem(f"{name}_{code}", "equal")
