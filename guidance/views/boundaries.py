"""Boundaries: the open file, and the outlines with which a device finds its own region."""

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page

from guidance.channels.boundaries import MEDIA_TYPE, geojson, outlines
from guidance.stored.atlas import present_atlas
from guidance.views.machines import Made, answered
from guidance.views.parameters import single_values

SECONDS = 3_600
# The codes of the device's own refusals: denied, unavailable, too late.
DENIED, UNAVAILABLE, TIMEOUT = 1, 2, 3


@csrf_exempt  # a POST is told as a problem that nothing is written here
@gzip_page
def boundaries(request: HttpRequest) -> HttpResponse:
    """Answer with the boundaries under ODbL."""

    def made() -> Made:
        single_values(request, ())
        return Made(geojson(present_atlas()), MEDIA_TYPE, SECONDS)

    return answered(request, made)


@csrf_exempt
@gzip_page
def device_outlines(request: HttpRequest) -> HttpResponse:
    """Answer with what a device needs to find its region by itself: outlines, script, words."""

    def made() -> Made:
        single_values(request, ())
        script = static("portal/js/nearby.js")
        body = outlines(present_atlas(), get_language() or "kk", script=script, words=_words())
        return Made(body, "application/json", SECONDS)

    return answered(request, made)


def _words() -> dict[str | int, str]:
    unknown = _("Your position could not be found. Choose from the list.")
    return {
        "here": _("You are here:"),
        "border": _("The border is near. Choose your region:"),
        "abroad": _("You seem to be outside Kazakhstan. Choose from the list."),
        "rough": _("Your position is known too roughly. Choose from the list."),
        DENIED: _("This device does not tell its position. Choose from the list."),
        UNAVAILABLE: unknown,
        TIMEOUT: unknown,
    }
