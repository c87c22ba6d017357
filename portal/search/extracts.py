"""Texts with the words that a reader looked for marked in them."""

from collections.abc import Callable, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from guidance.rules.spelling import words_at
from guidance.rules.wordforms import stem
from portal.search.marks import BEGINNING_FROM

LENGTH = 240
BEFORE = 80
LOOKED_THROUGH = 20_000

Hits = Callable[[str], bool]


def hits(words: Sequence[str], lang: str) -> Hits:
    """Tell the words of a text that answer a question, as the index does."""
    roots = {stem(word, lang) for word in words}
    beginnings = tuple(root for root in roots if len(root) >= BEGINNING_FROM[lang])

    def is_hit(word: str) -> bool:
        root = stem(word, lang)
        return root in roots or word in words or (root.startswith(beginnings) and bool(beginnings))

    return is_hit


def marked(text: str, is_hit: Hits) -> SafeString:
    """Escape a text and mark the words that answer."""
    pieces, done = [], 0
    for start, end, word in words_at(text):
        if is_hit(word):
            pieces += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
            done = end
    return mark_safe("".join([*pieces, escape(text[done:])]))  # noqa: S308  (every piece escaped)


def extract(text: str, is_hit: Hits) -> SafeString:
    """Cut a text around the first word that answers; without one, give its beginning."""
    found = words_at(text[:LOOKED_THROUGH])
    first = next((start for start, _end, word in found if is_hit(word)), 0)
    start = _after_space(text, first - BEFORE) if first > BEFORE else 0
    end = _before_space(text, start + LENGTH)
    shown = marked(text[start:end].strip(), is_hit)
    return mark_safe(f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}")  # noqa: S308


def _after_space(text: str, at: int) -> int:
    space = text.find(" ", at, at + BEFORE)
    return space + 1 if space >= 0 else at


def _before_space(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", at - BEFORE, at)
    return space if space >= 0 else at
