"""The whole answer to a search: places, levels, decisions, pages; or where to go instead."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from guidance.rules.gazetteer import KINDS_OF_PLACES
from guidance.rules.levels import Level
from guidance.shown.ground import Ground
from guidance.shown.ledger_list import LedgerRow
from guidance.shown.ledger_search import DecisionsAsked, decisions_found
from guidance.shown.marks import LevelMark, level_mark
from guidance.shown.place_search import line_about
from guidance.shown.region_list import RegionRow, region_row
from portal.search.asked import Asked
from portal.search.filters import DECLARATION, RECORDS
from portal.search.kinds import GROUPS, Group
from portal.search.marks import GROUP, KIND, LEVEL, REGION, YEAR
from portal.search.pages import Hit, PageRow, find, find_of_each, other_languages, rows
from portal.search.records import RecordPart, records_found
from portal.search.small_words import is_of_decisions

PER_PAGE = 20
DECISIONS = 5
PLACES = 3
ELSEWHERE = 5


@dataclass(frozen=True, slots=True)
class Offer:
    """Offer a level, which the words name, as a filter."""

    mark: LevelMark
    address: str
    guide: str


@dataclass(frozen=True, slots=True)
class Part:
    """Hold the pages of one group; `more` leads to all of them."""

    key: str
    name: str
    pages: Sequence[PageRow]
    more: str


@dataclass
class Answer:
    """Hold all that the page of a search shows."""

    asked: Asked
    offers: Sequence[Offer] = ()
    places: Sequence[RegionRow] = ()
    whereabouts: Sequence[str] = ()
    decisions: Sequence[LedgerRow] = ()
    more_decisions: str = ""
    parts: Sequence[Part] = ()
    records: Sequence[RecordPart] = ()
    elsewhere: Sequence[PageRow] = ()
    newer: str = ""
    older: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def instead(self) -> dict[str, str]:
        """Give the addresses that lead on where nothing is found."""
        home = f"/{self.asked.ground.lang}"
        return {"levels": f"{home}/levels/", "news": f"{home}/news/"}

    @property
    def is_answered(self) -> bool:
        """Tell whether there is something to go on with, if only the level that was named."""
        return self.is_found or bool(self.offers and not self.asked.wanted)

    @property
    def is_found(self) -> bool:
        shown = (self.places, self.decisions, self.parts, self.records, self.elsewhere)
        return any(shown)


def answer(asked: Asked, request: Any) -> Answer:
    """Answer a search; one that asks for what does not exist is told so."""
    found = Answer(asked, errors=asked.errors)
    if found.errors or asked.is_empty:
        return found
    found.offers = [_offer(asked, level) for level in asked.levels]
    if asked.chosen("type"):
        _fill_list(found, request)
    else:
        _fill_overview(found, request)
    return found


def _fill_overview(found: Answer, request: Any) -> None:
    """Show the first of everything, in the order in which a reader needs it."""
    asked = found.asked
    found.places = _places(asked)
    found.whereabouts = _whereabouts(asked, {row.code for row in found.places})
    decisions = _decisions(asked, 0, DECISIONS + 1)
    found.decisions = decisions[:DECISIONS]
    if len(decisions) > DECISIONS:
        found.more_decisions = address(asked, type=DECLARATION)
    if not _asks_for_pages(asked):
        return
    hits = find_of_each(asked.ground.lang, asked.wanted, list(_narrowing(asked)))
    first = [hit for group in GROUPS for hit in hits[group.key][: group.share]]
    shown = rows(first, asked.wanted, request)
    found.parts = [part for group in GROUPS for part in _part(asked, group, hits[group.key], shown)]
    if asked.wanted and not _narrows(asked):
        found.records = list(records_found(asked.wanted))
    if not (found.parts or found.records) and asked.wanted:
        found.elsewhere = _elsewhere(asked, request)


def _fill_list(found: Answer, request: Any) -> None:
    """Show one type, page by page."""
    asked, kind = found.asked, found.asked.chosen("type")
    start, end = (asked.page - 1) * PER_PAGE, asked.page * PER_PAGE
    if kind in RECORDS:
        records = records_found(asked.wanted, kind, start, PER_PAGE)
        found.records = [] if _narrows(asked) else list(records)
        has_more = any(part.has_more for part in found.records)
    elif kind == DECLARATION:
        decisions = _decisions(asked, start, end + 1)
        found.decisions = decisions[:PER_PAGE]
        has_more = len(decisions) > PER_PAGE
    else:
        key = GROUP + kind if kind in {group.key for group in GROUPS} else KIND + kind.upper()
        marks = [key, *_narrowing(asked)]
        hits = find(asked.ground.lang, asked.wanted, marks, end + 1)[start:]
        shown = rows(hits[:PER_PAGE], asked.wanted, request)
        pages = [shown[hit.pk] for hit in hits if hit.pk in shown]
        names = dict(asked.filters[0].choices)
        found.parts = [Part(kind, names[kind], pages, "")] if pages else []
        has_more = len(hits) > PER_PAGE
    found.newer = address(asked, page=str(asked.page - 1)) if asked.page > 1 else ""
    found.older = address(asked, page=str(asked.page + 1)) if has_more else ""


def _asks_for_pages(asked: Asked) -> bool:
    """Tell whether there is a word or a filter to look for; a level alone is none."""
    return bool(asked.wanted) or asked.is_filtered


def _narrows(asked: Asked) -> bool:
    """Tell whether a filter asks for what people, organisations and topics don't have."""
    return any(_narrowing(asked))


def _narrowing(asked: Asked) -> Iterator[str]:
    for name, prefix in (("region", REGION), ("year", YEAR)):
        if asked.chosen(name):
            yield prefix + asked.chosen(name)
    if level := asked.chosen("level"):
        yield LEVEL + level.upper()


def _part(
    asked: Asked, group: Group, hits: Sequence[Hit], shown: dict[int, PageRow]
) -> Iterator[Part]:
    pages = [shown[hit.pk] for hit in hits[: group.share] if hit.pk in shown]
    if pages:
        more = address(asked, type=group.key) if len(hits) > group.share else ""
        yield Part(group.key, str(group.name), pages, more)


def _elsewhere(asked: Asked, request: Any) -> list[PageRow]:
    """Look in the other languages before telling a reader that there is nothing."""
    marks = list(_narrowing(asked))
    hits = [
        hit
        for lang in other_languages(asked.ground.lang)
        for hit in find(lang, asked.wanted, marks, ELSEWHERE)
    ]
    shown = rows(hits, asked.wanted, request)
    pages: dict[str, PageRow] = {}
    for hit in hits:
        if hit.pk in shown:
            pages.setdefault(shown[hit.pk].address[3:], shown[hit.pk])
    return list(pages.values())


def _places(asked: Asked) -> list[RegionRow]:
    codes = dict.fromkeys(code for mention in asked.mentions for code in mention.codes)
    regions = asked.ground.atlas.regions
    return [region_row(asked.ground, regions[code]) for code in list(codes)[:PLACES]]


def _whereabouts(asked: Asked, shown: Collection[str]) -> list[str]:
    """Say of the settlements that the words name why their regions stand here."""
    located = (each for each in asked.settlements if each.region in shown)
    return [line_about(asked.ground, each) for each in located][:PLACES]


def _decisions(asked: Asked, start: int, end: int) -> list[LedgerRow]:
    """List decisions: a word that names a place asks for the place, not for the word."""
    named = {at for mention in asked.mentions for at in range(mention.start, mention.end)}
    places = {code for mention in asked.mentions for code in mention.codes}
    rest = [word for at, word in enumerate(asked.words) if at not in named]
    words = [word for word in rest if word in asked.wanted and word not in KINDS_OF_PLACES]
    region, number = asked.chosen("region"), asked.number
    question = DecisionsAsked(
        number=number,
        places={region} if region else places,
        level=asked.chosen("level"),
        year=asked.chosen("year"),
        words=[] if number else [word for word in words if not is_of_decisions(word)],
    )
    is_of_levels = asked.levels and not asked.wanted
    if not any(question) and (is_of_levels or not (words or asked.chosen("type"))):
        return []
    return decisions_found(asked.ground, question, start, end)


def _offer(asked: Asked, level: Level) -> Offer:
    ground: Ground = asked.ground
    mark = level_mark(level, ground.lang, ground.wording)
    guide = f"/{ground.lang}/levels/{mark.key}/"
    return Offer(mark, address(asked, level=mark.key), guide)


def address(asked: Asked, **changed: str) -> str:
    """Give the address of the same search with other filters."""
    same = {"q": asked.text, **{each.name: each.value for each in asked.filters}}
    chosen = {name: value for name, value in {**same, **changed}.items() if value}
    return f"/{asked.ground.lang}/search/?{urlencode(chosen)}"
