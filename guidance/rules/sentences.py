"""Headlines and summaries of the acts, composed from typed facts in three languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from guidance.rules import patterns
from guidance.rules.acts import ActKind
from guidance.rules.dates import day, moment
from guidance.rules.ends import End, end_texts
from guidance.rules.level_words import DEFAULT_WORDING, Wording
from guidance.rules.levels import Level
from guidance.rules.outcomes import Word
from guidance.rules.places_list import PlaceName, places_texts
from guidance.rules.texts import Texts, joined

ASTANA = "Asia/Almaty"
ACTS_WITH_END = frozenset({ActKind.DECLARE, ActKind.CHANGE, ActKind.EXTEND})


@dataclass(frozen=True, slots=True)
class Notice:
    """Hold the facts that the sentences about one act are made of.

    ``words`` and ``after`` speak of the named places, in any order: what the act does there, and
    the level in force afterwards. ``takes_effect_at`` is given only when that lies ahead.
    """

    kind: ActKind
    places: Sequence[PlaceName] = ()
    level: Level | None = None
    words: Sequence[Word] = ()
    after: Sequence[Level | None] = ()
    takes_effect_at: datetime | None = None
    zone: str = ASTANA
    end: End | None = None
    refers_to: str = ""
    is_exercise: bool = False


def headline(notice: Notice, wording: Wording = DEFAULT_WORDING) -> Texts:
    """Say in one line what the act does and where."""
    text = _headline(notice, wording)
    return exercise(text) if notice.is_exercise else text


def summary(notice: Notice, wording: Wording = DEFAULT_WORDING) -> Texts:
    """Say what the act does, from when and until when, and what stays in force beside it."""
    sentences = [_headline(notice, wording)]
    if notice.takes_effect_at is not None:
        sentences.append(takes_effect(notice.takes_effect_at, notice.zone))
    if notice.end is not None and notice.kind in ACTS_WITH_END:
        sentences.append(end_texts(notice.end))
    sentences.extend(_what_stands(notice, wording))
    text = Texts.by_language(lambda lang: " ".join(f"{s[lang]}." for s in sentences))
    return exercise(text) if notice.is_exercise else text


def in_force(
    places: Sequence[PlaceName], level: Level | None, wording: Wording = DEFAULT_WORDING
) -> Texts:
    """Head the level card of a place."""
    if level is None:
        return patterns.NONE_IN_FORCE.fill(place=places_texts(places))
    return _about_level(patterns.IN_FORCE, places, level, wording)


def ended_as_planned(
    places: Sequence[PlaceName], level: Level, wording: Wording = DEFAULT_WORDING
) -> Texts:
    """Say that a level ran out by itself."""
    return _about_level(patterns.ENDED_AS_PLANNED, places, level, wording, genitive=True)


def takes_effect(at: datetime, zone: str) -> Texts:
    """Say from when an announced act counts."""
    return patterns.TAKES_EFFECT.fill(
        moment=Texts.by_language(lambda lang: moment(at, zone, lang, offset=True))
    )


def exercise(text: Texts) -> Texts:
    """Put the word EXERCISE first."""
    return patterns.EXERCISE.fill(text=text)


def exercise_headline(places: Sequence[PlaceName], on: date) -> Texts:
    """Announce a drill: EXERCISE, place, date."""
    dated = Texts.by_language(lambda lang: day(on, lang))
    return exercise(joined(places_texts(places), dated, by=", "))


def _headline(notice: Notice, wording: Wording) -> Texts:
    match notice.kind:
        case ActKind.CORRECT:
            return patterns.CORRECTED.fill(number=notice.refers_to)
        case ActKind.WITHDRAW:
            return patterns.WITHDRAWN.fill(number=notice.refers_to)
        case ActKind.LIFT:
            return patterns.LIFTED.fill(place=places_texts(notice.places))
        case ActKind.EXTEND if notice.level is None:
            return patterns.EXTENDED_LEVELS.fill(place=places_texts(notice.places))
    if notice.level is None:
        raise ValueError(f"{notice.kind} without a level has no headline.")
    pattern, genitive = level_pattern(notice)
    return _about_level(pattern, notice.places, notice.level, wording, genitive=genitive)


def level_pattern(notice: Notice) -> tuple[Texts, bool]:
    """Choose the pattern, and say whether Russian puts the level in the genitive."""
    if notice.kind is ActKind.EXTEND:
        return patterns.EXTENDED, True
    words = set(notice.words)
    if words == {Word.RAISED}:
        return patterns.RAISED, True
    if words == {Word.LOWERED}:
        return patterns.LOWERED, True
    if words == {Word.CONFIRMED}:
        return patterns.CONFIRMED, False
    # Mixed words stand per place in the table; the headline only tells the level.
    return patterns.DECLARED, False


def _about_level(
    pattern: Texts,
    places: Sequence[PlaceName],
    level: Level,
    wording: Wording,
    *,
    genitive: bool = False,
) -> Texts:
    words = wording[level]
    return pattern.fill(
        place=places_texts(places), level=words.genitive if genitive else words.name
    )


def _what_stands(notice: Notice, wording: Wording) -> list[Texts]:
    """Tell what a lift leaves in force, and what holds after a withdrawal."""
    is_uniform = len(set(notice.after)) == 1
    if notice.kind is ActKind.WITHDRAW and is_uniform:
        return [in_force(notice.places, notice.after[0], wording)]
    remaining = [level for level in notice.after if level is not None]
    if notice.kind is not ActKind.LIFT or not remaining:
        return []
    pattern = patterns.REMAINS if is_uniform else patterns.REMAINS_IN_PART
    return [pattern.fill(level=wording[max(remaining)].name).capitalised()]
