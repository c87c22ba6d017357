"""The page of a search, and what browsers are told of it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from guidance.shown.request import kept_shortly, present_ground
from portal.search.answers import answer
from portal.search.asked import Asked

DESCRIPTION = "application/opensearchdescription+xml"
KEPT_SECONDS = 3_600


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """Tell browsers how to search from their own field."""
    address = reverse("search")
    context = {"address": settings.BASE_URL + address, "language": get_language()}
    answered = render(request, "search/opensearch.xml", context, content_type=DESCRIPTION)
    answered["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return answered


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Find places, decisions, statements, articles and advice."""
    ground = present_ground(request, timezone.now())
    found = answer(Asked(ground, request.GET), request)
    page = render(request, "search/search.html", {"found": found, "asked": found.asked})
    return kept_shortly(page, ground.public)
