"""The catalogues: what waits, one line with its past, a proposal, and its decision."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from guidance import catalogues
from guidance.catalogue_kinds import BY_CODE, CATALOGUES, Catalogue
from guidance.desk import messages
from guidance.desk.catalogue_rows import changes_of, compared, past_of, waiting_changes
from guidance.desk.forms.catalogue import CatalogueForm
from guidance.desk.forms.catalogue_decision import ConfirmForm
from guidance.desk.scene import Scene
from guidance.desk.second_factor import second_factor
from guidance.desk.views.door import at_the_desk, page, refused
from guidance.models import CatalogueChange
from guidance.publishing.refusals import ChangedMeanwhile, NotAllowed, SamePerson, StepRefused
from guidance.rules import authority
from guidance.rules.texts import capitalised

COUNTRY = "KZ"
TOLD = {
    catalogues.NothingChanges: gettext_lazy("The line says so already."),
    catalogues.AlreadyProposed: gettext_lazy("A change of this line waits for a decision already."),
    catalogues.CodeTaken: gettext_lazy("There is a line of this code already."),
}


@require_safe
@at_the_desk
def index(request: HttpRequest, scene: Scene) -> HttpResponse:
    """List the catalogues and what waits for a second person."""
    shown = [each for each in CATALOGUES.values() if each.is_regional or _may_read(scene, COUNTRY)]
    context = page(
        _("Catalogues"),
        catalogues=[(each.code.label, each) for each in shown],
        waiting=waiting_changes(scene),
    )
    return render(request, "desk/catalogues/index.html", context)


@at_the_desk
def line(request: HttpRequest, scene: Scene, catalogue: str, key: str) -> HttpResponse:
    """Show a line, its past and what is asked of it; a post proposes a change."""
    kind = _catalogue(catalogue)
    row = kind.line(key)
    region = _region_of(kind, row)
    if row is None or not _may_read(scene, region):
        raise Http404
    return _Proposing(request, scene, kind, row, region).respond()


@at_the_desk
def new_line(request: HttpRequest, scene: Scene, catalogue: str) -> HttpResponse:
    """Propose a line that is not there yet."""
    kind = _catalogue(catalogue)
    if not kind.takes_new_lines or not (kind.is_regional or _may_read(scene, COUNTRY)):
        raise Http404
    return _Proposing(request, scene, kind, None, COUNTRY).respond()


class _Proposing:
    """Answer one request to the form of a line."""

    def __init__(
        self, request: HttpRequest, scene: Scene, kind: Catalogue, row: Any, region: str
    ) -> None:
        self.request, self.scene, self.kind = request, scene, kind
        self.row, self.region = row, region
        self.may_write = bool(scene.draftable) if self._chooses_region() else self._may(region)

    def respond(self) -> HttpResponse:
        if self.request.method != "POST":
            return self._show(self._form())
        if not self.may_write:
            return refused(self.request, _("You have no right to change this catalogue."))
        form = self._form(self.request.POST)
        if not form.is_valid():
            return self._show(form)
        try:
            asked = self._propose(form)
        except (catalogues.NothingChanges, catalogues.AlreadyProposed) as refusal:
            form.add_error(None, TOLD[type(refusal)])
        except catalogues.CodeTaken as refusal:
            form.add_error("key", TOLD[type(refusal)])
        except NotAllowed:
            return refused(self.request, _("You have no right to change this catalogue."))
        else:
            messages.success(self.request, _("Proposed. Another person confirms it."))
            return redirect("catalogues:change", asked.pk)
        return self._show(form)

    def _form(self, data: Any = None) -> CatalogueForm:
        return CatalogueForm(self.kind, self.row, data, scene=self.scene)

    def _propose(self, form: CatalogueForm) -> CatalogueChange:
        chosen = form.cleaned_data.get("region") or self.region
        wish = catalogues.Wish(
            self.kind,
            form.key or form.cleaned_data.get("key", ""),
            chosen,
            form.wished_facts,
            form.first_facts,
            is_new=self.row is None,
            reason=form.cleaned_data["reason"],
            in_force_from=form.in_force_from,
        )
        scene = self.scene
        return catalogues.propose(wish, by=scene.user, at=scene.at, address=scene.visitor)

    def _chooses_region(self) -> bool:
        return self.row is None and self.kind.is_regional

    def _may(self, region: str) -> bool:
        return self.scene.may_draft((region,))

    def _show(self, form: CatalogueForm) -> HttpResponse:
        context = page(
            capitalised(f"{self.kind.code.label}: {form.key}") if form.key else _("New line"),
            kind=self.kind,
            form=form,
            problems=list(form.summary()) if form.is_bound else [],
            may_write=self.may_write,
            past=past_of(self.scene, self.kind, self.row),
            changes=changes_of(self.scene, self.kind, form.key),
        )
        return render(self.request, "desk/catalogues/line.html", context)


@at_the_desk
def change(request: HttpRequest, scene: Scene, pk: int) -> HttpResponse:
    """Show what one person proposed; a post takes the decision of another one."""
    found = (
        CatalogueChange.objects.select_related("region", "proposed_by", "decided_by")
        .filter(pk=pk)
        .first()
    )
    if found is None or not _may_read(scene, found.region.code):
        raise Http404
    return _Deciding(request, scene, found).respond()


class _Deciding:
    """Answer one request to the page of a change."""

    def __init__(self, request: HttpRequest, scene: Scene, found: CatalogueChange) -> None:
        self.request, self.scene, self.found = request, scene, found
        self.is_own = found.proposed_by_id == scene.user.pk
        self.may_decide = not self.is_own and scene.may_approve((found.region.code,))
        self.needs_code = not second_factor().is_fresh(request, scene.at)

    def respond(self) -> HttpResponse:
        if self.request.method != "POST":
            return self._show(self._form())
        if self.request.POST.get("decision") == "refuse":
            return self._decide(catalogues.refuse, _("Refused: nothing changes."))
        if self.is_own:
            return refused(self.request, _("You proposed this: another person decides."))
        if not self.may_decide:
            return refused(self.request, _("You have no right to approve here."))
        form = self._form(self.request.POST)
        if not form.is_valid():
            return self._show(form)
        return self._decide(catalogues.confirm, _("Confirmed."))

    def _form(self, data: Any = None) -> ConfirmForm:
        return ConfirmForm(data, scene=self.scene, request=self.request, needs_code=self.needs_code)

    def _decide(self, step: Any, told: str) -> HttpResponse:
        scene = self.scene
        try:
            step(self.found, by=scene.user, at=scene.at, address=scene.visitor)
        except SamePerson:
            return refused(self.request, _("You proposed this: another person decides."))
        except NotAllowed:
            return refused(self.request, _("You have no right to approve here."))
        except ChangedMeanwhile:
            messages.error(self.request, _("The line changed meanwhile. Refuse this and ask anew."))
        except StepRefused:
            messages.error(self.request, _("This was decided meanwhile."))
        else:
            messages.success(self.request, told)
        return redirect("catalogues:change", self.found.pk)

    def _show(self, form: ConfirmForm) -> HttpResponse:
        kind = BY_CODE[self.found.catalogue]
        context = page(
            capitalised(f"{kind.code.label}: {self.found.key}"),
            kind=kind,
            found=self.found,
            lines=compared(self.scene, self.found),
            form=form,
            problems=list(form.summary()) if form.is_bound else [],
            needs_code=self.needs_code,
            is_own=self.is_own,
            is_open=self.found.state == CatalogueChange.State.PROPOSED,
            may_decide=self.may_decide,
        )
        return render(self.request, "desk/catalogues/change.html", context)


def _catalogue(slug: str) -> Catalogue:
    if slug not in CATALOGUES:
        raise Http404
    return CATALOGUES[slug]


def _region_of(kind: Catalogue, row: Any) -> str:
    return str(row.region.code) if kind.is_regional and row is not None else COUNTRY


def _may_read(scene: Scene, region: str) -> bool:
    return authority.may_read(scene.tree, scene.memberships, region)
