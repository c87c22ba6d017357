"""How a sheet for a wall is answered: kept for ever under its version, briefly without one."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from guidance.channels.posters.address import versioned
from guidance.channels.posters.paper import CannotPrint, Paper, TooLong, pdf
from guidance.views.pictures import FOR_EVER

KEPT_SHEETS = 100  # some 3 MB of memory
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Print:
    """Hold what prints a sheet; two of the same version are the same print."""

    version: str
    make: Callable[[], Paper] = field(compare=False)


@lru_cache(maxsize=KEPT_SHEETS)
def printed(sheet: Print) -> bytes:
    """Print a sheet, once as long as it is kept."""
    return pdf(sheet.make())


def sheet_of(
    request: HttpRequest, version: str, make: Callable[[], Paper], name: str
) -> HttpResponse:
    """Answer with a sheet; an old version leads to the present one."""
    asked = request.GET.get("v")
    if asked is not None and asked != version:
        response: HttpResponse = HttpResponseRedirect(versioned(request.path, version))
        response["Cache-Control"] = "no-store"
        return response
    etag = f'"{version}"'
    try:
        response = get_conditional_response(request, etag=etag) or HttpResponse(
            printed(Print(version, make)), content_type="application/pdf"
        )
    except (CannotPrint, TooLong) as error:
        log.exception("no poster at %s: %s", request.path, error)
        return _unable()
    response["ETag"] = etag
    response["Cache-Control"] = FOR_EVER if asked else "no-cache"
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    # A search engine would show the level of another day.
    response["X-Robots-Tag"] = "noindex"
    return response


def _unable() -> HttpResponse:
    words = _("The poster can't be made now. What it tells stands on the page; print that instead.")
    response = HttpResponse(words, status=503, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response
