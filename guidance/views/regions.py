"""Pages about places: all of them, one of them, one of them on a past day."""

import re
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guidance.channels.cards.address import picture_address, present_operator
from guidance.channels.cards.telling import of_place
from guidance.channels.linked.levels import of_place as linked_place
from guidance.channels.linked.nodes import present_site
from guidance.channels.posters.address import on_paper, poster_of_place
from guidance.models import FormerSlug, Region
from guidance.shown.days import Day
from guidance.shown.ground import Ground
from guidance.shown.outlook import Outlook
from guidance.shown.past_day import past_day
from guidance.shown.place_search import asked_place, lines_about
from guidance.shown.places import place_address
from guidance.shown.region_day import region_day
from guidance.shown.region_list import region_list
from guidance.shown.region_page import region_page
from guidance.shown.request import kept_shortly, present_ground
from guidance.shown.short_card import short_card
from guidance.stored.atlas import Atlas
from guidance.views.asked import asked_in
from guidance.views.history import form_of, neighbours, told

QUERY_LENGTH = 80
ADDRESS = re.compile(r"[-\w]{1,80}", re.ASCII)


@require_safe
def regions(request: HttpRequest) -> HttpResponse:
    """Show all regions, as a list and as a map; a choice or a sure name leads to its page."""
    ground = present_ground(request, timezone.now())
    chosen = request.GET.get("go", "")
    if chosen:
        region = ground.atlas.by_slug.get(chosen)
        if region is not None:
            return redirect(place_address(region, ground.lang))
    shown = region_list(ground, request.GET)
    if shown.lead and not chosen:
        return redirect(shown.lead)
    context = {"shown": shown, "is_unknown": bool(chosen)}
    return kept_shortly(render(request, "guidance/regions.html", context), ground.public)


@require_safe
def region(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the level of a place, what to do there and until when."""
    ground = present_ground(request, timezone.now())
    found = ground.atlas.by_slug.get(slug)
    if found is None:
        return at_its_address(request, ground.atlas, slug)
    outlook = Outlook(ground, found, ground.book.periods_around(found.code))
    query = request.GET.get("part", "")[:QUERY_LENGTH]
    context = region_page(outlook, query, settings.BASE_URL)
    context["picture"] = _picture(outlook, context)
    context.update(_asked_from(ground, found, request.GET.get("place", "")))
    context["poster"] = poster_of_place(ground, found)
    context["on_paper"] = on_paper(ground.lang)
    context["linked"] = linked_place(present_site(ground.lang), outlook, context)
    return kept_shortly(render(request, "guidance/region.html", context), ground.public)


@require_safe
def region_short(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the short card of a place, which home shows a reader who keeps it on the device."""
    ground = present_ground(request, timezone.now())
    found = ground.atlas.by_slug.get(slug)
    if found is None:
        return at_its_address(request, ground.atlas, slug)
    page = render(request, "guidance/region_short.html", {"card": short_card(ground, found)})
    page["X-Robots-Tag"] = "noindex"
    return kept_shortly(page, ground.public)


@require_safe
def region_on(request: HttpRequest, slug: str, day: str) -> HttpResponse:
    """Show how the level of a place went on a past day."""
    now = present_ground(request, timezone.now())
    found = now.atlas.by_slug.get(slug)
    if found is None:
        return at_its_address(request, now.atlas, slug)
    asked = asked_in(request.GET, day, found.time_zone)
    if asked.date is None or asked.problem(now.at):
        return told(request, now, asked, found)
    past = past_day(now, Day(asked.date, asked.zone, asked.minute))
    base = f"{place_address(found, now.lang)}on/"
    shown = region_day(past, found, settings.BASE_URL)
    context = shown | form_of(now, asked, found) | neighbours(asked, now, base)
    return kept_shortly(render(request, "guidance/region_day.html", context), now.public)


def _asked_from(ground: Ground, region: Region, text: str) -> dict[str, Any]:
    """Explain the page to somebody who looked for a settlement in the region."""
    asked = asked_place(text)
    return {"asked_place": asked, "whereabouts": lines_about(ground, region, asked)}


def at_its_address(request: HttpRequest, atlas: Atlas, slug: str) -> HttpResponse:
    """Lead from a code, or from an address that a place had, to the same page at its own."""
    if slug not in atlas.regions and slug.upper() not in atlas.regions:
        return moved(request, slug)
    old, new = f"/regions/{slug}/", f"/regions/{by_code(atlas, slug).slug}/"
    return redirect(request.get_full_path().replace(old, new, 1))


def _picture(outlook: Outlook, shown: Mapping[str, Any]) -> str:
    story = of_place(outlook, shown, present_operator())
    path = f"{place_address(outlook.region, outlook.lang)}card.png"
    return picture_address(path, story, outlook.at)


def moved(request: HttpRequest, slug: str) -> HttpResponse:
    """Lead from an address that a place had to the same page at the present one."""
    # PostgreSQL refuses to be asked for a NUL: only what can be an address is looked up.
    rows = FormerSlug.objects.select_related("region").filter(slug=slug)
    former = rows.first() if ADDRESS.fullmatch(slug) else None
    if former is None:
        raise Http404(_("There is no such place"))
    old, new = f"/regions/{slug}/", f"/regions/{former.region.slug}/"
    return redirect(request.get_full_path().replace(old, new, 1), permanent=True)


def by_code(atlas: Atlas, code: str) -> Region:
    """Find a place by its code, the country's part in any case."""
    return atlas.regions[code if code in atlas.regions else code.upper()]
