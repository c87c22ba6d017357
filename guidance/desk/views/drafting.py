"""Writing a draft: declare, change, extend, lift; edit it, or copy it to a new one."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guidance.desk import messages
from guidance.desk.context import form_context
from guidance.desk.forms import FORMS, form_title
from guidance.desk.forms.trial import TriedForm
from guidance.desk.problems import add_problems
from guidance.desk.saving import Conflict, conflict, save
from guidance.desk.scene import Scene
from guidance.desk.stored import draft_of, initial_of
from guidance.desk.views.door import at_the_desk, declaration_or_404, page, refused
from guidance.models import Declaration
from guidance.publish import ChangedMeanwhile, NotAllowed, NotReady, WrongState
from guidance.rules.acts import ActKind

SAVE = "save"


@at_the_desk
def declare(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Set a level where there is none."""
    return Writing(request, scene, ActKind.DECLARE).respond()


@at_the_desk
def change(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Set another level."""
    return Writing(request, scene, ActKind.CHANGE).respond()


@at_the_desk
def extend(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Move the end of a level."""
    return Writing(request, scene, ActKind.EXTEND).respond()


@at_the_desk
def lift(request: HttpRequest, scene: Scene) -> HttpResponse:
    """End a level."""
    return Writing(request, scene, ActKind.LIFT).respond()


@at_the_desk
def edit(request: HttpRequest, scene: Scene, pk: int) -> HttpResponse:
    """Change a draft that nobody has submitted yet."""
    declaration = declaration_or_404(scene, pk)
    kind = ActKind(declaration.act)
    if not declaration.is_editable or kind not in FORMS:
        messages.error(request, _("Only a draft can be edited; take it back first."))
        return redirect(scene.address("declaration", pk=pk))
    return Writing(request, scene, kind, declaration).respond()


@at_the_desk
def copy(request: HttpRequest, scene: Scene, pk: int) -> HttpResponse:
    """Begin a new draft with what an earlier one held."""
    declaration = declaration_or_404(scene, pk)
    kind = ActKind(declaration.act)
    if declaration.is_published or kind not in FORMS:
        return redirect(scene.address("declaration", pk=pk))
    return Writing(request, scene, kind, source=declaration).respond()


class Writing:
    """Answer one request to a form that writes a draft."""

    def __init__(
        self,
        request: HttpRequest,
        scene: Scene,
        kind: ActKind,
        declaration: Declaration | None = None,
        source: Declaration | None = None,
    ) -> None:
        self.request = request
        self.scene = scene
        self.kind = kind
        self.declaration = declaration
        self.source = source or declaration
        self.conflict: Conflict | None = None

    def respond(self) -> HttpResponse:
        """Show the form, recount it, or save it."""
        if not self._may_write():
            return refused(self.request, _("You have no right to draft here."))
        if self.request.method != "POST":
            return self._show(FORMS[self.kind](initial=self._initial(), scene=self.scene))
        form = FORMS[self.kind](data=self._posted(), scene=self.scene)
        is_ready = form.is_valid()
        if self.request.POST.get("action") != SAVE:
            form.forget_what_is_missing()
        elif is_ready:
            return self._save(form)
        return self._show(form)

    def _may_write(self) -> bool:
        if self.declaration is None:
            return bool(self.scene.draftable)
        return self.scene.may_draft_at(self.declaration.desk)

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
        known = set(self.scene.draftable)
        chosen = [code for code in self.request.GET.getlist("region") if code in known]
        if not chosen and len(known) == 1:
            chosen = list(known)
        return {"regions": chosen, "idempotency_key": uuid.uuid4(), **self.scene.usual_basis()}

    def _save(self, form: TriedForm) -> HttpResponse:
        draft = form.draft()
        try:
            saved = save(
                self.scene,
                draft,
                declaration=self.declaration,
                version=form.cleaned_data["version"],
                key=form.cleaned_data["idempotency_key"],
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
        return redirect(self.scene.address("declaration", pk=saved.pk))

    def _tell_conflict(self, form: TriedForm) -> HttpResponse:
        if self.declaration is None:  # the same new form, saved twice at once
            return redirect(self.scene.address("declarations"))
        stored = declaration_or_404(self.scene, self.declaration.pk)
        if not stored.is_editable:
            return redirect(self.scene.address("declaration", pk=stored.pk))
        self.conflict = conflict(self.scene, stored, form.draft())
        data = self._posted().copy()
        data["version"] = str(stored.version)
        again = FORMS[self.kind](data=data, scene=self.scene)
        again.is_valid()
        return self._show(again)

    def _show(self, form: TriedForm) -> HttpResponse:
        title = form_title(self.kind, is_new=self.declaration is None)
        context = page(title, conflict=self.conflict, **form_context(form))
        return render(self.request, "desk/form.html", context)
