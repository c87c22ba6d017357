"""The JSON API: read-only, without a key, strict about what it is asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.paginator import EmptyPage, Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt

from guidance.channels import api
from guidance.channels.problems import Problem
from guidance.models import Advice, Declaration, LevelText
from guidance.shown.codes import short_address_of
from guidance.shown.request import seconds_to_keep
from guidance.shown.sms import messages_about
from guidance.shown.stored_book import NUMBER
from guidance.situations import PublicSituation, at_instant, history, present
from guidance.stored.atlas import present_atlas
from guidance.views.languages import preferred_language
from guidance.views.machines import Made, answered
from guidance.views.parameters import bad_request, instant, page_number, single_values

OPENAPI = Path(api.__file__).with_name("openapi.json").read_bytes()
PAGE_SIZE = 50
IMMUTABLE = 86_400  # a published declaration never changes; a day, so that mistakes of ours heal

Values = dict[str, str]
Answer = tuple[api.Document | bytes, int]  # what is answered, and for how many seconds it holds
Endpoint = Callable[..., Answer]


def endpoint(*parameters: str) -> Callable[[Endpoint], Callable[..., HttpResponse]]:
    """Make a view of a function that takes the read parameters and returns a document."""

    def decorate(function: Endpoint) -> Callable[..., HttpResponse]:
        # Nothing is ever written here: a POST is told so as a problem, not as a forged form.
        @csrf_exempt
        @wraps(function)
        def view(request: HttpRequest, **captured: str) -> HttpResponse:
            def made() -> Made:
                document, seconds = function(single_values(request, parameters), **captured)
                body = document if isinstance(document, bytes) else _encoded(document)
                return Made(body, "application/json", seconds)

            # Only refusals are in words of one language: texts are always given in all three.
            with override(preferred_language(request)):
                return answered(request, made)

        return view

    return decorate


def _encoded(document: api.Document) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _situation(values: Values) -> tuple[PublicSituation, int]:
    now = timezone.now()
    if "at" not in values:
        public = present(now)
        return public, seconds_to_keep(public)
    asked: datetime = instant("at", values["at"])
    return at_instant(asked), seconds_to_keep(present(now))


def _known_region(code: str) -> str:
    if code not in present_atlas().regions:
        raise Problem(404, _("Not found"), _("There is no region with this code."))
    return code


@endpoint("at")
def situation(values: Values) -> Answer:
    """Answer for the country and its regions."""
    public, seconds = _situation(values)
    return api.situation_document(public), seconds


@endpoint("at")
def region(values: Values, code: str) -> Answer:
    """Answer for one region of any kind."""
    public, seconds = _situation(values)
    _known_region(code)
    return api.region_document(public.place(code), public), seconds


@endpoint()
def region_history(values: Values, code: str) -> Answer:
    """List all periods that ever bore on a region."""
    now = timezone.now()
    periods = history(_known_region(code))
    return api.history_document(code, periods), seconds_to_keep(present(now))


@endpoint()
def levels(values: Values) -> Answer:
    """Give the scale with its definitions and advice."""
    now = timezone.now()
    rows = LevelText.objects.in_force(now).order_by("level", "pk")
    document = api.levels_document(rows, Advice.objects.in_force(now).general())
    return document, seconds_to_keep(present(now))


@endpoint("region", "since", "page")
def declarations(values: Values) -> Answer:
    """List the ledger, newest first."""
    rows: Any = Declaration.objects.of_ledger(exercise=False).newest_first()
    if "region" in values:
        tree = present_atlas().tree
        code = values["region"]
        if code not in tree:
            raise bad_request("region", _("There is no region with this code."))
        rows = rows.naming([code, *tree.ancestors(code), *tree.descendants(code)])
    if "since" in values:
        rows = rows.filter(published_at__gte=instant("since", values["since"]))
    number = page_number("page", values.get("page", "1"))
    pages = Paginator(
        rows.select_related("refers_to", "bulletin").prefetch_related("regions__region"), PAGE_SIZE
    )
    try:
        page = pages.page(number)
    except EmptyPage as error:
        raise Problem(404, _("Not found"), _("There is no such page."), "page") from error
    document = {
        "page": number,
        "pages": pages.num_pages,
        "count": pages.count,
        "declarations": [api.declaration_summary(row) for row in page],
    }
    now = timezone.now()
    return document, seconds_to_keep(present(now))


@endpoint()
def declaration(values: Values, number: str) -> Answer:
    """Give one declaration with its bulletin."""
    published = Declaration.objects.of_ledger(exercise=False).published()
    # PostgreSQL refuses to be asked for a NUL: only what can be a number is looked up.
    known = published.filter(number=number) if NUMBER.fullmatch(number) else published.none()
    row = known.select_related("bulletin").first()
    if row is None:
        raise Problem(404, _("Not found"), _("There is no declaration with this number."))
    link = short_address_of(settings.BASE_URL, number)
    messages = messages_about(json.loads(bytes(row.bulletin.body)), present_atlas(), link)
    return api.declaration_document(number, row.bulletin, messages), IMMUTABLE


@endpoint()
def openapi(values: Values) -> Answer:
    """Give the description of this API."""
    return OPENAPI, IMMUTABLE


@endpoint()
def unknown(values: Values) -> Answer:
    """Refuse an address that the API does not have."""
    raise Problem(404, _("Not found"), _("The API has no such address."))
