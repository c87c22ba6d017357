"""The page of one place."""

from typing import Any

from guidance.rules.ends import End
from guidance.rules.messenger import messenger_text, messenger_text_without_level
from guidance.rules.notices import printed
from guidance.rules.texts import capitalised
from guidance.shown.cards import end_of, level_card
from guidance.shown.catalogue import LOWER_LEVELS
from guidance.shown.changed import latest_change
from guidance.shown.codes import ShortLink, short_link
from guidance.shown.contacts import contacts_of
from guidance.shown.corrections import local_lines_of
from guidance.shown.lanes import DAYS_BACK, recent_lanes
from guidance.shown.marks import Named, level_key, level_mark
from guidance.shown.notices import (
    announced_notices,
    error_notices,
    higher_parts,
    lifted_notice,
)
from guidance.shown.outlook import Outlook
from guidance.shown.places import named_place, place_address, place_texts
from guidance.shown.rows import measure_rows, part_rows, run_rows


def region_page(outlook: Outlook, part_query: str, base_url: str) -> dict[str, Any]:
    """Put together all that the page of a place prints."""
    measures = outlook.ground.book.measures_from(outlook.region.code, outlook.at - DAYS_BACK)
    return {
        **region_facts(outlook, part_query, base_url),
        "latest": latest_change(outlook, measures),
        "lanes": recent_lanes(outlook, measures),
    }


def region_facts(outlook: Outlook, part_query: str, base_url: str) -> dict[str, Any]:
    """Tell of a place what stands now: for its page, and for pictures and sheets of paper."""
    lang = outlook.lang
    link = place_link(outlook, base_url)
    return {
        "name": capitalised(outlook.name),
        "slug": outlook.region.slug,
        "crumbs": crumbs(outlook),
        "is_country": outlook.region.parent_id is None,
        "errors": error_notices(outlook),
        "lifted": lifted_notice(outlook),
        "announced": announced_notices(outlook),
        "higher": higher_parts(outlook),
        "card": level_card(outlook),
        **_advice(outlook),
        "contacts": contacts_of(outlook.ground, outlook.region),
        "measures": measure_rows(outlook),
        **_parts(outlook, part_query),
        "history": run_rows(outlook),
        "ledger_address": f"/{lang}/history/?place={outlook.region.slug}",
        "changes_address": f"{place_address(outlook.region, lang)}changes/",
        "news_feed": f"/{lang}/feeds/news",
        "short": link,
        "printed": printed(outlook.at, outlook.zone)[lang],
        "messenger": _messenger(outlook, link)[lang],
    }


def crumbs(outlook: Outlook) -> list[Named]:
    """Name the places around, the widest first."""
    ancestors = reversed(outlook.atlas.tree.ancestors(outlook.region.code))
    return [named_place(outlook.atlas.regions[code], outlook.lang) for code in ancestors]


def _advice(outlook: Outlook) -> dict[str, Any]:
    level, catalogue = outlook.here.level, outlook.catalogue
    lower = LOWER_LEVELS[level] if level is not None else ()
    names = [level_mark(each, outlook.lang, outlook.wording).name for each in lower]
    return {
        "advice": [line.text for line in catalogue.advice(level)],
        "local_advice": local_advice(outlook),
        "lower_advice": [line.text for line in catalogue.lower_advice(level)],
        "lower_levels": ", ".join(names),
        "advice_address": f"/{outlook.lang}/advice/?region={outlook.region.slug}",
        "meaning": catalogue.level_texts.get(level),
        "guide_address": f"/{outlook.lang}/levels/{level_key(level)}/"
        if level is not None
        else f"/{outlook.lang}/levels/",
    }


def local_advice(outlook: Outlook) -> list[str]:
    """List what the declarations in force advise for this place itself."""
    acts = {period.declaration_id: period.declaration for period in outlook.run.periods}
    book, lang = outlook.ground.book, outlook.lang
    texts = (text for act in acts.values() for text in local_lines_of(book, act, lang))
    return list(dict.fromkeys(texts))


def _parts(outlook: Outlook, query: str) -> dict[str, Any]:
    rows = part_rows(outlook)
    found = part_rows(outlook, query) if query else rows
    return {
        "parts": rows,
        "differing_parts": [row for row in rows if not row.is_same],
        "part_query": query,
        "parts_found": found,
        "parts_shown": found or rows,
    }


def place_link(outlook: Outlook, base_url: str) -> ShortLink:
    """Link to the decision in force; without one, to the page itself."""
    if outlook.here.level is None:
        return short_link(base_url + place_address(outlook.region, outlook.lang))
    return short_link(f"{base_url}/c/{outlook.run.last_period.declaration.number}")


def _messenger(outlook: Outlook, link: ShortLink) -> Any:
    place = place_texts(outlook.region)
    if outlook.here.level is None:
        return messenger_text_without_level(place, outlook.at, outlook.zone, link.text)
    end: End = end_of(outlook, outlook.run)
    return messenger_text(place, outlook.here.level, end, link.text, outlook.wording)
