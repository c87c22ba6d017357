"""Pictures to share: of a place, a declaration, the country, a level; each as it is told now."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guidance.channels.cards.address import present_operator
from guidance.channels.cards.telling import of_country, of_declaration, of_level, of_place
from guidance.publishing.entering import EXERCISE_PREFIX
from guidance.rules.levels import Level
from guidance.shown.declaration_page import DeclarationPage
from guidance.shown.outlook import Outlook
from guidance.shown.region_page import region_facts
from guidance.shown.request import present_ground
from guidance.views.pictures import picture_of
from guidance.views.regions import moved


@require_safe
def region_card(request: HttpRequest, slug: str) -> HttpResponse:
    """Draw the level of a place."""
    ground = present_ground(request, timezone.now())
    found = ground.atlas.by_slug.get(slug)
    if found is None:
        return moved(request, slug)
    outlook = Outlook(ground, found, ground.book.periods_around(found.code))
    shown = region_facts(outlook, "", settings.BASE_URL)
    return picture_of(request, of_place(outlook, shown, present_operator()), ground.at)


@require_safe
def declaration_card(request: HttpRequest, number: str) -> HttpResponse:
    """Draw what a declaration said, and whether it holds."""
    exercise = number.startswith(EXERCISE_PREFIX)
    ground = present_ground(request, timezone.now(), exercise=exercise)
    found = ground.book.declaration(number)
    if found is None:
        raise Http404(_("There is no such page"))
    page = DeclarationPage(ground, found, settings.BASE_URL)
    return picture_of(request, of_declaration(page, present_operator()), ground.at)


@require_safe
def country_card(request: HttpRequest) -> HttpResponse:
    """Draw the status of the country."""
    ground = present_ground(request, timezone.now())
    return picture_of(request, of_country(ground, present_operator()), ground.at)


@require_safe
def level_card(request: HttpRequest, key: str) -> HttpResponse:
    """Draw what a level means."""
    if key not in {level.name.lower() for level in Level}:
        raise Http404(_("There is no such page"))
    ground = present_ground(request, timezone.now())
    return picture_of(request, of_level(ground, Level[key.upper()], present_operator()), ground.at)
