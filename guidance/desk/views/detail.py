"""One declaration at the desk: check and preview of a draft, its state, its steps."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guidance.desk import messages
from guidance.desk.approvers import nobody_here_approves
from guidance.desk.forms.steps import SubmitForm
from guidance.desk.records import saw_address
from guidance.desk.referring import NEVER
from guidance.desk.scene import Scene
from guidance.desk.trail import acted_for, trail_of
from guidance.desk.verdict import Judged, heading, judge
from guidance.desk.views.door import (
    at_the_desk,
    declaration_or_404,
    page,
    refused,
    refused_attempt,
)
from guidance.desk.views.handing import hand_over
from guidance.desk.words import moment_label
from guidance.models import LANGUAGES, AuditEntry, Declaration
from guidance.publish import NotAllowed, StepRefused
from guidance.publish import take_back as take_draft_back
from guidance.publishing.facts import codes
from guidance.publishing.people import concerned
from guidance.rules.acts import ActKind
from guidance.rules.texts import capitalised

ORDER_ROWS = 20


@at_the_desk
def declaration(request: HttpRequest, scene: Scene, pk: int) -> HttpResponse:
    """Show a declaration: a draft with its check, anything else with its state."""
    found = declaration_or_404(scene, pk)
    if found.is_editable:
        judged = judge(scene, found)
        form = SubmitForm(scene=scene, warned=judged.warnings)
        return _show_draft(request, scene, found, judged, form)
    judged = judge(scene, found) if found.status == "SUBMITTED" else Judged()
    return render(request, "desk/declaration.html", _context(scene, found, judged))


@at_the_desk
def submit(request: HttpRequest, scene: Scene, pk: int) -> HttpResponse:
    """Hand a checked draft to the approvers."""
    found = declaration_or_404(scene, pk)
    if not found.is_editable:
        messages.info(request, _("This was submitted already."))
    if request.method != "POST" or not found.is_editable:
        return redirect(scene.address("declaration", pk=pk))
    if not scene.may_draft_at(found.desk):
        reason = _("You have no right to submit this draft.")
        return refused_attempt(request, scene, AuditEntry.Action.SUBMITTED, reason, found=found)
    judged = judge(scene, found)
    form = SubmitForm(data=request.POST, scene=scene, warned=judged.warnings)
    if judged.blocks or not form.is_valid():
        return _show_draft(request, scene, found, judged, form)
    return hand_over(request, scene, found, judged, deadline_at=form.cleaned_data["deadline_at"])


@at_the_desk
def take_back(request: HttpRequest, scene: Scene, pk: int) -> HttpResponse:
    """Take a submitted draft back before the approver acts."""
    found = declaration_or_404(scene, pk)
    if request.method == "POST":
        try:
            take_draft_back(found, by=scene.user, at=scene.at, address=scene.visitor)
        except NotAllowed:
            return refused(request, _("You have no right to take this back."))
        except StepRefused:
            messages.error(request, _("It is too late to take this back: it was decided."))
        else:
            messages.success(request, _("Taken back. It is a draft again."))
    return redirect(scene.address("declaration", pk=pk))


def _show_draft(
    request: HttpRequest, scene: Scene, found: Declaration, judged: Judged, form: SubmitForm
) -> HttpResponse:
    problems = list(form.summary()) if form.is_bound else []
    approvers = nobody_here_approves(scene, found)
    context = _context(
        scene, found, judged, form=form, problems=problems, nobody_approves=approvers
    )
    return render(request, "desk/draft.html", context)


def _published_at(scene: Scene, found: Declaration) -> str:
    if found.published_at is None:
        return ""
    return moment_label(found.published_at, scene.zone(scene.home), scene.lang)


def _of_same_order(scene: Scene, found: Declaration) -> list[tuple[int, str]]:
    """Name what else the desk wrote to carry out the same order."""
    if not found.order_number:
        return []
    rows = (
        scene.readable()
        .filter(order_number=found.order_number, authority=found.authority_id)
        .exclude(pk=found.pk)
    )
    whole = rows.select_related("refers_to").prefetch_related("regions__region")
    return [(row.pk, heading(scene, row, codes(row))) for row in whole.order_by("pk")[:ORDER_ROWS]]


def _may_speak_of(scene: Scene, found: Declaration, kind: ActKind) -> bool:
    can_be = found.is_published and found.act not in NEVER[kind]
    return can_be and scene.may_draft(concerned(found))


def _context(scene: Scene, found: Declaration, judged: Judged, **more: Any) -> dict[str, Any]:
    trail = trail_of(scene, found)
    return page(
        heading(scene, found, codes(found)),
        crumb=found.number or capitalised(str(found.get_status_display())),
        declaration=found,
        judged=judged,
        author=scene.person(found.author),
        published_at=_published_at(scene, found),
        summaries=[(lang, getattr(found, f"summary_{lang}")) for lang in LANGUAGES],
        trail=trail,
        saw=saw_address(scene, found),
        acted_for=acted_for(trail) if found.is_published else "",
        same_order=_of_same_order(scene, found),
        may_draft=scene.may_draft_at(found.desk),
        may_correct=_may_speak_of(scene, found, ActKind.CORRECT),
        may_withdraw=_may_speak_of(scene, found, ActKind.WITHDRAW),
        **more,
    )
