"""The decision of another person: approve, return, reject."""

from collections.abc import Callable
from time import monotonic
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guidance.desk import messages
from guidance.desk.changed import shown_change
from guidance.desk.consequences import consequences
from guidance.desk.forms import ABOUT_A_DECLARATION
from guidance.desk.forms.steps import ApprovalForm, ReasonedForm
from guidance.desk.pledge import pledge
from guidance.desk.referring import Named, choices
from guidance.desk.scene import Scene
from guidance.desk.seals import SEALS
from guidance.desk.second_factor import second_factor
from guidance.desk.trail import trail_of
from guidance.desk.verdict import judge
from guidance.desk.views.door import (
    at_the_desk,
    declaration_or_404,
    page,
    refused,
    refused_attempt,
)
from guidance.models import AuditEntry, Declaration, OutboxRow
from guidance.publish import (
    AuthorNotAllowed,
    NotAllowed,
    ReasonNeeded,
    SamePerson,
    SituationChanged,
    WrongState,
    publish,
    reject,
    return_,
)
from guidance.publishing.people import concerned
from guidance.publishing.records import record_refusal
from guidance.rules.acts import ActKind
from guidance.rules.levels import Level

Verb = Callable[..., Declaration]
ATTEMPTS = {"return": AuditEntry.Action.RETURNED, "reject": AuditEntry.Action.REJECTED}


@at_the_desk
def approval(request: HttpRequest, scene: Scene, pk: int) -> HttpResponse:
    """Show what is asked, and take the decision of somebody who didn't write it."""
    found = declaration_or_404(scene, pk)
    if found.status != "SUBMITTED":
        if request.method == "POST":
            decision = request.POST.get("decision", "")
            action = ATTEMPTS.get(decision, AuditEntry.Action.PUBLISHED)
            record_refusal(
                action, "WrongState", scene.user, scene.at, scene.visitor, declaration=found
            )
            messages.error(request, _("This was decided meanwhile."))
        return redirect(scene.address("declaration", pk=pk))
    return Deciding(request, scene, found).respond()


class Deciding:
    """Answer one request to the page of a decision."""

    def __init__(self, request: HttpRequest, scene: Scene, found: Declaration) -> None:
        self.request = request
        self.scene = scene
        self.found = found
        self.judged = judge(scene, found)
        self.is_own = found.contributors.filter(user=scene.user).exists() or (
            found.author_id == scene.user.pk
        )
        is_about_it = ActKind(found.act) in ABOUT_A_DECLARATION
        self.target = found.refers_to if is_about_it else None
        self.needs_code = not second_factor().is_fresh(request, scene.at)

    def respond(self) -> HttpResponse:
        """Show the page, or do what was decided."""
        if self.request.method != "POST":
            return self._show(self._approval_form(), ReasonedForm(scene=self.scene))
        decision = self.request.POST.get("decision", "")
        if self.is_own or not self.scene.may_approve(concerned(self.found)):
            return self._turn_away(ATTEMPTS.get(decision, AuditEntry.Action.PUBLISHED))
        if decision == "approve":
            return self._approve()
        if decision in ("return", "reject"):
            return self._send_back(return_ if decision == "return" else reject)
        return self._show(self._approval_form(), ReasonedForm(scene=self.scene))

    def _turn_away(self, action: str) -> HttpResponse:
        """Turn away who worked on it, or has no right, whatever else was posted."""
        reason, why = _("You have no right to approve here."), "NotAllowed"
        if self.is_own:
            reason, why = _("You worked on this draft: another person decides."), "SamePerson"
        return refused_attempt(self.request, self.scene, action, reason, found=self.found, why=why)

    def _approval_form(self, data: Any = None) -> ApprovalForm:
        seen = self.judged.proposal.token if self.judged.proposal is not None else ""
        return ApprovalForm(
            data=data,
            scene=self.scene,
            level=Level[self.found.level] if self.found.level else None,
            regions=concerned(self.found),
            refers_to=(self.target.number or "") if self.target is not None else "",
            needs_code=self.needs_code,
            initial={"seen_hash": seen},
        )

    def _approve(self) -> HttpResponse:
        form = self._approval_form(self.request.POST)
        reasoned = ReasonedForm(scene=self.scene)
        if not form.is_valid():
            return self._show(form, reasoned)
        if self.needs_code:
            code = form.cleaned_data["code"]
            if not second_factor().verify(self.request, code, self.scene.at):
                record_refusal(
                    AuditEntry.Action.PUBLISHED, "WrongCode", self.scene.user, self.scene.at,
                    self.scene.visitor, declaration=self.found,
                )  # fmt: skip
                form.add_error("code", self._wrong_code())
                return self._show(form, reasoned)
            self.needs_code = False
        return self._publish(form)

    def _wrong_code(self) -> str:
        if second_factor().may_try(self.scene.user, self.scene.at):
            return _("This code is wrong or was used already. Wait for the next one.")
        return _("Too many wrong codes. Wait five minutes and try again.")

    def _publish(self, form: ApprovalForm) -> HttpResponse:
        begun = monotonic()
        try:
            published = publish(
                self.found,
                approver=self.scene.user,
                at=self.scene.at,
                address=self.scene.visitor,
                seen_hash=form.cleaned_data["seen_hash"],
                seals=SEALS,
            )
        except SituationChanged as change:
            return self._show_again(change)
        except SamePerson:
            return refused(self.request, _("You worked on this draft: another person decides."))
        except AuthorNotAllowed:
            return refused(self.request, _("Its author no longer drafts here: send it back."))
        except NotAllowed:
            return refused(self.request, _("You have no right to approve here."))
        except WrongState:
            messages.error(self.request, _("This was decided meanwhile."))
            return redirect(self.scene.address("declaration", pk=self.found.pk))
        messages.success(self.request, _told(published, round((monotonic() - begun) * 1000)))
        return redirect(self.scene.address("declaration", pk=published.pk))

    def _show_again(self, change: SituationChanged) -> HttpResponse:
        """Show what changed since the page was opened; approving needs a new look."""
        self.found = declaration_or_404(self.scene, self.found.pk)
        self.judged = judge(self.scene, self.found)
        changes = shown_change(self.scene, change)
        return self._show(self._approval_form(), ReasonedForm(scene=self.scene), changes, 409)

    def _send_back(self, verb: Verb) -> HttpResponse:
        reasoned = ReasonedForm(data=self.request.POST, scene=self.scene)
        if not reasoned.is_valid():
            return self._show(self._approval_form(), reasoned)
        try:
            verb(
                self.found,
                by=self.scene.user,
                reason=reasoned.cleaned_data["reason"],
                at=self.scene.at,
                address=self.scene.visitor,
            )
        except NotAllowed:
            return refused(self.request, _("You have no right to approve here."))
        except (WrongState, ReasonNeeded):
            messages.error(self.request, _("This was decided meanwhile."))
        else:
            messages.success(self.request, _("Sent back to its desk with your reason."))
        return redirect(self.scene.address("declaration", pk=self.found.pk))

    def _show(
        self,
        form: ApprovalForm,
        reasoned: ReasonedForm,
        changes: list[str] | None = None,
        status: int = 200,
    ) -> HttpResponse:
        bound = form if form.is_bound else reasoned
        context = page(
            self._title(),
            crumb=_("Approval"),
            declaration=self.found,
            judged=self.judged,
            pledge=pledge(self.scene, self.found),
            trail=trail_of(self.scene, self.found),
            form=form,
            reasoned=reasoned,
            problems=list(bound.summary()) if bound.is_bound else [],
            problem_form=bound,
            changes=changes or [],
            may_decide=self._may_decide(),
            is_own=self.is_own,
            choices=self._choices(),
            needs_code=self.needs_code,
            **consequences(self.scene, self.found, self.judged.proposal),
        )
        return render(self.request, "desk/approval.html", context, status=status)

    def _choices(self) -> list[Named]:
        if self.target is None:
            return []
        return choices(self.scene, ActKind(self.found.act), self.target)

    def _title(self) -> str:
        """Tell who waits for whom."""
        if self.is_own:
            return _("You wait for another person")
        person = {"person": self.scene.person(self.found.author)}
        if self._may_decide():
            return _("%(person)s waits for you") % person
        return _("%(person)s waits for another person") % person

    def _may_decide(self) -> bool:
        return not self.is_own and self.scene.may_approve(concerned(self.found))


def _told(published: Declaration, milliseconds: int) -> str:
    """Tell the number, how long publication took, and whether readers will be told."""
    text = _("Published as No. %(number)s in %(time)s ms.") % {
        "number": published.number,
        "time": milliseconds,
    }
    if OutboxRow.objects.filter(declaration=published).exists():
        sent = _("Deliveries are queued.")
    else:
        sent = _("Nothing is sent to readers.")
    return f"{text} {sent}"
