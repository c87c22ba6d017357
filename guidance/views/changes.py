"""What changed for a place between two moments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guidance.shown.days import Day
from guidance.shown.outlook import Outlook
from guidance.shown.region_changes import region_changes
from guidance.shown.request import kept_shortly, present_ground
from guidance.views.asked import Asked, printable
from guidance.views.regions import at_its_address

DAY_LENGTH = len("2016-06-07")


@dataclass(frozen=True)
class Bound:
    """Hold one end of what is compared: a day or a minute of it, as an address or a form asks."""

    name: str
    asked: Asked
    is_end: bool
    now: datetime

    @property
    def at(self) -> datetime:
        """Give the instant: of a whole day its beginning or, at the end, its end; never ahead."""
        on = self.asked.date
        if on is None:
            return self.now
        day = Day(on, self.asked.zone, self.asked.minute)
        is_whole_day = self.is_end and self.asked.minute is None
        return min(day.ends_at if is_whole_day else day.starts_at, self.now)

    @property
    def problem(self) -> str:
        """Say what is wrong with the words; what is not given is no problem."""
        if not self.asked.day:
            return ""
        if self.asked.is_ahead(self.now):
            return _(
                "This moment is still ahead. What is announced stands on the page of the place"
            )
        return self.asked.problem(self.now)


@require_safe
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """Compare what stood in a place at two moments; what cannot be compared is explained."""
    ground = present_ground(request, timezone.now())
    region = ground.atlas.by_slug.get(slug)
    if region is None:
        return at_its_address(request, ground.atlas, slug)
    first = bound_asked(request.GET, "from", region.time_zone, ground.at)
    second = bound_asked(request.GET, "to", region.time_zone, ground.at)
    problems = {bound.name: bound.problem for bound in (first, second)}
    if first.asked.day and not any(problems.values()) and first.at >= second.at:
        problems["to"] = _("The second moment must be later than the first")
    can_be_compared = bool(first.asked.day) and not any(problems.values())
    outlook = Outlook(ground, region, ())
    context = region_changes(outlook, (first.at, second.at) if can_be_compared else None)
    context["bounds"] = [
        {"bound": bound, "problem": problems[bound.name], "label": label}
        for bound, label in ((first, _("From")), (second, _("Until")))
    ]
    return kept_shortly(render(request, "guidance/region_changes.html", context), ground.public)


def bound_asked(query: QueryDict | Mapping[str, Any], name: str, zone: str, now: datetime) -> Bound:
    """Read one end out of an address: a date, a date with an hour, or the two apart."""
    text = printable(str(query.get(name, ""))).strip()
    day, rest = text[:DAY_LENGTH], text[DAY_LENGTH:]
    clock = printable(str(query.get(f"{name}_at", ""))).strip()
    if rest[:1] in ("T", " "):
        clock = rest[1:]
    elif rest:
        day = text
    return Bound(name, Asked(day, clock, zone), name == "to", now)
