"""The door of the desk: who comes in, what they may open, and how they are turned away."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from guidance.desk.history.reach import audit_of
from guidance.desk.scene import Scene
from guidance.models import Declaration
from guidance.publishing.records import record_refusal
from guidance.shown.ledgers import is_in_exercise
from guidance.shown.request import present_ground
from guidance.visitor import visitor_address

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Scene, P], HttpResponse]


def scene_of(request: HttpRequest) -> Scene:
    """Give what the desk knows at the moment of a request, in the ledger of its address."""
    ground = present_ground(request, timezone.now(), exercise=is_in_exercise(request))
    return Scene(request.user, ground, visitor_address(request))


def at_the_desk(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give a view its scene; turn away who has no role at any desk, administrators included."""

    @wraps(view)
    def with_scene(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        scene = scene_of(request)
        if not scene.rows:
            return refused(request, _("You have no role at any desk."))
        return view(request, scene, *args, **kwargs)

    return cast(Callable[Concatenate[HttpRequest, P], HttpResponse], with_scene)


def at_the_audit(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give a view its scene and what its person audits; turn away who audits nothing."""

    @wraps(view)
    def with_reach(request: HttpRequest) -> HttpResponse:
        exercise = is_in_exercise(request)
        ground = present_ground(request, timezone.now(), exercise=exercise)
        scene = Scene(request.user, ground, visitor_address(request))
        reach = audit_of(scene)
        if reach is None:
            return refused(request, _("Only auditors and administrators read the audit."))
        return view(request, scene, reach)

    return with_reach


def declaration_or_404(scene: Scene, pk: int) -> Declaration:
    """Give a declaration of the request's ledger; to another desk's eyes a draft isn't there."""
    readable = (
        scene.readable()
        .with_facts()
        .select_related(
            "author", "approver", "desk__region", "authority", "legal_basis", "refers_to"
        )
    )
    return get_object_or_404(readable, pk=pk)


def refused_attempt(
    request: HttpRequest,
    scene: Scene,
    action: str,
    reason: str,
    *,
    found: Declaration | None = None,
    why: str = "NotAllowed",
) -> HttpResponse:
    """Turn an attempt away before the ledger is asked, and write down that it was made."""
    record_refusal(action, why, scene.user, scene.at, scene.visitor, declaration=found)
    return refused(request, reason)


def refused(request: HttpRequest, reason: str) -> HttpResponse:
    """Say that this person may not do this, and why."""
    context = page(_("Not allowed"), reason=reason)
    return render(request, "desk/refused.html", context, status=403)


def page(title: str, *, crumb: str = "", **context: Any) -> dict[str, Any]:
    """Give what every page of the desk needs: its title and the way back.

    A long title stands on the page and has a short crumb; a short one is its own crumb.
    """
    short = "" if title == _("Desk") else crumb or title
    return {"title": title, "has_long_title": bool(crumb), "crumb": short, **context}
