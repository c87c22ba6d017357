"""One declaration, for ever, and its short address."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guidance.channels.cards.address import picture_address, present_operator
from guidance.channels.cards.telling import of_declaration
from guidance.channels.linked.levels import of_declaration as linked_declaration
from guidance.channels.linked.nodes import present_site
from guidance.models import Declaration
from guidance.publishing.entering import EXERCISE_PREFIX
from guidance.rules.codes_in_text import Code, codes_in
from guidance.shown.declaration_page import DeclarationPage
from guidance.shown.request import kept_shortly, present_ground
from guidance.views.languages import preferred_language

LONGEST_CODE = 80


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
        "is_checked": request.GET.get("check") == "1",
    }
    response = render(request, "guidance/declaration.html", context)
    return kept_shortly(response, ground.public, present_ground(request, at).public)


def _picture(page: DeclarationPage) -> str:
    path = f"/{page.lang}/declarations/{page.act.number}/card.png"
    return picture_address(path, of_declaration(page, present_operator()), page.ground.at)


@require_safe
def short_address(request: HttpRequest, code: str) -> HttpResponse:
    """Lead from a short address to the verdict, in the reader's language."""
    lang, found = preferred_language(request), codes_in(code).codes
    if len(found) == 1 and _is_published(found[0]):
        response = redirect(f"/{lang}/declarations/{found[0].number}/?check=1")
    else:
        # The form says that there is no such code, and how else a message can be checked.
        response = redirect(f"/{lang}/check/?{urlencode({'code': code[:LONGEST_CODE]})}")
    response["Vary"] = "Accept-Language"
    return response


def _is_published(code: Code) -> bool:
    ledger = Declaration.objects.published().of_ledger(exercise=code.is_exercise)
    return bool(ledger.filter(number=code.number).exists())
