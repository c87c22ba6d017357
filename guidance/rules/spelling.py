"""How words are compared: cut out of a text, small letters, Kazakh letters and ё folded."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’ʼʹ][^\W_]+)*")
APOSTROPHES = str.maketrans("’ʼʹ", "'''")
# Many keyboards lack the Kazakh letters, and readers write the nearest Russian ones. The Latin
# letters are those of the Kazakh Latin alphabets.
LETTERS = str.maketrans(
    {
        "ә": "а", "қ": "к", "ғ": "г", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и",
        "ё": "е", "ä": "a", "ğ": "g", "ı": "i", "ñ": "n", "ö": "o", "ş": "s", "ū": "u", "ü": "u",
        "\u0301": "",
    }
)  # fmt: skip
# Letters, numbers, punctuation and symbols stay; what steers a text goes.
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str, most: int) -> str:
    """Give so much of a reader's words, without what can't be seen."""
    shown = (
        " " if unicodedata.category(character) in INVISIBLE else character
        for character in text[: 4 * most]
    )
    return " ".join("".join(shown).split())[:most]


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """Give a word as it is compared: «Ақтөбе» and «Актобе» are one."""
    # Lower case of the Turkic İ is two characters; its dot goes.
    lowered = word.lower().replace("\u0307", "")
    return lowered.translate(APOSTROPHES).translate(LETTERS)


def words_at(text: str) -> Iterator[tuple[int, int, str]]:
    """Give where each word of a text begins and ends, and the word as it is compared."""
    for found in WORD.finditer(text):
        yield found.start(), found.end(), folded(found.group())


def words_of(text: str) -> list[str]:
    """Cut a text into words as they are compared."""
    return [folded(found) for found in WORD.findall(text)]
