"""Handing a draft to the approvers: after its check, or together with saving it."""

from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from guidance.desk import messages
from guidance.desk.forms.steps import SOON, SubmitForm
from guidance.desk.scene import Scene
from guidance.desk.stored import draft_of
from guidance.desk.verdict import Judged, judge
from guidance.desk.views.door import declaration_or_404, refused
from guidance.models import Declaration
from guidance.publish import NotAllowed, NotReady, WrongState, save_draft
from guidance.publish import submit as submit_draft
from guidance.rules.errors import RuleError


def hand_over_at_once(request: HttpRequest, scene: Scene, saved: Declaration) -> HttpResponse:
    """Submit what was just saved, if nothing stops it and every warning was ticked."""
    found = declaration_or_404(scene, saved.pk)
    judged = judge(scene, found)
    posted = request.POST.copy()
    posted["deadline_kind"] = SOON
    form = SubmitForm(data=posted, scene=scene, warned=judged.warnings)
    if judged.blocks or not form.is_valid():
        messages.error(
            request, _("Saved as a draft, not yet submitted: look at the check below first.")
        )
        return redirect(scene.address("declaration", pk=found.pk))
    return hand_over(request, scene, found, judged, deadline_at=None)


def hand_over(
    request: HttpRequest,
    scene: Scene,
    found: Declaration,
    judged: Judged,
    *,
    deadline_at: datetime | None,
) -> HttpResponse:
    """Submit a draft whose warnings were all seen."""
    seen = tuple(warning.code for warning in judged.warnings)
    try:
        if seen != tuple(found.warnings_seen):
            found = save_draft(
                replace(draft_of(found), warnings_seen=seen), by=scene.user, desk=found.desk,
                at=scene.at, address=scene.visitor, exercise=found.exercise, declaration=found,
                version=found.version,
            )  # fmt: skip
        submit_draft(
            found, by=scene.user, at=scene.at, address=scene.visitor, deadline_at=deadline_at
        )
    except NotAllowed:
        return refused(request, _("You have no right to submit this draft."))
    except (NotReady, RuleError, WrongState):
        messages.error(request, _("The draft was not submitted: look at the check below."))
    else:
        messages.success(request, _("Submitted. Another person must approve it."))
    return redirect(scene.address("declaration", pk=found.pk))
