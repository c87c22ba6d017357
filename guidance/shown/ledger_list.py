"""The ledger as readers browse it: every decision, newest first, filtered."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from guidance.models import ActCode, Declaration, LevelCode
from guidance.rules.acts import ActKind
from guidance.rules.dates import local
from guidance.rules.ends import End, end_value
from guidance.rules.levels import Level
from guidance.rules.places_list import list_places
from guidance.rules.texts import capitalised
from guidance.rules.words import ACT_LABELS
from guidance.shown.cards import decision
from guidance.shown.ground import Ground
from guidance.shown.marks import LevelMark, Moment, Named, level_mark, shown_moment
from guidance.shown.places import by_alphabet, place_name, place_names

ROWS_ON_A_PAGE = 50
FILTERS = ("place", "act", "level", "year")
ENDS = (ActCode.DECLARE, ActCode.CHANGE, ActCode.EXTEND)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """Hold one decision of the table."""

    act: Named
    published: Moment
    label: str
    places: str
    mark: LevelMark
    until: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold one value of a filter."""

    value: str
    name: str
    is_chosen: bool


@dataclass(frozen=True)
class LedgerList:
    """Hold a page of the ledger and the choices that lead to others."""

    page: Page[Declaration]
    rows: Sequence[LedgerRow]
    places: Sequence[Choice]
    acts: Sequence[Choice]
    levels: Sequence[Choice]
    years: Sequence[Choice]
    query: str

    @property
    def is_filtered(self) -> bool:
        return bool(self.query)


def ledger_list(ground: Ground, query: Mapping[str, str]) -> LedgerList:
    """List the decisions that the query asks for; an unknown value finds none."""
    published = _ledger_of(ground)
    page = Paginator(wanted_acts(ground, query), ROWS_ON_A_PAGE).get_page(query.get("page"))
    return LedgerList(
        page,
        [ledger_row(ground, act) for act in page],
        place_choices(ground, query.get("place", "")),
        _acts(ground.lang, query.get("act", "")),
        _levels(ground, query.get("level", "")),
        _years(published, query.get("year", "")),
        _query(query),
    )


def _query(asked: Mapping[str, str]) -> str:
    """Give the filters as a query, for the same decisions in another format."""
    kept = {name: asked[name] for name in FILTERS if asked.get(name)}
    return f"?{urlencode(kept)}" if kept else ""


def wanted_acts(ground: Ground, query: Mapping[str, str]) -> QuerySet[Declaration]:
    """Select the decisions that the query asks for, newest first, with what their rows tell."""
    wanted = _filtered(ground, _ledger_of(ground), query).order_by("-sequence")
    return wanted.select_related("bulletin").prefetch_related("regions")


def _ledger_of(ground: Ground) -> QuerySet[Declaration]:
    return Declaration.objects.published().of_ledger(exercise=ground.public.exercise)


def _filtered(
    ground: Ground, rows: QuerySet[Declaration], query: Mapping[str, str]
) -> QuerySet[Declaration]:
    if place := query.get("place"):
        rows = rows.filter(regions__region__in=_around(ground, place)).distinct()
    if act := query.get("act"):
        rows = rows.filter(act=act.upper()) if act.upper() in ActCode.values else rows.none()
    if level := query.get("level"):
        rows = rows.filter(bears(level.upper(), exercise=ground.public.exercise)).distinct()
    if year := query.get("year"):
        rows = rows.filter(in_year(year))
    return rows


def bears(level: str, *, exercise: bool) -> Q:
    """Ask for acts that set a level or, as an extension does, carry it on."""
    borne = Q(exerciseperiods__level=level) if exercise else Q(levelperiods__level=level)
    return Q(level=level) | borne if level in LevelCode.values else Q(pk__in=[])


def _around(ground: Ground, slug: str) -> list[int]:
    """Give a place and those around it: an act for the country counts for its regions."""
    region, atlas = ground.atlas.by_slug.get(slug), ground.atlas
    return [atlas.pk(code) for code in atlas.tree.lineage(region.code)] if region else []


def in_year(text: str) -> Q:
    """Count by the year of publication in Astana, as the numbers do."""
    if not (text.isascii() and text.isdigit() and 1991 <= int(text) <= 9998):
        return Q(pk__in=[])
    zone, year = ZoneInfo("Asia/Almaty"), int(text)
    start, end = datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)
    return Q(published_at__gte=start, published_at__lt=end)


def ledger_row(ground: Ground, act: Declaration) -> LedgerRow:
    """Tell a decision in one row; it was loaded with its bulletin and its regions."""
    frozen: Mapping[str, Any] = json.loads(bytes(act.bulletin.body))
    codes = [ground.atlas.code(row.region_id) for row in act.regions.all()]
    after = [Level[row["after"]] for row in frozen["outcomes"] if row["after"]]
    zone = ground.atlas.regions[codes[0]].time_zone if codes else ground.country.time_zone
    published_at = act.published_at or ground.at
    names = place_names(ground.atlas, codes, local(published_at, zone).date())
    return LedgerRow(
        act=decision(act, ground.lang),
        published=shown_moment(published_at, zone, ground.lang, precision=act.precision),
        label=ACT_LABELS[ActKind(act.act)][ground.lang],
        places=capitalised(list_places(names, ground.lang)),
        mark=level_mark(max(after, default=None), ground.lang, ground.wording),
        until=_until(act, zone, ground.lang) if act.act in ENDS else "",
    )


def _until(act: Declaration, zone: str, lang: str) -> str:
    end = End(
        act.ends_at,
        zone,
        zone,
        precision=act.precision,
        is_archive=act.origin == "ARCHIVE",
        may_be_extended=False,
    )
    return end_value(end, lang, offset=False)


def place_choices(ground: Ground, chosen: str) -> list[Choice]:
    """Offer all places by name."""
    regions = by_alphabet(ground.atlas.regions.values(), ground.lang)
    return [
        Choice(region.slug, capitalised(place_name(region, ground.lang)), region.slug == chosen)
        for region in regions
    ]


def _acts(lang: str, chosen: str) -> list[Choice]:
    return [
        Choice(kind.value.lower(), ACT_LABELS[kind][lang], kind.value.lower() == chosen)
        for kind in ActKind
    ]


def _levels(ground: Ground, chosen: str) -> list[Choice]:
    marks = (level_mark(Level[code], ground.lang, ground.wording) for code in LevelCode.values)
    return [Choice(mark.key, mark.name, mark.key == chosen) for mark in marks]


def _years(rows: QuerySet[Declaration], chosen: str) -> list[Choice]:
    found = rows.datetimes("published_at", "year", order="DESC", tzinfo=ZoneInfo("Asia/Almaty"))
    return [Choice(str(at.year), str(at.year), str(at.year) == chosen) for at in found]
