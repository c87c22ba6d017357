"""One request to a form that writes a draft: shown, recounted, saved, or saved and submitted."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guidance.desk.context import form_context
from guidance.desk.forms import ABOUT_A_DECLARATION, FORMS, KeptForm, form_title
from guidance.desk.forms.referring import first_words
from guidance.desk.prefill import beginning
from guidance.desk.problems import add_problems
from guidance.desk.referring import choices, locked_facts
from guidance.desk.saving import Conflict, conflict, save
from guidance.desk.scene import Scene
from guidance.desk.stored import draft_of, initial_of
from guidance.desk.views.door import (
    declaration_or_404,
    page,
    refused,
    refused_attempt,
)
from guidance.desk.views.handing import hand_over_at_once
from guidance.models import AuditEntry, Declaration
from guidance.publish import ChangedMeanwhile, NotAllowed, NotReady, WrongState
from guidance.publishing.people import concerned
from guidance.rules.acts import ActKind
from guidance.rules.levels import Level

SAVE, SUBMIT = "save", "submit"


class Writing:
    """Answer one request to a form that writes a draft."""

    def __init__(
        self,
        request: HttpRequest,
        scene: Scene,
        kind: ActKind,
        *,
        declaration: Declaration | None = None,
        source: Declaration | None = None,
        target: Declaration | None = None,
    ) -> None:
        self.request = request
        self.scene = scene
        self.kind = kind
        self.declaration = declaration
        self.source = source or declaration
        self.target = target if kind in ABOUT_A_DECLARATION else None
        self.conflict: Conflict | None = None

    def respond(self) -> HttpResponse:
        """Show the form, recount it, or save it."""
        if not self._may_write():
            return self._turn_away()
        if self.request.method != "POST":
            return self._show(self._form(initial=self._initial()))
        form = self._form(data=self._posted())
        is_ready = form.is_valid()
        if self.request.POST.get("action") not in (SAVE, SUBMIT):
            form.forget_what_is_missing()
        elif is_ready:
            return self._save(form)
        return self._show(form)

    def _turn_away(self) -> HttpResponse:
        """Turn away who may not draft here; only who sends something has tried to."""
        reason = _("You have no right to draft here.")
        if self.request.method != "POST":
            return refused(self.request, reason)
        found, saving = self.declaration, AuditEntry.Action.SAVED
        return refused_attempt(self.request, self.scene, saving, reason, found=found)

    def _form(self, **taken: Any) -> KeptForm:
        if self.target is None:
            return FORMS[self.kind](scene=self.scene, **taken)
        return ABOUT_A_DECLARATION[self.kind](scene=self.scene, target=self.target, **taken)

    def _may_write(self) -> bool:
        if self.declaration is not None:
            return self.scene.may_draft_at(self.declaration.desk)
        if self.target is not None:
            return self.scene.may_draft(concerned(self.target))
        return bool(self.scene.draftable)

    def _posted(self) -> QueryDict:
        """Give what was posted; "name it too" adds a place to it."""
        extra = self.request.POST.get("add")
        if not extra:
            return self.request.POST
        data = self.request.POST.copy()
        data.appendlist("regions", extra)
        return data

    def _initial(self) -> dict[str, Any]:
        if self.source is not None:
            initial = initial_of(draft_of(self.source), self.scene)
            if self.declaration is not None:
                return initial | {"version": self.declaration.version}
            return initial | {"idempotency_key": uuid.uuid4()}
        new = {"idempotency_key": uuid.uuid4(), **self.scene.usual_basis()}
        if self.target is not None:
            return new | first_words(ABOUT_A_DECLARATION[self.kind], self.target)
        return new | beginning(self.scene, self.kind, self.request.GET)

    def _save(self, form: KeptForm) -> HttpResponse:
        draft = form.draft()
        try:
            saved = save(
                self.scene,
                draft,
                declaration=self.declaration,
                version=form.cleaned_data["version"],
                key=form.cleaned_data["idempotency_key"],
                named=form.named,
            )
        except ChangedMeanwhile:
            return self._tell_conflict(form)
        except NotReady as error:
            add_problems(form, error.problems)
            return self._show(form)
        except NotAllowed:
            return refused(self.request, _("You have no right to draft here."))
        except WrongState:
            pk = self.declaration.pk if self.declaration else 0
            return redirect(self.scene.address("edit", pk=pk))
        if self.request.POST.get("action") == SUBMIT and saved.is_editable:
            return hand_over_at_once(self.request, self.scene, saved)
        return redirect(self.scene.address("declaration", pk=saved.pk))

    def _tell_conflict(self, form: KeptForm) -> HttpResponse:
        if self.declaration is None:  # the same new form, saved twice at once
            return redirect(self.scene.address("declarations"))
        stored = declaration_or_404(self.scene, self.declaration.pk)
        if not stored.is_editable:
            return redirect(self.scene.address("declaration", pk=stored.pk))
        self.conflict = conflict(self.scene, stored, form.draft())
        data = self._posted().copy()
        data["version"] = str(stored.version)
        again = self._form(data=data)
        again.is_valid()
        return self._show(again)

    def _show(self, form: KeptForm) -> HttpResponse:
        title = form_title(self.kind, is_new=self.declaration is None)
        context = page(
            title,
            conflict=self.conflict,
            **form_context(form, self.declaration),
            **self._about(),
        )
        return render(self.request, "desk/form.html", context)

    def _about(self) -> dict[str, Any]:
        """Give what the page shows of the declaration that the act speaks of."""
        if self.target is None:
            return {}
        return {
            "declared": Level[self.target.level] if self.target.level else None,
            "facts": locked_facts(self.scene, self.target),
            "choices": choices(self.scene, self.kind, self.target),
        }
