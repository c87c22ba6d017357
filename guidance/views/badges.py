"""Badges that other sites show: a picture, a page for their frames, and how to embed both."""

from collections.abc import Callable
from functools import wraps

from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from guidance.channels.badge.colours import SCHEMES
from guidance.channels.badge.drawing import Wanted, drawn
from guidance.channels.badge.layout import DEFAULT, SIZES
from guidance.channels.cards.drawing import shapes
from guidance.shown.badge import Badge, badge_of, badge_of_nothing
from guidance.shown.badge_page import badge_page
from guidance.shown.ground import Ground
from guidance.shown.outlook import Outlook
from guidance.shown.request import kept_shortly, present_ground, seconds_to_keep
from guidance.views.coded import led_to, true_code

View = Callable[[HttpRequest, Ground, str], HttpResponse]


def of_place(name: str) -> Callable[[View], Callable[..., HttpResponse]]:
    """Give a view the place that is meant, or no code; lead from other spellings of it."""

    def decorate(view: View) -> Callable[..., HttpResponse]:
        @require_safe
        @wraps(view)
        def answer(request: HttpRequest, code: str) -> HttpResponse:
            ground = present_ground(request, timezone.now())
            found = true_code(ground, code)
            if found is not None and found != code:
                return _for_all(led_to(request, name, found))
            return view(request, ground, found or "")

        return answer

    return decorate


@of_place("badge_picture")
def badge_picture(request: HttpRequest, ground: Ground, code: str) -> HttpResponse:
    """Draw the level of a place; what is not known is drawn as such, never as a broken picture."""
    size, scheme = request.GET.get("size", DEFAULT), request.GET.get("theme", "auto")
    status = 200 if code else 404
    if size not in SIZES or scheme not in SCHEMES:
        size, scheme, status = DEFAULT, "auto", 400
    badge = _badge(ground, code) if status == 200 else badge_of_nothing(ground.lang)
    drawing = drawn(Wanted(badge, ground.lang, size, scheme, settings.IS_OFFICIAL_CHANNEL))
    response = HttpResponse(drawing.body, "image/svg+xml", status)
    if status == 200:
        response = get_conditional_response(request, drawing.etag, response=response) or response
        response["ETag"] = drawing.etag
    return _open_to_all(response, ground, f"style-src {drawing.style_source}")


@csp_replace({"frame-ancestors": ["*"]})
@xframe_options_exempt
@of_place("badge_frame")
def badge_frame(request: HttpRequest, ground: Ground, code: str) -> HttpResponse:
    """Show the level of a place inside another site's page."""
    badge = _badge(ground, code) if code else badge_of_nothing(ground.lang)
    scheme = request.GET.get("theme", "auto")
    context = {
        "badge": badge,
        "shape": shapes().get(badge.mark.key, []),
        "scheme": scheme if scheme in SCHEMES[1:] else "",
        "is_official": settings.IS_OFFICIAL_CHANNEL,
        "operator": settings.OPERATOR_NAME[ground.lang],
    }
    status = 200 if code else 404
    response = render(request, "guidance/badge_frame.html", context, status=status)
    kept_shortly(response, ground.public)["Cache-Control"] += ", must-revalidate"
    return _for_all(response)


@csp_update({"frame-src": ["'self'"]})
@of_place("badge")
def badge(request: HttpRequest, ground: Ground, code: str) -> HttpResponse:
    """Explain how another site embeds the badge of a place."""
    if not code:
        raise Http404(_("There is no such place"))
    context = badge_page(ground, ground.atlas.regions[code])
    return kept_shortly(render(request, "guidance/badge.html", context), ground.public)


def _badge(ground: Ground, code: str) -> Badge:
    region = ground.atlas.regions[code]
    return badge_of(Outlook(ground, region, ground.book.periods_around(code)))


def _open_to_all(response: HttpResponse, ground: Ground, style: str) -> HttpResponse:
    """Let other sites show a picture, which itself may load and run nothing."""
    seconds = seconds_to_keep(ground.public)
    # A cache may not fall back on an old badge, not even while the portal is down.
    response["Cache-Control"] = f"public, max-age={seconds}, must-revalidate"
    response["Content-Security-Policy"] = f"default-src 'none'; {style}; sandbox"
    response["Access-Control-Allow-Origin"] = "*"
    return _for_all(response)


def _for_all(response: HttpResponse) -> HttpResponse:
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
