"""The page of advice cards."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from guidance.shown.advice_page import AdvicePage
from guidance.shown.request import kept_shortly, present_ground

FILTERS = ("level", "region", "for")


@require_safe
def advice(request: HttpRequest) -> HttpResponse:
    """Show what to do at a level: at home, on the way, at school, for whoever reads."""
    ground = present_ground(request, timezone.now())
    asked = {name: request.GET.get(name, "").strip() for name in FILTERS}
    context = {"shown": AdvicePage(ground, asked)}
    return kept_shortly(render(request, "guidance/advice.html", context), ground.public)
