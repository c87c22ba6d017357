"""The order of names in the three alphabets."""

from __future__ import annotations

# One order serves Kazakh and Russian: the Kazakh alphabet holds the Russian one in its own order.
# Code points would put every Kazakh letter after «я».
CYRILLIC = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
PLACES = {letter: place for place, letter in enumerate(CYRILLIC)}

# A reader looks for «область Абай» under «А», not among the other words «область».
GENERIC_WORDS = {"kk": (), "ru": ("область ", "город "), "en": ("the town of ", "the ")}

SortKey = tuple[tuple[int, int], ...]


def alphabetical(name: str, lang: str) -> SortKey:
    """Give the key that sorts names by the alphabet of the language."""
    folded = name.casefold()
    for word in GENERIC_WORDS[lang]:
        folded = folded.removeprefix(word)
    return tuple(_letter_place(letter) for letter in folded)


def _letter_place(letter: str) -> tuple[int, int]:
    if letter in PLACES:
        return (1, PLACES[letter])
    return (0 if ord(letter) < ord("a") else 2, ord(letter))
