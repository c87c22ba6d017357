"""A decision as a short message: two parts in Cyrillic, one part in Latin letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property

from guidance.rules import patterns
from guidance.rules.latin import in_latin_letters
from guidance.rules.level_words import DEFAULT_WORDING, Wording
from guidance.rules.places_list import PlaceName, count_places, list_places
from guidance.rules.sentences import Notice, summary
from guidance.rules.sms_sentences import short_sentences
from guidance.rules.sms_times import brief_times, full_times
from guidance.rules.texts import LANGUAGES, Texts, capitalised

# A message in Cyrillic has 70 characters, and each part of a longer one 67; in Latin it has 160.
LONGEST_CYRILLIC = 134
LONGEST_LATIN = 160
CYRILLIC = ("kk", "ru")


class Words(IntEnum):
    """Say how much of an act is told: whole, without the name of the danger, the level alone."""

    WHOLE = 0
    SHORT = 1
    BARE = 2


class Times(IntEnum):
    """Say how an end is told: with its condition, without, in digits, or by the link alone."""

    WHOLE = 0
    PLAIN = 1
    DIGITS = 2
    LINK = 3


@dataclass(frozen=True, slots=True)
class ShortMessage:
    """Hold the message of one language in its own letters, and in Latin ones."""

    own: str
    latin: str


@dataclass(frozen=True, slots=True)
class ShortMessages:
    """Hold the message in each language's own letters, and in Latin ones."""

    own: Texts
    latin: Texts


# How a text grows shorter: words of the end first, then of the act, then names of places, and
# the end as the last. Level, start and link are never left out.
STEPS = (
    (Words.WHOLE, Times.WHOLE, 3),
    (Words.WHOLE, Times.PLAIN, 3),
    (Words.WHOLE, Times.DIGITS, 3),
    (Words.SHORT, Times.PLAIN, 3),
    (Words.SHORT, Times.DIGITS, 3),
    (Words.SHORT, Times.DIGITS, 2),
    (Words.SHORT, Times.DIGITS, 1),
    (Words.BARE, Times.DIGITS, 1),
    (Words.BARE, Times.DIGITS, 0),
    (Words.BARE, Times.LINK, 0),
)


@dataclass(frozen=True)
class _Message:
    """Write one decision in one language, as long as it is asked."""

    notice: Notice
    lang: str
    link: str
    wording: Wording

    def texts(self) -> Iterator[str]:
        """Give the texts from the longest to the shortest; the last ones cut a place's name."""
        for words, times, names in STEPS:
            yield self._text(words, times, self._places[names])
        last = self._places[0]
        for length in range(len(last) - 1, 0, -1):
            yield self._text(Words.BARE, Times.LINK, f"{last[:length].rstrip()}…")

    def _text(self, words: Words, times: Times, place: str) -> str:
        act = self._whole(place) if words is Words.WHOLE else self._short(words, place)
        text = ". ".join([*act, *self._times(times), self.link])
        drill = patterns.EXERCISE.fill(text=text)[self.lang]
        return drill if self.notice.is_exercise else text

    def _times(self, times: Times) -> list[str]:
        notice, end = self.notice, self.notice.end
        if times is Times.PLAIN and end is not None:
            end = replace(end, may_be_extended=False, extended_times=0)
        if times is Times.LINK:
            end = None
        told = full_times if times <= Times.PLAIN else brief_times
        return told(replace(notice, end=end), self.lang)

    def _whole(self, place: str) -> list[str]:
        return [summary(self._about(place), self.wording)[self.lang].removesuffix(".")]

    def _short(self, words: Words, place: str) -> list[str]:
        told = short_sentences(self._about(place), self.wording, is_bare=words is Words.BARE)
        return [sentence[self.lang] for sentence in told]

    def _about(self, place: str) -> Notice:
        """Give the act alone, upon a place that is already written in words."""
        named = [PlaceName(Texts(place, place, place))] if place else []
        return replace(self.notice, places=named, end=None, takes_effect_at=None, is_exercise=False)

    @cached_property
    def _places(self) -> list[str]:
        """Write the places without a name, and with up to three of them."""
        places = self.notice.places
        counted = count_places(places, self.lang) if len(places) > 1 else ""
        named = [capitalised(list_places(places, self.lang, most)) for most in (1, 2, 3)]
        return [counted or named[0], *named]


def short_message(
    notice: Notice, lang: str, link: str, wording: Wording = DEFAULT_WORDING
) -> ShortMessage:
    """Write the message in one language, never longer than the letters allow."""

    def spelled(text: str) -> str:
        return in_latin_letters(text.removesuffix(link), lang) + link

    message = _Message(notice, lang, link, wording)
    latin = _first_that_fits(message, spelled, LONGEST_LATIN)
    own = _first_that_fits(message, str, LONGEST_CYRILLIC) if lang in CYRILLIC else latin
    return ShortMessage(own, latin)


def short_messages(notice: Notice, link: str, wording: Wording = DEFAULT_WORDING) -> ShortMessages:
    """Write the message in every language."""
    told = {lang: short_message(notice, lang, link, wording) for lang in LANGUAGES}
    return ShortMessages(
        Texts.by_language(lambda lang: told[lang].own),
        Texts.by_language(lambda lang: told[lang].latin),
    )


def _first_that_fits(message: _Message, write: Callable[[str], str], longest: int) -> str:
    text = ""
    for text in map(write, message.texts()):
        if len(text) <= longest:
            break
    return text
