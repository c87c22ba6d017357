"""Posters: of a place, of a level, each as it is told now."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guidance.channels.posters.address import guide_version, level_version, place_version
from guidance.channels.posters.guide import of_scale
from guidance.channels.posters.levels import of_level
from guidance.channels.posters.places import of_place
from guidance.channels.posters.sheet import Sheet
from guidance.rules.levels import Level
from guidance.shown.guide import SCALE
from guidance.shown.marks import level_key
from guidance.shown.outlook import Outlook
from guidance.shown.request import present_ground
from guidance.views.regions import moved
from guidance.views.sheets import sheet_of

LEVELS: dict[str, Level | None] = {level_key(level): level for level in SCALE}


@require_safe
def region_poster(request: HttpRequest, slug: str) -> HttpResponse:
    """Print the level of a place."""
    ground = present_ground(request, timezone.now())
    found = ground.atlas.by_slug.get(slug)
    if found is None:
        return moved(request, slug)

    def sheet() -> Sheet:
        return of_place(Outlook(ground, found, ground.book.periods_around(found.code)))

    return sheet_of(request, place_version(ground, found), sheet, f"{found.slug}-{ground.lang}")


@require_safe
def level_poster(request: HttpRequest, key: str) -> HttpResponse:
    """Print what a level means and what to do under it; for no level, advice for every day."""
    if key not in LEVELS:
        raise Http404(_("There is no such page"))
    ground, level = present_ground(request, timezone.now()), LEVELS[key]
    name = f"{key}-{ground.lang}"
    return sheet_of(request, level_version(ground, level), lambda: of_level(ground, level), name)


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """Print what all levels mean."""
    ground = present_ground(request, timezone.now())
    name = f"levels-{ground.lang}"
    return sheet_of(request, guide_version(ground), lambda: of_scale(ground), name)
