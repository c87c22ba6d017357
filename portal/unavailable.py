"""What a person is told while the database does not answer; nothing that they typed is lost."""

import sys
from collections.abc import Iterator

from django.conf import settings
from django.db import Error, InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from guidance.views.errors import server_fault
from portal.middleware import ADMIN_PREFIX, is_wagtail

DESK_PREFIX = "/admin/desk/"
# The server is gone, silent, full or busy, or it ended a session that was too slow.
GONE: tuple[type[Error], ...] = (OperationalError, InterfaceError, InternalError)
RETRY_AFTER_SECONDS = 5
# A code serves once and a password is nobody's business.
UNKEPT = ("code", "password")
SHORTEST_SENTENCE = 20


def fault(request: HttpRequest) -> HttpResponse:
    """Answer 503 when the database is what failed, and 500 to any other fault."""
    if not isinstance(sys.exc_info()[1], GONE):
        return server_fault(request)
    response = (
        _admin_unavailable(request)
        if request.path_info.startswith(ADMIN_PREFIX)
        else server_fault(request, 503)
    )
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def _admin_unavailable(request: HttpRequest) -> HttpResponse:
    """Show what was posted, ready to be sent again; nothing here asks the database."""
    kept = list(_kept(request))
    context = {
        "address": request.get_full_path(),
        "is_post": request.method == "POST",
        "is_desk": request.path_info.startswith(DESK_PREFIX),
        "kept": kept,
        "sentences": [(_language(name), text) for name, text in kept if _is_sentence(text)],
        "lacks_code": bool(request.POST.get("code")),
        "lacks_files": bool(request.FILES),
    }
    return HttpResponse(render_to_string("unavailable.html", context), status=503)


def _kept(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """Give each name and value that may be shown to whoever sent them."""
    if not is_wagtail(request.path_info):
        return
    for name, values in request.POST.lists():
        if not any(word in name for word in UNKEPT):
            for value in values:
                yield name, str(value)


def _is_sentence(text: str) -> bool:
    return " " in text and len(text) >= SHORTEST_SENTENCE


def _language(name: str) -> str:
    """Give the language of a field that has one, such as reason_kk."""
    ending = name.rpartition("_")[2]
    return ending if ending in dict(settings.LANGUAGES) else ""
