"""What an act does, in the few words of a short message."""

from __future__ import annotations

from guidance.rules import patterns
from guidance.rules.acts import ActKind
from guidance.rules.level_words import Wording, named_level
from guidance.rules.places_list import places_texts
from guidance.rules.sentences import Notice, level_pattern
from guidance.rules.sms_patterns import BARE, EXTENDED_LEVELS, IN_PART, LIFTED, PARTLY, SHORT
from guidance.rules.texts import Texts


def short_sentences(notice: Notice, wording: Wording, *, is_bare: bool) -> list[Texts]:
    """Say place and act with the level; bare, place and level alone."""
    place = places_texts(notice.places)
    match notice.kind:
        case ActKind.CORRECT:
            return [patterns.CORRECTED.fill(number=notice.refers_to)]
        case ActKind.WITHDRAW:
            withdrawn = patterns.WITHDRAWN.fill(number=notice.refers_to)
            return [withdrawn, _after(notice, place, wording)] if notice.places else [withdrawn]
        case ActKind.LIFT:
            return [LIFTED.fill(place=place), *_remaining(notice, wording, is_bare)]
    if notice.level is None:
        return [EXTENDED_LEVELS.fill(place=place)]
    words = wording[notice.level]
    if is_bare:
        return [BARE.fill(place=place, level=words.name)]
    pattern, genitive = level_pattern(notice)
    return [SHORT[pattern].fill(place=place, level=words.genitive if genitive else words.name)]


def _after(notice: Notice, place: Texts, wording: Wording) -> Texts:
    """Say what holds after a withdrawal; where that differs, which places it is about."""
    if len(set(notice.after)) != 1:
        return place
    level = named_level(notice.after[0], wording)
    return Texts.by_language(lambda lang: f"{place[lang]}: {level[lang]}")


def _remaining(notice: Notice, wording: Wording, is_bare: bool) -> list[Texts]:
    remaining = [level for level in notice.after if level is not None]
    if not remaining:
        return []
    in_part = PARTLY if is_bare else IN_PART
    pattern = patterns.REMAINS if len(set(notice.after)) == 1 else in_part
    return [pattern.fill(level=wording[max(remaining)].name).capitalised()]
