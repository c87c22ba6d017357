"""Pages for what is not there, and for a fault."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _

from guidance.shown.marks import Named
from guidance.shown.places import by_alphabet, first_level, named_place
from guidance.shown.request import present_ground


def not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    """Say that there is no such page, and lead to a region's page and to the numbers."""
    ground = present_ground(request, timezone.now())
    regions = by_alphabet(first_level(ground.atlas), ground.lang)
    context = {
        "is_page_missing": True,
        "links": _ways_on(ground.lang),
        "regions": [(region.slug, named_place(region, ground.lang).name) for region in regions],
    }
    return render(request, "404.html", context, status=404)


def _ways_on(lang: str) -> list[Named]:
    """Lead on from an address where there is nothing."""
    return [
        Named(_("All regions"), f"/{lang}/regions/"),
        Named(_("What the levels mean"), f"/{lang}/levels/"),
        Named(_("Check this message"), f"/{lang}/check/"),
        Named(_("All news and statements"), f"/{lang}/news/"),
    ]


def server_fault(request: HttpRequest, status: int = 500) -> HttpResponse:
    """Say that the service has a fault, without asking the database anything."""
    language = get_language_from_path(request.path_info) or "kk"
    with override(language):
        context = {"language": language, "home": f"/{language}/", "status": status}
        page = render_to_string("500.html", context)
    return HttpResponse(page, status=status)
