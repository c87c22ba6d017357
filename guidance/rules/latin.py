"""Kazakh and Russian in Latin letters that every telephone and network can send.

Kazakh follows the Latin alphabet that the government of Kazakhstan presented on 28 January 2021.
Its ä, ñ, ö, ü belong to the alphabet of short messages (GSM 03.38); ğ, ş, ū and the dotless ı do
not and are written g, sh, u, i. Russian follows ICAO Doc 9303, as passports do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

# GSM 03.38 without what costs two characters ([ ] { } ~ ^ | \ €) and the Greek capitals.
GSM_7 = frozenset(
    "@£$¥èéùìòÇ\nØøÅå_ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡§¿à"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜabcdefghijklmnopqrstuvwxyzäöñü"
)
KAZAKH = {
    "а": "a", "ә": "ä", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "io",
    "ж": "j", "з": "z", "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n",
    "ң": "ñ", "о": "o", "ө": "ö", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
    "ү": "ü", "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
RUSSIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "ie", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
LETTERS = {"kk": KAZAKH, "ru": {**KAZAKH, **RUSSIAN}, "en": {**KAZAKH, **RUSSIAN}}
WORD = re.compile(r"\w+")
SIGNS = {
    "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "ʼ": "'", "–": "-",
    "—": "-", "‑": "-", "−": "-", "№": "No.", "…": "...", "≈": "=", "·": "-", "₸": "KZT",
    "\u00a0": " ", "\u202f": " ",
}  # fmt: skip


def in_latin_letters(text: str, lang: str) -> str:
    """Write a text of one language in letters of the alphabet of short messages alone."""
    spelled = WORD.sub(lambda word: _spelled(word[0], LETTERS[lang]), text)
    return "".join(map(_sendable, spelled))


def _spelled(word: str, letters: Mapping[str, str]) -> str:
    is_shouted = word.isupper() and len(word) > 1
    return "".join(_letter(each, letters, is_shouted) for each in word)


def _letter(letter: str, letters: Mapping[str, str], is_shouted: bool) -> str:
    latin = letters.get(letter.lower())
    if latin is None:
        return letter
    if letter.islower():
        return latin
    return latin.upper() if is_shouted else latin.capitalize()


def _sendable(letter: str) -> str:
    """Keep what can be sent, drop marks over other letters, and drop what is left."""
    if letter in GSM_7:
        return letter
    bare = SIGNS.get(letter) or unicodedata.normalize("NFKD", letter)
    return "".join(each for each in bare if each in GSM_7)
