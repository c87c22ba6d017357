"""Feeds and data: what the portal gives to machines, where, in which words, and how to check it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guidance.channels.api import region_document
from guidance.channels.spreadsheet import sheet_of
from guidance.models import Declaration, MeasureKind
from guidance.rules.acts import ActKind
from guidance.rules.words import ACT_LABELS
from guidance.shown.badge import TRUSTED_FOR
from guidance.shown.ground import Ground
from guidance.shown.places import by_alphabet, first_level
from guidance.shown.region_list import region_row
from guidance.shown.request import LONGEST_SECONDS, kept_shortly, present_ground
from guidance.shown.tables import LEDGER_COLUMNS, REGION_COLUMNS, region_table
from portal.news.choices import NewsKind
from portal.news.feeds.views import KEPT_SECONDS
from portal.news.models import Topic

EXAMPLE = "KZ-15"
SHOWN_OF_A_REGION = ("code", "level", "since", "until", "declarations", "inherited_from")


@dataclass(frozen=True, slots=True)
class Address:
    """Name an address of machines: what it gives, in which format, and where."""

    gives: str
    format: str
    path: str


@dataclass(frozen=True, slots=True)
class Codes:
    """Hold a list of codes with their words; feeds point at it by its key."""

    key: str
    name: str
    rows: tuple[tuple[str, str], ...]


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """Describe the feeds, the API, their codes, and how to verify the ledger."""
    ground = present_ground(request, timezone.now())
    context = {
        "base": settings.BASE_URL,
        "as_of": ground.as_of,
        "feeds": list(_feeds()),
        "endpoints": list(_endpoints()),
        "files": list(_files()),
        "embedded": list(_embedded()),
        "columns": [(reverse("regions_csv"), REGION_COLUMNS), (_ledger_file(), LEDGER_COLUMNS)],
        "sheet": _sheet(ground),
        "trusted": int(TRUSTED_FOR.total_seconds() // 60),
        "lists": list(_lists(ground)),
        "sample_path": reverse("api_region", args=[EXAMPLE]),
        "sample": _sample(ground),
        "newest": _newest(),
        "longest": LONGEST_SECONDS,
        "kept": KEPT_SECONDS,
    }
    return kept_shortly(render(request, "home/data.html", context), ground.public)


def _feeds() -> Iterator[Address]:
    yield Address(_("Declarations, whole country"), "Atom", reverse("levels_atom"))
    yield Address(
        _("Declarations that bear on one region"), "Atom", reverse("region_atom", args=[EXAMPLE])
    )
    yield Address(_("News and statements"), "Atom", reverse("news_atom"))
    yield Address(_("News and statements"), "JSON Feed 1.1", reverse("news_json"))


def _endpoints() -> Iterator[Address]:
    yield Address(_("Situation of the country and its regions"), "JSON", reverse("api_situation"))
    region, history = (
        reverse(name, args=[EXAMPLE]) for name in ("api_region", "api_region_history")
    )
    yield Address(_("One region"), "JSON", region)
    yield Address(_("All periods of one region"), "JSON", history)
    yield Address(_("The scale, with definitions and advice"), "JSON", reverse("api_levels"))
    yield Address(_("All declarations"), "JSON", reverse("api_declarations"))
    yield Address(_("Description of the API"), "OpenAPI 3.1", reverse("api_openapi"))
    yield Address(_("Boundaries of the regions (ODbL)"), "GeoJSON", reverse("boundaries"))


def _ledger_file() -> str:
    return reverse("history_csv")


def _files() -> Iterator[Address]:
    yield Address(_("The table of regions"), "CSV", reverse("regions_csv"))
    yield Address(_("The table of decisions"), "CSV", _ledger_file())
    yield Address(_("The same decisions"), "JSON", reverse("history_json"))
    calendar = reverse("region_calendar", args=[EXAMPLE])
    yield Address(_("Levels of one place as a calendar"), "iCalendar", calendar)


def _embedded() -> Iterator[Address]:
    picture, frame, page = (
        reverse(name, args=[EXAMPLE]) for name in ("badge_picture", "badge_frame", "badge")
    )
    yield Address(_("The level of one place as a picture"), "SVG", picture)
    yield Address(_("The level of one place as a frame"), "HTML", frame)
    yield Address(_("Code to copy, sizes, colours"), "HTML", page)


def _sheet(ground: Ground) -> str:
    """Give the first line of a table, and one of its rows as it is now."""
    if EXAMPLE not in ground.atlas.regions:
        return ""
    row = region_row(ground, ground.atlas.regions[EXAMPLE])
    whole = sheet_of(REGION_COLUMNS, region_table(ground, [row]))
    return whole.decode("utf-8-sig").strip().replace("\r\n", "\n")


def _lists(ground: Ground) -> Iterator[Codes]:
    lang = ground.lang
    levels = ((row.level, row.name) for row in ground.catalogue.level_texts.values() if row.level)
    yield Codes("levels", _("Levels"), tuple(levels))
    acts = ((kind.value, ACT_LABELS[kind][lang]) for kind in ActKind)
    yield Codes("acts", _("Acts"), tuple(acts))
    measures: Iterable[Any] = MeasureKind.objects.order_by("code", "pk")
    yield Codes("measures", _("Measures"), tuple((row.code, row.name) for row in measures))
    regions = [ground.country, *by_alphabet(first_level(ground.atlas), lang)]
    yield Codes("regions", _("Regions"), tuple((row.code, row.name) for row in regions))
    types = ((kind.value.lower(), str(kind.label)) for kind in NewsKind)
    yield Codes("types", _("Types of articles"), tuple(types))
    topics = ((row.slug, row.name) for row in Topic.objects.by_slug())
    yield Codes("topics", _("Topics"), tuple(topics))


def _sample(ground: Ground) -> str:
    if EXAMPLE not in ground.atlas.regions:
        return ""
    whole = region_document(ground.place(EXAMPLE), ground.public)
    return json.dumps({name: whole[name] for name in SHOWN_OF_A_REGION}, indent=2)


def _newest() -> str | None:
    ledger = Declaration.objects.of_ledger(exercise=False).newest_first()
    return ledger.values_list("number", flat=True).first()
