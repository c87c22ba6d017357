"""Wiping the drafts that an exercise left at one's own desk."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guidance.desk import messages
from guidance.desk.scene import Scene
from guidance.desk.verdict import heading
from guidance.desk.views.door import at_the_desk, page, refused_attempt
from guidance.desk.words import moment_label
from guidance.exercises.wiping import wipe, wipeable
from guidance.models import AuditEntry, Declaration, Desk
from guidance.publishing.facts import codes

MOST = 200


@at_the_desk
def wipe_drafts(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Show what may be wiped, and wipe what is chosen of it."""
    desks = [desk for desk in scene.desks if scene.may_draft_at(desk)]
    if not desks:
        reason = _("Only those who draft at a desk may wipe its drafts.")
        return refused_attempt(request, scene, AuditEntry.Action.WIPED, reason)
    if request.method != "POST":
        return _show(request, scene, desks)
    chosen = {int(pk) for pk in request.POST.getlist("draft") if _is_key(pk)}
    if not chosen:
        return _show(request, scene, desks, problem=_("Choose at least one draft."))
    number = sum(
        wipe(desk, chosen=chosen, by=scene.user, at=scene.at, address=scene.visitor)
        for desk in desks
    )
    told = ngettext("%(number)s draft was wiped.", "%(number)s drafts were wiped.", number)
    messages.success(request, told % {"number": number})
    return redirect(scene.address("wipe"))


def _is_key(text: str) -> bool:
    """Tell a primary key from anything that a database would stumble over."""
    return text.isascii() and text.isdigit() and len(text) < 19


def _show(request: HttpRequest, scene: Scene, desks: list[Desk], problem: str = "") -> HttpResponse:
    rows: QuerySet[Declaration] = wipeable(desks).select_related("author", "desk", "refers_to")
    shown = rows.prefetch_related("regions__region").order_by("desk_id", "-changed_at", "-pk")
    lines = [_line(scene, row) for row in shown[:MOST]]
    context = page(_("Wipe drafts of exercises"), lines=lines, problem=problem)
    return render(request, "desk/wipe.html", context, status=400 if problem else 200)


def _line(scene: Scene, row: Declaration) -> dict[str, object]:
    return {
        "pk": row.pk,
        "heading": heading(scene, row, codes(row)),
        "desk": row.desk.name,
        "status": row.get_status_display(),
        "author": scene.person(row.author),
        "changed": moment_label(row.changed_at, scene.zone(scene.home), scene.lang),
    }
