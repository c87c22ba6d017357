"""How machines are answered: with GET only, refused as a problem, kept by ETag, open to scripts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.utils.translation import gettext as _

from guidance.channels.problems import MEDIA_TYPE, Problem

METHODS = "GET, HEAD, OPTIONS"


@dataclass(frozen=True, slots=True)
class Made:
    """Hold a document, for how many seconds it may be kept, and since when it has been so."""

    body: bytes
    media_type: str
    seconds: int
    modified_at: datetime | None = None


def answered(request: HttpRequest, make: Callable[[], Made]) -> HttpResponse:
    """Answer a machine with what `make` returns, or with the problem that it raises."""
    try:
        response = _response(request, make)
    except Problem as problem:
        response = HttpResponse(problem.body(), MEDIA_TYPE, problem.status)
        response["Cache-Control"] = "no-store"
        if problem.status == 405:
            response["Allow"] = METHODS
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _response(request: HttpRequest, make: Callable[[], Made]) -> HttpResponse:
    if request.method == "OPTIONS":
        allowed = {"Allow": METHODS, "Access-Control-Allow-Methods": "GET, HEAD"}
        return HttpResponse(status=204, headers=allowed)
    if request.method not in ("GET", "HEAD"):
        raise Problem(405, _("Method not allowed"), _("This address is read with GET."))
    made = make()
    response = HttpResponse(made.body, made.media_type)
    response["ETag"] = f'"{sha256(made.body).hexdigest()[:32]}"'
    patch_cache_control(response, public=True, max_age=made.seconds)
    since = None
    if made.modified_at is not None:
        since = int(made.modified_at.timestamp())
        response["Last-Modified"] = http_date(since)
    answer = get_conditional_response(request, response["ETag"], since, response)
    return answer or response
