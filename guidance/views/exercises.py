"""Exercises, apart from everything real: their announcements, and the ledger of drills."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from guidance.shown.ledger_list import ledger_list
from guidance.shown.request import kept_shortly, present_ground
from guidance.shown.status import in_force_rows


@require_safe
def exercises(request: HttpRequest) -> HttpResponse:
    """Show what is announced, and what was declared in drills."""
    at = timezone.now()
    ground = present_ground(request, at, exercise=True)
    context = {
        "shown": ledger_list(ground, {"page": request.GET.get("page", "")}),
        "rows": in_force_rows(ground),
        "as_of": ground.as_of,
    }
    response = render(request, "guidance/exercises.html", context)
    return kept_shortly(response, ground.public, present_ground(request, at).public)
