"""The ledger for readers, and the country on a past day."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from guidance.models import Region
from guidance.shown.days import Day
from guidance.shown.forecast import forecast
from guidance.shown.ground import Ground
from guidance.shown.history_day import history_day
from guidance.shown.ledger_list import ledger_list, place_choices
from guidance.shown.past_day import past_day
from guidance.shown.places import place_address
from guidance.shown.record import first_day
from guidance.shown.request import kept_shortly, present_ground
from guidance.views.asked import Asked, asked_in, day_beside, printable


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Show every decision, filtered; a day put into the form leads to the page of that day."""
    ground = present_ground(request, timezone.now())
    place = place_chosen(ground, request)
    zone = (place or ground.country).time_zone
    asked = asked_in(request.GET, request.GET.get("date", "").strip(), zone)
    if asked.day and not asked.problem(ground.at):
        return redirect(_address(ground, asked, place))
    return ledger_page(request, ground, asked, place)


@require_safe
def history_on(request: HttpRequest, day: str) -> HttpResponse:
    """Show the whole country on a past day, or at one minute of it."""
    now = present_ground(request, timezone.now())
    asked = asked_in(request.GET, day, now.country.time_zone)
    if asked.date is None or asked.problem(now.at):
        return told(request, now, asked)
    past = past_day(now, Day(asked.date, asked.zone, asked.minute))
    base = f"/{now.lang}/history/"
    context = history_day(past) | form_of(now, asked) | neighbours(asked, now, base)
    context["address"] = settings.BASE_URL.partition("://")[2] + past.country_address
    response = render(request, "guidance/history_day.html", context)
    return kept_shortly(response, now.public)


def told(
    request: HttpRequest, now: Ground, asked: Asked, place: Region | None = None
) -> HttpResponse:
    """Say what is wrong with a day: at its own address if it can never be, else at the form."""
    if asked.date is None:
        return ledger_page(request, now, asked, place, status=404)
    query = asked.query | ({"place": place.slug} if place is not None else {})
    return redirect(f"/{now.lang}/history/?{urlencode(query)}")


def ledger_page(
    request: HttpRequest, ground: Ground, asked: Asked, place: Region | None, status: int = 200
) -> HttpResponse:
    """Show the ledger, and at the form what is wrong with the day that was asked for."""
    problem = asked.problem(ground.at) if asked.day else ""
    context: dict[str, Any] = form_of(ground, asked, place) | {
        "shown": ledger_list(ground, request.GET),
        "problem": problem,
        "first_day": first_day(ground) if problem and not asked.is_ahead(ground.at) else None,
        "forecast": forecast(ground, place) if problem and asked.is_ahead(ground.at) else None,
        "guide": f"/{ground.lang}/levels/",
        "is_page_missing": status != 200,
    }
    response = render(request, "guidance/history.html", context, status=status)
    return kept_shortly(response, ground.public)


def form_of(ground: Ground, asked: Asked, place: Region | None = None) -> dict[str, Any]:
    """Fill the form with what was asked for."""
    return {
        "date": printable(asked.day),
        "at": printable(asked.clock),
        "form_places": place_choices(ground, place.slug if place is not None else ""),
        "as_of": ground.as_of,
    }


def neighbours(asked: Asked, now: Ground, base: str) -> dict[str, Any]:
    """Give the addresses of the day before and of the day after, if it has begun."""
    on, query = asked.date, f"?at={asked.clock}" if asked.clock else ""
    if on is None:
        return {}
    found = {"day_before": -1, "day_after": 1}
    days = {name: day_beside(on, days, now.at, asked.zone) for name, days in found.items()}
    return {name: f"{base}{day}/{query}" if day else "" for name, day in days.items()}


def place_chosen(ground: Ground, request: HttpRequest) -> Region | None:
    """Find the place that the form names; the country as a whole is none."""
    asked = request.GET.get("place", "")
    found = ground.atlas.by_slug.get(asked) or ground.atlas.regions.get(asked)
    return None if found is ground.country else found


def _address(ground: Ground, asked: Asked, place: Region | None) -> str:
    query = f"?{urlencode({'at': asked.clock})}" if asked.clock else ""
    if place is not None:
        return f"{place_address(place, ground.lang, asked.date)}{query}"
    return f"/{ground.lang}/history/{asked.day}/{query}"
