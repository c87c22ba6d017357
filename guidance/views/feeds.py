"""Declarations as feeds, in one language: of the whole country, or of what bears on one region."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from guidance.channels.atom import MEDIA_TYPE, atom
from guidance.models import Declaration
from guidance.shown.level_feed import level_feed
from guidance.shown.places import place_name
from guidance.shown.request import present_ground, seconds_to_keep
from guidance.views.coded import region_of_code
from guidance.views.machines import Made, answered
from guidance.views.parameters import single_values

MOST = 50


@csrf_exempt  # a POST is told as a problem that nothing is written here
def levels_atom(request: HttpRequest) -> HttpResponse:
    """Answer with the latest declarations."""
    return answered(request, lambda: _made(request, ""))


@csrf_exempt
def region_atom(request: HttpRequest, code: str) -> HttpResponse:
    """Answer with the latest declarations that bear on a region, its parts or what holds it."""
    return answered(request, lambda: _made(request, code))


def _made(request: HttpRequest, code: str) -> Made:
    single_values(request, ())
    ground = present_ground(request, timezone.now())
    rows = Declaration.objects.of_ledger(exercise=False).newest_first()
    place, path = ground.country, "feeds/levels.atom"
    if code:
        place, path = region_of_code(ground, code), f"feeds/regions/{code}.atom"
        tree = ground.atlas.tree
        rows = rows.naming([*tree.lineage(code), *tree.descendants(code)])
    loaded = rows.select_related("authority").prefetch_related("regions")[:MOST]
    feed = level_feed(ground, loaded, path, place_name(place, ground.lang))
    seconds = seconds_to_keep(ground.public)
    return Made(atom(feed), f"{MEDIA_TYPE}; charset=utf-8", seconds, feed.updated_at)
