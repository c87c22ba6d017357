"""Timed drills at the desk: the order that runs, what earlier ones showed, a new order."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guidance.desk import messages
from guidance.desk.forms.drill import DrillForm
from guidance.desk.proofs import proofs
from guidance.desk.scene import Scene
from guidance.desk.views.door import page, refused, refused_attempt, scene_of
from guidance.exercises.drills import DrillUnderWay, may_start_drills, open_drill, start_drill
from guidance.models import AuditEntry, Drill
from guidance.publish import NotAllowed
from guidance.shown.drills import drill_row, with_steps

MOST = 50
View = Callable[[HttpRequest, Scene, bool], HttpResponse]


def at_the_drills(view: View) -> Callable[[HttpRequest], HttpResponse]:
    """Let in who has a role at a desk, and administrators, who may order drills without one."""

    @wraps(view)
    def with_scene(request: HttpRequest) -> HttpResponse:
        scene = scene_of(request)
        may_start = may_start_drills(scene.user, scene.at)
        if not scene.rows and not may_start:
            return refused(request, _("You have no role at any desk."))
        return view(request, scene, may_start)

    return with_scene


@at_the_drills
def drills(request: HttpRequest, scene: Scene, may_start: bool) -> HttpResponse:
    """Show the orders that run and what the last ones showed."""
    rows = with_steps(Drill.objects.order_by("-started_at", "-pk"))
    if scene.rows:
        rows = rows.filter(desk__region__code__in=scene.readable_desks)
    under_way = [drill for desk in scene.desks if (drill := open_drill(desk, scene.at))]
    context = page(
        _("Drills"),
        orders=[_order(scene, drill) for drill in under_way],
        rows=[drill_row(scene.ground, drill) for drill in rows[:MOST]],
        proofs=proofs(scene),
        may_start=may_start,
    )
    return render(request, "desk/drills.html", context)


@at_the_drills
def start(request: HttpRequest, scene: Scene, may_start: bool) -> HttpResponse:
    """Give a desk the order: this level on this place, go."""
    if not may_start:
        reason = _("Drills are ordered by administrators and by the republican desk.")
        return refused_attempt(request, scene, AuditEntry.Action.DRILL_STARTED, reason)
    form = DrillForm(data=request.POST if request.method == "POST" else None, scene=scene)
    if form.is_bound and form.is_valid():
        try:
            start_drill(
                form.cleaned_data["desk"], by=scene.user, at=scene.at, address=scene.visitor,
                **form.order(),
            )  # fmt: skip
        except DrillUnderWay:
            form.add_error("desk", _("This desk has a drill that it has not finished yet."))
        except NotAllowed:
            return refused(request, _("You have no right to start a drill."))
        else:
            messages.success(request, _("The drill has begun: the clock runs."))
            return redirect(scene.address("drills"))
    problems = list(form.summary()) if form.is_bound else []
    context = page(_("Start a drill"), form=form, problems=problems)
    return render(request, "desk/start_drill.html", context)


def _order(scene: Scene, drill: Drill) -> dict[str, Any]:
    """Give an order that runs, and where it is answered."""
    row = drill_row(scene.ground, with_steps(Drill.objects.filter(pk=drill.pk)).get())
    if row.declared is None:
        act = f"{scene.address('declare')}?region={drill.region.code}"
    else:
        act = f"{scene.address('withdraw')}?declaration={row.declared.number}"
    may_act = scene.may_draft_at(drill.desk)
    return {"row": row, "address": act, "may_act": may_act}
