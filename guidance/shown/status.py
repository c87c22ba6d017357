"""The status of the country: its sentence, the strip, the rows of places with a level."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from guidance.rules.level_words import level_name, named_level
from guidance.rules.levels import Level
from guidance.rules.places_list import NAMES_IN_A_SENTENCE, count_regions
from guidance.rules.situation import PlaceSituation
from guidance.rules.status import NO_LEVEL_IN_COUNTRY, announced, country_status
from guidance.rules.texts import capitalised
from guidance.shown.ground import Ground, Terms
from guidance.shown.holding import earliest
from guidance.shown.marks import LevelMark, Named, level_mark
from guidance.shown.places import first_level, headed_place, named_place
from guidance.shown.sentences import LevelSentence


@dataclass(frozen=True, slots=True)
class InForceRow:
    """Hold a place where a level begins."""

    code: str
    place: Named
    mark: LevelMark
    terms: Terms
    around: str
    is_country: bool
    until: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Hold the status strip: a sentence, or a level with the places where it is in force."""

    mark: LevelMark
    text: str
    headed: str = ""
    places: Sequence[Named] = ()
    more: str = ""


def status_sentence(ground: Ground) -> LevelSentence:
    """Head the home page; the highest level in force is its largest text."""
    highest, lang = ground.public.highest, ground.lang
    if highest is None:
        whole = NO_LEVEL_IN_COUNTRY[lang]
        strong = level_name(None)[lang]
        # English begins its sentence with these words.
        return _cut(whole, strong if strong in whole else capitalised(strong))
    return _cut(_status_text(ground), level_name(highest, ground.wording)[lang])


def strip(ground: Ground) -> Strip:
    """Say the status in one line; red names the places."""
    highest = ground.public.highest
    mark = level_mark(highest, ground.lang, ground.wording)
    if highest is None:
        coming = len(ground.book.recent.coming)
        text = announced(coming) if coming else NO_LEVEL_IN_COUNTRY
        return Strip(mark, text[ground.lang])
    places = [row.place for row in in_force_rows(ground) if row.mark == mark]
    shown, rest = places[:NAMES_IN_A_SENTENCE], len(places) - NAMES_IN_A_SENTENCE
    more = ngettext("and %(n)s more region", "and %(n)s more regions", max(rest, 1)) % {"n": rest}
    return Strip(
        mark,
        "" if highest is Level.RED else _count_text(ground),
        headed=capitalised(named_level(highest, ground.wording)[ground.lang]),
        places=shown,
        more=more if rest > 0 else "",
    )


def in_force_rows(ground: Ground) -> list[InForceRow]:
    """List the places where a level begins: the country first, then by level and name."""
    tree = ground.atlas.tree
    begins = [code for code in tree if _begins_at(ground, code)]
    rows = [_in_force_row(ground, code) for code in begins]
    return sorted(
        (row for row in rows if row is not None),
        key=lambda row: (not row.is_country, -int(ground.place(row.code).level or 0)),
    )


def _begins_at(ground: Ground, code: str) -> bool:
    level, parent = ground.place(code).level, ground.atlas.tree.parent(code)
    is_established = ground.place(code).formed_from is None
    return (
        level is not None
        and is_established
        and (parent is None or ground.place(parent).level is not level)
    )


def _in_force_row(ground: Ground, code: str) -> InForceRow | None:
    terms = ground.terms(code, ground.country.time_zone)
    if terms is None:
        return None
    parent = ground.atlas.tree.parent(code)
    is_inside = parent is not None and parent != ground.atlas.tree.root
    return InForceRow(
        code,
        headed_place(ground.atlas.regions[code], ground.lang),
        ground.mark(code),
        terms,
        named_place(ground.atlas.regions[parent], ground.lang).name if is_inside and parent else "",
        parent is None,
        earliest([ground.place(code).until]),
    )


def _regions_with_level(ground: Ground) -> tuple[int, int]:
    regions = [region.code for region in first_level(ground.atlas, ground.day)]
    with_level = [code for code in regions if _has_level(ground.place(code))]
    return len(with_level), len(regions)


def _has_level(here: PlaceSituation) -> bool:
    return here.level is not None or bool(here.inside)


def _count_text(ground: Ground) -> str:
    """Say the country's level, or in how many regions a level is in force."""
    country = ground.place(ground.country.code).level
    if country is not None:
        return ""
    return count_regions(*_regions_with_level(ground))[ground.lang]


def _status_text(ground: Ground) -> str:
    with_level, regions = _regions_with_level(ground)
    return country_status(
        ground.place(ground.country.code).level,
        ground.public.highest,
        regions_with_level=with_level,
        regions=regions,
        wording=ground.wording,
    )[ground.lang]


def _cut(whole: str, strong: str) -> LevelSentence:
    before, found, after = whole.rpartition(strong)
    return LevelSentence(before.strip(), found, after.strip())
