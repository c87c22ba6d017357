"""The portal's own status: the ledger, how fast a level goes out, what drills showed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from guidance.models import Ledger, LedgerCheck
from guidance.shown.drills import last_drills
from guidance.shown.ground import Ground
from guidance.shown.marks import Moment, shown_moment
from guidance.shown.request import LONGEST_SECONDS, kept_shortly, present_ground


@require_safe
def status(request: HttpRequest) -> HttpResponse:
    """Say what the portal can honestly say of itself now."""
    ground = present_ground(request, timezone.now())
    ledger = Ledger.objects.get(exercise=False)
    check = LedgerCheck.objects.order_by("-checked_at", "-pk").first()
    context = {
        "as_of": ground.as_of,
        "ledger": ledger,
        "published": _moment(ground, ledger.last_published_at),
        "check": check,
        "checked": _moment(ground, check.checked_at if check is not None else None),
        "seconds": LONGEST_SECONDS,
        "drills": list(last_drills(ground)),
    }
    return kept_shortly(render(request, "guidance/status.html", context), ground.public)


def _moment(ground: Ground, at: object) -> Moment | None:
    if at is None:
        return None
    return shown_moment(at, ground.country.time_zone, ground.lang, offset=True)  # type: ignore[arg-type]
