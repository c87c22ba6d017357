"""The answer to typed words for a place: where they lead, or which places they may mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from guidance.models import Region
from guidance.rules.levels import Level
from guidance.rules.spelling import visible, words_of
from guidance.rules.texts import Texts
from guidance.rules.whereabouts import Part, lies_in, what_holds, whereabouts
from guidance.shown.ground import Ground
from guidance.shown.marks import LevelMark, Named
from guidance.shown.places import headed_place, named_place, place_address, place_texts
from guidance.stored.gazetteer import Located, gazetteer

LONGEST = 80
MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a place that the words may mean; `code` is the region whose page tells its level."""

    code: str
    place: Named
    around: str
    mark: LevelMark | None
    line: str


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """Hold the likeliest places first; a sure one leads to its page."""

    text: str = ""
    found: Sequence[Found] = ()
    is_sure: bool = False
    has_more: bool = False

    @property
    def lead(self) -> str:
        """Give the address that the words surely mean."""
        return self.found[0].place.address if self.is_sure else ""

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(each.code for each in self.found)


def asked_place(text: str) -> str:
    """Give a reader's words for a place, without what can't be seen."""
    return visible(text, LONGEST)


def look_up(ground: Ground, text: str) -> PlaceAnswer:
    """Find the places that typed words may mean."""
    finding = gazetteer(ground.atlas).find(words_of(text))
    found = _one_a_page([_found(ground, key) for key in finding.keys])
    is_sure = finding.is_whole and len(found) == 1
    return PlaceAnswer(text, found[:MOST_SHOWN], is_sure, len(found) > MOST_SHOWN)


def lines_about(ground: Ground, region: Region, text: str) -> list[str]:
    """Say why somebody was led to the page of a region by the name of a settlement in it."""
    directory = gazetteer(ground.atlas)
    keys = directory.find(words_of(text)).keys
    located = (directory.located[key] for key in keys if key in directory.located)
    return [line_about(ground, each) for each in located if each.region == region.code][:1]


def line_about(ground: Ground, located: Located) -> str:
    """Say where a settlement lies and what holds there, as far as it is known."""
    name, level, parts = _around(ground, located)
    told = whereabouts(located.settlement, name, level, parts, ground.wording)
    return told[ground.lang]


def _around(ground: Ground, located: Located) -> tuple[Texts, Level | None, list[Part]]:
    here, regions = ground.place(located.region), ground.atlas.regions
    parts = [Part(regions[inner.code].kind, inner.level) for inner in here.inside]
    return place_texts(regions[located.region]).capitalised(), here.level, parts


def _found(ground: Ground, key: str) -> Found:
    lang, regions = ground.lang, ground.atlas.regions
    located = gazetteer(ground.atlas).located.get(key)
    if located is None:
        around = ground.atlas.tree.parent(key)
        is_inside = around is not None and around != ground.atlas.tree.root
        return Found(
            key,
            headed_place(regions[key], lang),
            named_place(regions[around], lang).name if around and is_inside else "",
            ground.mark(key),
            "",
        )
    region, level, parts = _around(ground, located)
    asked = urlencode({"place": located.settlement.name[lang]})
    address = f"{place_address(regions[located.region], lang)}?{asked}"
    place = Named(lies_in(located.settlement, region)[lang], address)
    told = what_holds(located.settlement, level, parts, ground.wording)
    return Found(located.region, place, "", None, told[lang])


def _one_a_page(found: Sequence[Found]) -> list[Found]:
    """Give one way to each page; a town and its region of one name are on the same page."""
    ways = list({each.place.address: each for each in found}.values())
    explained = [each for each in ways if each.line]
    is_one_page = len({each.code for each in ways}) == 1
    return explained if is_one_page and len(explained) == 1 else ways
