"""One declaration, for ever, and its short address."""

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guidance.models import Declaration
from guidance.shown.declaration_page import DeclarationPage
from guidance.shown.request import kept_shortly, present_ground
from guidance.views.languages import preferred_language

# People type the code by hand: the hyphen may be missing.
TYPED = re.compile(r"(?P<year>[0-9]{4})-?(?P<serial>[0-9]{4,7})", re.ASCII)


@require_safe
def declaration(request: HttpRequest, number: str) -> HttpResponse:
    """Show what a declaration said when it was issued, and what is true now."""
    ground = present_ground(request, timezone.now())
    found = ground.book.declaration(number)
    if found is None:
        raise Http404(_("There is no such page"))
    page = DeclarationPage(ground, found, settings.BASE_URL)
    context = {"shown": page, "guide_address": f"/{ground.lang}/levels/"}
    return kept_shortly(render(request, "guidance/declaration.html", context), ground.public)


@require_safe
def short_address(request: HttpRequest, code: str) -> HttpResponse:
    """Lead from a short address to the declaration in the reader's language."""
    typed = TYPED.fullmatch(code)
    if typed is None:
        raise Http404(_("There is no such page"))
    number = f"{typed['year']}-{typed['serial']}"
    if not Declaration.objects.published().of_ledger(exercise=False).filter(number=number).exists():
        raise Http404(_("There is no such page"))
    response = redirect(f"/{preferred_language(request)}/declarations/{number}/?check=1")
    response["Vary"] = "Accept-Language"
    return response
