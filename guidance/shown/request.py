"""One instant, one situation and one language for everything that a page shows."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.template import Context
from django.utils.translation import get_language

from guidance.shown.ground import Ground
from guidance.shown.stored_book import present_book
from guidance.situations import PublicSituation, present

KEPT = "_grounds"
# A new level is to be seen 5 seconds after its approval: also by a reader whose own device keeps
# the page it was shown a moment before.
LONGEST_SECONDS = 4


def present_ground(request: HttpRequest | None, at: datetime, *, exercise: bool = False) -> Ground:
    """Give the situation now; whoever asks first in a request fixes the instant of its page."""
    lang = get_language() or "kk"
    kept: Mapping[bool, Ground] = getattr(request, KEPT, {})
    ground = kept.get(exercise)
    if ground is not None and ground.lang == lang:
        return ground
    if ground is not None:
        ground = replace(ground, lang=lang)
    else:
        moment = next((each.at for each in kept.values()), at)
        public = present(moment, exercise=exercise)
        ground = Ground(public, lang, present_book(public))
    if request is not None:
        setattr(request, KEPT, {**kept, exercise: ground})
    return ground


def stand_on(request: HttpRequest, ground: Ground) -> None:
    """Let the page of a request show this situation of its ledger, and the other at its instant."""
    setattr(request, KEPT, {ground.public.exercise: ground})


def seconds_to_keep(public: PublicSituation) -> int:
    """Tell how long the situation now may be kept: briefly, and never past the next change."""
    valid_until = public.situation.valid_until
    if valid_until is None:
        return LONGEST_SECONDS
    return max(0, min(LONGEST_SECONDS, int((valid_until - public.at).total_seconds())))


def ground_of(context: Context, at: datetime) -> Ground:
    """Give the situation of the page that a template is rendered for."""
    return present_ground(getattr(context, "request", None) or context.get("request"), at)


def kept_shortly(response: HttpResponse, *shown: PublicSituation) -> HttpResponse:
    """Let caches keep a page for as long as the situations hold that it shows."""
    response["Cache-Control"] = f"public, max-age={min(map(seconds_to_keep, shown))}"
    return response
