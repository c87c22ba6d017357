"""One declaration, for ever, and its short address."""

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guidance.channels.cards.address import picture_address, present_operator
from guidance.channels.cards.telling import of_declaration
from guidance.channels.linked.levels import of_declaration as linked_declaration
from guidance.channels.linked.nodes import present_site
from guidance.models import Declaration
from guidance.publishing.entering import EXERCISE_PREFIX
from guidance.shown.declaration_page import DeclarationPage
from guidance.shown.request import kept_shortly, present_ground
from guidance.views.languages import preferred_language

# People type the code by hand: the hyphen may be missing, and the letters may be small.
TYPED = re.compile(
    r"(?P<drill>EX-?)?(?P<year>[0-9]{4})-?(?P<serial>[0-9]{4,7})", re.ASCII | re.IGNORECASE
)


@require_safe
def declaration(request: HttpRequest, number: str) -> HttpResponse:
    """Show what a declaration said when it was issued, and what is true now."""
    at = timezone.now()
    ground = present_ground(request, at, exercise=number.startswith(EXERCISE_PREFIX))
    found = ground.book.declaration(number)
    if found is None:
        raise Http404(_("There is no such page"))
    page = DeclarationPage(ground, found, settings.BASE_URL)
    context = {
        "shown": page,
        "guide_address": f"/{ground.lang}/levels/",
        "about": f"{page.exercise}{page.label}. {page.reason}",
        "picture": _picture(page),
        "linked": linked_declaration(present_site(ground.lang), page),
    }
    response = render(request, "guidance/declaration.html", context)
    return kept_shortly(response, ground.public, present_ground(request, at).public)


def _picture(page: DeclarationPage) -> str:
    path = f"/{page.lang}/declarations/{page.act.number}/card.png"
    return picture_address(path, of_declaration(page, present_operator()), page.ground.at)


@require_safe
def short_address(request: HttpRequest, code: str) -> HttpResponse:
    """Lead from a short address to the declaration in the reader's language."""
    typed = TYPED.fullmatch(code)
    if typed is None:
        raise Http404(_("There is no such page"))
    exercise = typed["drill"] is not None
    number = f"{EXERCISE_PREFIX if exercise else ''}{typed['year']}-{typed['serial']}"
    ledger = Declaration.objects.published().of_ledger(exercise=exercise)
    if not ledger.filter(number=number).exists():
        raise Http404(_("There is no such page"))
    response = redirect(f"/{preferred_language(request)}/declarations/{number}/?check=1")
    response["Vary"] = "Accept-Language"
    return response
