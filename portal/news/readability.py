"""How easily a text is read: the length of its sentences and of its words, in three languages.

For Kazakh no formula of the kind of Flesch has been settled, and those of Russian and English
count syllables that Kazakh's endings multiply. So two plain lengths are measured, each against a
limit of its language: a word is long that is longer than four in five of ordinary news.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LEAST_WORDS = 40  # fewer tell nothing
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# A dot behind one or two letters shortens a word or a name.
END = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[\d»”\")]))[.!?…]+(?=[»”\")]*(?:\s|$))")


@dataclass(frozen=True, slots=True)
class Limits:
    """Say what is plenty in a language."""

    words_in_sentence: int
    letters_of_long_word: int
    percent_of_long_words: int


LIMITS = {
    "kk": Limits(words_in_sentence=16, letters_of_long_word=10, percent_of_long_words=25),
    "ru": Limits(words_in_sentence=18, letters_of_long_word=10, percent_of_long_words=25),
    "en": Limits(words_in_sentence=20, letters_of_long_word=8, percent_of_long_words=25),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold how a text reads."""

    words_in_sentence: int
    longest_sentence: int
    percent_of_long_words: int
    language: str

    @property
    def has_long_sentences(self) -> bool:
        """Tell whether sentences are longer than is plenty."""
        return self.words_in_sentence > LIMITS[self.language].words_in_sentence

    @property
    def has_long_words(self) -> bool:
        """Tell whether more words are long than is plenty."""
        return self.percent_of_long_words > LIMITS[self.language].percent_of_long_words


def reading_of(text: str, language: str) -> Reading | None:
    """Measure a text; one that is too short tells nothing."""
    sentences = [found for part in END.split(text) if (found := WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if len(words) < LEAST_WORDS:
        return None
    return Reading(
        words_in_sentence=round(len(words) / len(sentences)),
        longest_sentence=max(len(sentence) for sentence in sentences),
        percent_of_long_words=_percent_long(words, LIMITS[language].letters_of_long_word),
        language=language,
    )


def _percent_long(words: Sequence[str], letters: int) -> int:
    return round(100 * sum(len(word) >= letters for word in words) / len(words))
