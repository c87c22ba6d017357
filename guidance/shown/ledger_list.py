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
from django.utils.translation import gettext as _

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
VALUE_LENGTH = 60
YEAR_LENGTH = 4
FIRST_YEAR, LAST_YEAR = "1991", "9998"
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
    asked: Mapping[str, str]

    @property
    def query(self) -> str:
        """Give the filters as a query, for the same decisions in another format."""
        return f"?{urlencode(self.asked)}" if self.asked else ""

    @property
    def is_filtered(self) -> bool:
        return bool(self.asked)

    @property
    def told(self) -> list[str]:
        """Say each filter in words."""
        chosen = ((label, self._chosen(name)) for name, label in self._labels)
        return [f"{label}: {value}" for label, value in chosen if value]

    @property
    def unknown(self) -> list[str]:
        """List what is asked for and not known, as it can be printed."""
        asked = [self.asked[name] for name, _label in self._labels if self._is_unknown(name)]
        return ["".join(filter(str.isprintable, value[:VALUE_LENGTH])) for value in asked]

    @property
    def _labels(self) -> list[tuple[str, str]]:
        return list(zip(FILTERS, (_("Place"), _("Act"), _("Level"), _("Year")), strict=True))

    def _choices(self, name: str) -> Sequence[Choice]:
        lists = (self.places, self.acts, self.levels, self.years)
        return dict(zip(FILTERS, lists, strict=True))[name]

    def _chosen(self, name: str) -> str:
        chosen = next((each.name for each in self._choices(name) if each.is_chosen), "")
        is_empty_year = name == "year" and name in self.asked and not self._is_unknown(name)
        return self.asked[name] if is_empty_year else chosen

    def _is_unknown(self, name: str) -> bool:
        if name not in self.asked:
            return False
        if name == "year":
            return not is_year(self.asked[name])
        return not any(each.is_chosen for each in self._choices(name))


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
        {name: query[name] for name in FILTERS if query.get(name)},
    )


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


def is_year(text: str) -> bool:
    """Tell whether a text names a year that decisions can be of."""
    is_number = len(text) == YEAR_LENGTH and text.isascii() and text.isdigit()
    return is_number and FIRST_YEAR <= text <= LAST_YEAR


def in_year(text: str) -> Q:
    """Count by the year of publication in Astana, as the numbers do."""
    if not is_year(text):
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
