"""The bare address: to the reader's language."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe


def preferred_language(accepted: str) -> str:
    """Return the first language of an Accept-Language header that we speak, else Kazakh."""
    for code, _quality in parse_accept_lang_header(accepted):
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """Redirect `/` to a language; no cookie is read or set."""
    language = preferred_language(request.headers.get("Accept-Language", ""))
    response = HttpResponseRedirect(f"/{language}/")
    response["Vary"] = "Accept-Language"
    response["Cache-Control"] = "private, no-store"
    return response
