"""The answer to "was this level in force there then": at that minute or on that day, and now."""

from collections.abc import Sequence
from dataclasses import dataclass

from guidance.models import Region
from guidance.rules.levels import Level
from guidance.rules.notices import situation_at, situation_on
from guidance.rules.sentences import in_force
from guidance.rules.spelling import words_of
from guidance.shown.days import Day, DayOfLevels
from guidance.shown.ground import Ground
from guidance.shown.marks import LevelMark, Named, level_mark
from guidance.shown.places import headed_place, place_names, place_texts
from guidance.shown.region_day import DayRow, PastDay, day_rows, is_before_record, past_day
from guidance.stored.atlas import Atlas
from guidance.stored.gazetteer import gazetteer

LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True, slots=True)
class PlaceQuestion:
    """Hold what is asked: a place, a day or a minute of it, and a level or none."""

    region: Region
    day: Day
    level: Level | None


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """Hold the answer with what it rests on; the verdict is yes, part, no or unknown."""

    verdict: str
    place: Named
    asked: LevelMark
    when: str
    sentence: str
    rows: Sequence[DayRow]
    parts: Sequence[tuple[Named, LevelMark]]
    now: LevelMark
    now_sentence: str


def places_asked(atlas: Atlas, text: str) -> list[Region]:
    """Find the places that somebody may mean, the likeliest first."""
    by_address = [each for each in atlas.regions.values() if text in (each.slug, each.code)]
    words = words_of(text)
    exact = [each for each in atlas.regions.values() if words and words in _names(each)]
    if by_address or exact:
        return by_address or exact
    mentions = gazetteer(atlas).mentions(words)
    if not mentions:
        return []
    # «город Актобе, Актюбинская область»: what lies inside the other is meant.
    depth = atlas.tree.depth
    nearest = max(mentions, key=lambda mention: depth(mention.codes[0]))
    return [atlas.regions[code] for code in nearest.codes]


def place_answer(now: Ground, asked: PlaceQuestion) -> PlaceAnswer:
    """Answer from the ledger as it is known now."""
    past, code, lang = past_day(now, asked.day), asked.region.code, now.lang
    ground, day = past.ended, asked.day
    is_minute = day.minute is not None
    when = situation_at(day.starts_at, day.zone) if is_minute else situation_on(day.date)
    rows = day_rows(past, code)
    return PlaceAnswer(
        verdict=_verdict(past, asked),
        place=headed_place(asked.region, lang),
        asked=level_mark(asked.level, lang, ground.wording),
        when=when[lang],
        sentence=_sentence(past, asked) if len(rows) == 1 else "",
        rows=rows,
        parts=_parts(past, code),
        now=now.mark(code),
        now_sentence=in_force(place_names(now.atlas, [code]), now.place(code).level, now.wording)[
            lang
        ],
    )


def _verdict(past: PastDay, asked: PlaceQuestion) -> str:
    code, levels = asked.region.code, past.levels
    if is_before_record(past.ended, code, asked.day):
        return "unknown"
    if any(stretch.level is asked.level for stretch in levels.stretches(code)):
        return "yes"
    if asked.level is not None and asked.level in _levels_inside(levels, code):
        return "part"
    return "no"


def _levels_inside(levels: DayOfLevels, code: str) -> set[Level | None]:
    inside = levels.atlas.tree.descendants(code)
    return {stretch.level for each in inside for stretch in levels.stretches(each)}


def _sentence(past: PastDay, asked: PlaceQuestion) -> str:
    """Say in one sentence what held, where it was one level all the time."""
    ground, code = past.ended, asked.region.code
    (stretch,) = past.levels.stretches(code)
    names = place_names(ground.atlas, [code], asked.day.date)
    return in_force(names, stretch.level, ground.wording)[ground.lang]


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


def _names(region: Region) -> list[list[str]]:
    names = place_texts(region)
    return [words_of(names[lang]) for lang in LANGUAGES]
