"""A draft as its readers would get it: every page and channel, and what differs from now."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.clickjacking import xframe_options_sameorigin

from guidance.desk.difference import place_difference
from guidance.desk.framed import framed_page
from guidance.desk.previews import DATA, DIFFERENCE, Choice, documents, framed, preview_frame
from guidance.desk.scene import Scene
from guidance.desk.verdict import heading, tried
from guidance.desk.views.door import at_the_desk, declaration_or_404, page
from guidance.models import LANGUAGES, Declaration
from guidance.publish import Proposal
from guidance.publishing.people import concerned
from guidance.shown.as_if import as_if_published
from guidance.shown.framing import Look


@at_the_desk
def preview(request: HttpRequest, scene: Scene, pk: int, kind: str) -> HttpResponse:
    """Show one of the previews of a draft, and the way to all others."""
    found = declaration_or_404(scene, pk)
    if found.is_published:
        return redirect(scene.address("declaration", pk=pk))
    choice = _choice(request, scene, found, kind)
    if choice is not None and choice.offer is None:
        raise Http404
    proposal, blocks = tried(scene, found)
    context = page(
        _("Preview: %(draft)s") % {"draft": heading(scene, found, concerned(found))},
        crumb=_("Preview"),
        declaration=found,
        choice=choice,
        blocks=blocks,
        is_phone=kind in LANGUAGES,
    )
    if proposal is not None and choice is not None:
        context |= _rows(choice, proposal)
    return render(request, "desk/previews.html", context)


@xframe_options_sameorigin
@at_the_desk
def preview_page(request: HttpRequest, scene: Scene, pk: int, path: str) -> HttpResponse:
    """Let the real view of a public address answer as if a draft were published."""
    found = declaration_or_404(scene, pk)
    lang = path.partition("/")[0]
    if found.is_published or lang not in LANGUAGES:
        raise Http404
    proposal, blocks = tried(scene, found)
    if proposal is None:
        with override(lang):
            return render(request, "desk/no_preview.html", {"blocks": blocks})
    ground = as_if_published(found, proposal, lang)
    with override(lang):
        frame = preview_frame(Look.of(request.GET))
    return framed_page(
        request, f"/{path}", ground, frame, lambda address: framed(scene, found, address)
    )


def _choice(request: HttpRequest, scene: Scene, found: Declaration, kind: str) -> Choice | None:
    """Read what is looked at out of the address; a draft without places has nothing to show."""
    codes = concerned(found)
    if not codes:
        return None
    asked = request.GET.get("place", codes[0])
    lang = kind if kind in LANGUAGES else request.GET.get("lang", scene.lang)
    if asked not in codes or lang not in LANGUAGES:
        raise Http404
    return Choice(scene, found, kind, asked, lang, Look.of(request.GET))


def _rows(choice: Choice, proposal: Proposal) -> dict[str, Any]:
    if choice.kind == DATA:
        return {"documents": list(documents(choice.declaration, proposal, choice.code))}
    if choice.kind == DIFFERENCE:
        after = as_if_published(choice.declaration, proposal, choice.lang)
        return {"differences": [place_difference(choice.scene.ground, after, choice.code)]}
    return {"frame_address": choice.frame_address}
