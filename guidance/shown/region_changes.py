"""The page that compares two moments of a place."""

from datetime import datetime
from typing import Any

from guidance.models import LevelPeriod
from guidance.rules.dates import local
from guidance.rules.notices import part_until
from guidance.rules.texts import capitalised
from guidance.shown.changed import Changed
from guidance.shown.outlook import Outlook
from guidance.shown.places import named_place, place_address, place_texts
from guidance.shown.region_page import crumbs
from guidance.shown.snapshots import Seen


def region_changes(outlook: Outlook, moments: tuple[datetime, datetime] | None) -> dict[str, Any]:
    """Put together what the page prints; without moments it only asks for them."""
    lang, region = outlook.lang, outlook.region
    context: dict[str, Any] = {
        "name": capitalised(outlook.name),
        "crumbs": [*crumbs(outlook), named_place(region, lang)],
        "as_of": outlook.as_of,
        "changed": None,
        "address": place_address(region, lang),
        "ledger_address": f"/{lang}/history/?place={region.slug}",
    }
    return context if moments is None else context | _compared(outlook, *moments)


def _compared(outlook: Outlook, first: datetime, second: datetime) -> dict[str, Any]:
    before = seen_at(outlook, first)
    return {
        "changed": Changed(before, seen_at(outlook, second)),
        "first": outlook.moment(first, offset=True),
        "second": outlook.moment(second, offset=True),
        "is_before_record": _is_before_record(outlook, first),
        "part_of": _part_of(outlook, first),
    }


def seen_at(outlook: Outlook, at: datetime) -> Seen:
    """See a place at an instant, by the ledger of its ground."""
    book, code = outlook.ground.book, outlook.region.code
    return Seen(outlook, at, book.periods_from(code, at), book.measures_from(code, at))


def _is_before_record(outlook: Outlook, at: datetime) -> bool:
    """Tell whether an instant lies before the first record about a place and those around it."""
    atlas = outlook.atlas
    places = [atlas.pk(code) for code in atlas.tree.lineage(outlook.region.code)]
    return not LevelPeriod.objects.filter(region__in=places, starts_at__lte=at).exists()


def _part_of(outlook: Outlook, at: datetime) -> str:
    """Say of which region the place was a part at an instant before its own was established."""
    atlas, tree = outlook.atlas, outlook.atlas.tree
    for code in tree.lineage(outlook.region.code):
        former, formed_on = tree.predecessor_at(code, at), atlas.regions[code].established_on
        if former is not None and formed_on is not None:
            on = local(at, outlook.zone).date()
            return part_until(formed_on, place_texts(atlas.regions[former], on))[outlook.lang]
    return ""
