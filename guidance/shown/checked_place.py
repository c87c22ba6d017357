"""The answer to "was this level in force there then": at that minute or on that day, and now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from guidance.models import Region
from guidance.rules.levels import Level
from guidance.rules.past import was_at
from guidance.rules.sentences import in_force
from guidance.rules.spelling import words_of
from guidance.rules.whereabouts import lies_in
from guidance.shown.days import Day, DayOfLevels, Stretch
from guidance.shown.ground import Ground
from guidance.shown.marks import LevelMark, Named, level_mark
from guidance.shown.past_day import DayRow, PastDay, day_rows, past_day
from guidance.shown.places import headed_place, place_names, place_texts
from guidance.shown.record import is_before_record
from guidance.stored.atlas import Atlas
from guidance.stored.gazetteer import gazetteer

MOST_MEANT = 8


class MeantPlace(NamedTuple):
    """Hold a place that words may mean; `key` names a settlement inside it, or the place itself."""

    region: Region
    key: str

    def line(self, ground: Ground) -> str:
        """Say in which region a settlement lies; nothing of a place with a page of its own."""
        located = gazetteer(ground.atlas).located.get(self.key)
        if located is None:
            return ""
        around = place_texts(self.region).capitalised()
        return lies_in(located.settlement, around)[ground.lang]


@dataclass(frozen=True, slots=True)
class PlaceQuestion:
    """Hold what is asked: a place, a day or a minute of it, and a level or none."""

    place: MeantPlace
    day: Day
    level: Level | None


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """Hold the answer with what it rests on; the verdict is yes, part, no or unknown."""

    verdict: str
    place: Named
    line: str
    asked: LevelMark
    when: str
    sentence: str
    rows: Sequence[DayRow]
    parts: Sequence[tuple[Named, LevelMark]]
    now: LevelMark
    now_sentence: str


def places_asked(atlas: Atlas, text: str) -> list[MeantPlace]:
    """Find the places that somebody may mean, the likeliest first."""
    exact = atlas.by_slug.get(text) or atlas.regions.get(text)
    if exact is not None:
        return [MeantPlace(exact, exact.code)]
    directory, found = gazetteer(atlas), dict[str, str]()
    for key in directory.find(words_of(text)).keys:
        found.setdefault(directory.page_of(key), key)
    meant = [MeantPlace(atlas.regions[code], key) for code, key in found.items()]
    return meant[:MOST_MEANT]


def place_answer(now: Ground, asked: PlaceQuestion) -> PlaceAnswer:
    """Answer from the ledger as it is known now."""
    past, code, lang = past_day(now, asked.day), asked.place.region.code, now.lang
    rows = day_rows(past, code)
    here = in_force(place_names(now.atlas, [code]), now.place(code).level, now.wording)
    return PlaceAnswer(
        verdict=_verdict(past, asked),
        place=headed_place(asked.place.region, lang),
        line=asked.place.line(now),
        asked=level_mark(asked.level, lang, now.wording),
        when=past.title,
        sentence=_sentence(past, code) if len(rows) == 1 else "",
        rows=rows,
        parts=_parts(past, code),
        now=now.mark(code),
        now_sentence=here[lang],
    )


def _verdict(past: PastDay, asked: PlaceQuestion) -> str:
    code, levels = asked.place.region.code, past.levels
    if levels.highest(code) is None and is_before_record(past.ended, levels, code):
        return "unknown"
    if asked.level in _levels(_begun(past, code)):
        return "yes"
    inside = [each for part in levels.atlas.tree.descendants(code) for each in _begun(past, part)]
    return "part" if asked.level is not None and asked.level in _levels(inside) else "no"


def _begun(past: PastDay, code: str) -> list[Stretch]:
    """Give the stretches of a place that are no mere announcements."""
    return [each for each in past.levels.stretches(code) if each.starts_at <= past.now.at]


def _levels(stretches: Sequence[Stretch]) -> set[Level | None]:
    return {stretch.level for stretch in stretches}


def _sentence(past: PastDay, code: str) -> str:
    """Say in one sentence what held, where it was one level all the time."""
    ground = past.ended
    names = place_names(ground.atlas, [code], past.day.date)
    return was_at(past.levels.highest(code), names, ground.wording)[ground.lang]


def _parts(past: PastDay, code: str) -> list[tuple[Named, LevelMark]]:
    """Name the parts whose level was higher than that around them."""
    levels, ground = past.levels, past.ended
    tree, on = levels.atlas.tree, past.day.date
    higher = [
        each
        for each in tree.descendants(code)
        if tree.has_been_established(each, past.day.ends_at) and _is_higher(levels, each)
    ]
    return [
        (
            headed_place(ground.atlas.regions[each], ground.lang, on),
            level_mark(levels.highest(each), ground.lang, ground.wording),
        )
        for each in higher
    ]


def _is_higher(levels: DayOfLevels, code: str) -> bool:
    parent = levels.atlas.tree.parent(code)
    around = levels.highest(parent) if parent is not None else None
    return (levels.highest(code) or 0) > (around or 0)
