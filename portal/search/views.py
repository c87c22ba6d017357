"""The page of a search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from guidance.shown.request import kept_shortly, present_ground
from portal.search.answers import answer
from portal.search.asked import Asked


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Find places, decisions, statements, articles and advice."""
    ground = present_ground(request, timezone.now())
    found = answer(Asked(ground, request.GET), request)
    page = render(request, "search/search.html", {"found": found, "asked": found.asked})
    return kept_shortly(page, ground.public)
