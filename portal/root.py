"""The bare address: to the reader's language."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from guidance.views.languages import preferred_language


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """Redirect `/` to a language; no cookie is read or set."""
    language = preferred_language(request)
    response = HttpResponseRedirect(f"/{language}/")
    response["Vary"] = "Accept-Language"
    response["Cache-Control"] = "private, no-store"
    return response
