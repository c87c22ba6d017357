"""The ledger for readers, and the country on a past day."""

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guidance.shown.days import Day
from guidance.shown.ground import Ground
from guidance.shown.history_day import history_day
from guidance.shown.ledger_list import ledger_list
from guidance.shown.region_day import past_day
from guidance.shown.request import kept_shortly, present_ground
from guidance.views.asked import clock_asked, day_asked, is_ahead


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Show every decision, filtered; a day put into the form leads to the page of that day."""
    ground = present_ground(request, timezone.now())
    problem = ""
    if wanted := request.GET.get("date", ""):
        problem = _problem(ground, wanted, request.GET.get("at", ""))
        if not problem:
            return redirect(_address_of_day(ground, request))
    context = {
        "shown": ledger_list(ground, request.GET),
        "problem": problem,
        "date": wanted,
        "at": request.GET.get("at", ""),
        "as_of": ground.as_of,
    }
    return kept_shortly(render(request, "guidance/history.html", context), ground.public)


@require_safe
def history_on(request: HttpRequest, day: str) -> HttpResponse:
    """Show the whole country on a past day, or at one minute of it."""
    now = present_ground(request, timezone.now())
    asked, clock = day_asked(day), request.GET.get("at", "")
    if asked is None:
        raise Http404(_("There is no such page"))
    if _problem(now, day, clock):
        return redirect(f"/{now.lang}/history/?{urlencode({'date': day, 'at': clock})}")
    that = Day(asked, now.country.time_zone, clock_asked(clock))
    context = history_day(past_day(now, that))
    context |= {"date": day, "at": clock, "as_of": now.as_of, **_neighbours(now, asked)}
    return kept_shortly(render(request, "guidance/history_day.html", context), now.public)


def _problem(ground: Ground, day: str, clock: str) -> str:
    """Say what is wrong with a day or an hour; nothing when both can be shown."""
    asked = day_asked(day)
    if asked is None:
        return _("Give the date as YYYY-MM-DD, not before 1991")
    if clock and clock_asked(clock) is None:
        return _("Give the hour as HH:MM")
    if is_ahead(asked, ground.at, ground.country.time_zone):
        return _("This day is still ahead. What is announced stands on the page of the region")
    return ""


def _address_of_day(ground: Ground, request: HttpRequest) -> str:
    day, clock = request.GET["date"], request.GET.get("at", "")
    slug = request.GET.get("place", "")
    if slug in ground.atlas.by_slug and slug != ground.country.slug:
        return f"/{ground.lang}/regions/{slug}/on/{day}/"
    query = f"?{urlencode({'at': clock})}" if clock else ""
    return f"/{ground.lang}/history/{day}/{query}"


def _neighbours(ground: Ground, day: date) -> dict[str, str]:
    """Give the addresses of the day before and of the day after, if it has begun."""
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    is_next_ahead = is_ahead(after, ground.at, ground.country.time_zone)
    return {
        "day_before": f"/{ground.lang}/history/{before.isoformat()}/",
        "day_after": "" if is_next_ahead else f"/{ground.lang}/history/{after.isoformat()}/",
    }
