"""Places named by code in an address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from guidance.channels.problems import Problem
from guidance.models import FormerSlug, Region
from guidance.shown.ground import Ground


def region_of_code(ground: Ground, code: str) -> Region:
    """Give the region of a code, or refuse it as a problem."""
    if code not in ground.atlas.regions:
        raise Problem(404, _("Not found"), _("There is no region with this code."))
    return ground.atlas.regions[code]


def true_code(ground: Ground, asked: str) -> str | None:
    """Give the code that somebody means who wrote it small, or a name from an address."""
    wanted = asked.casefold()
    if wanted in ground.atlas.by_slug:
        return ground.atlas.by_slug[wanted].code
    for code in ground.atlas.regions:
        if wanted == code.casefold():
            return code
    # PostgreSQL refuses to be asked for a NUL.
    if not (wanted.isascii() and wanted.isprintable()):
        return None
    former = FormerSlug.objects.select_related("region").filter(slug=wanted).first()
    return former.region.code if former is not None else None


def led_to(request: HttpRequest, name: str, code: str) -> HttpResponse:
    """Lead to the same address with the true code."""
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return redirect(f"{reverse(name, args=[code])}{query}")
