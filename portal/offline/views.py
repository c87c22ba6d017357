"""The worker, the script of pages, the manifest, and the page for when there is no network."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from guidance.shown.places import by_alphabet, headed_place
from guidance.shown.request import kept_shortly, present_ground
from portal.offline import scripts
from portal.offline.manifest import manifest

JAVASCRIPT = "text/javascript; charset=utf-8"
FOR_EVER = "public, max-age=31536000, immutable"
NOT_UNASKED = "no-cache"
MANIFEST_STANDS = "public, max-age=86400"


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Give the worker of the whole site; no cache may hold an old one back."""
    return HttpResponse(scripts.worker(), JAVASCRIPT, headers={"Cache-Control": NOT_UNASKED})


@require_safe
def page_script(request: HttpRequest) -> HttpResponse:
    """Give the script of the pages in a language."""
    lang = get_language() or settings.LANGUAGE_CODE
    is_present = request.get_full_path() == scripts.page_script_address(lang)
    kept = FOR_EVER if is_present else NOT_UNASKED
    return HttpResponse(scripts.page_script(lang), JAVASCRIPT, headers={"Cache-Control": kept})


@require_safe
def web_manifest(request: HttpRequest) -> HttpResponse:
    """Describe the portal to a device, in the language asked for."""
    asked = request.GET.get("lang", "")
    lang = asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    return JsonResponse(
        manifest(lang),
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
        headers={"Cache-Control": MANIFEST_STANDS},
    )


@require_safe
def offline_page(request: HttpRequest) -> HttpResponse:
    """Tell what to do when there is no network; it knows no level."""
    ground = present_ground(request, timezone.now())
    places = by_alphabet(ground.atlas.regions.values(), ground.lang)
    context = {
        "advice": [line.text for line in ground.catalogue.advice(None)],
        "places": [headed_place(place, ground.lang) for place in places],
    }
    return kept_shortly(render(request, "offline/offline.html", context), ground.public)
