"""Everything the desk wrote: drafts, submitted, published, returned, rejected."""

from django.core.paginator import Paginator
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guidance.desk.scene import Scene
from guidance.desk.verdict import heading
from guidance.desk.views.door import at_the_desk, page
from guidance.desk.words import moment_label
from guidance.models import Declaration, Status
from guidance.publishing.facts import codes

PER_PAGE = 25


@at_the_desk
def declarations(request: HttpRequest, scene: Scene) -> HttpResponse:
    """List the declarations of the person's desks, the last changed first."""
    wanted = request.GET.get("status", "")
    rows = scene.readable().within(scene.desks)
    if wanted in Status.values:
        rows = rows.filter(status=wanted)
    ordered = rows.order_by(Coalesce("published_at", "changed_at").desc(), "-pk").select_related(
        "author", "desk", "refers_to"
    )
    found = Paginator(ordered.prefetch_related("regions__region"), PER_PAGE)
    shown = found.get_page(request.GET.get("page"))
    context = page(
        _("Declarations of the desk"),
        lines=[_line(scene, row) for row in shown],
        page_of_lines=shown,
        wanted=wanted,
        states=Status.choices,
    )
    return render(request, "desk/declarations.html", context)


def _line(scene: Scene, row: Declaration) -> dict[str, object]:
    return {
        "pk": row.pk,
        "heading": heading(scene, row, codes(row)),
        "status": row.get_status_display(),
        "author": scene.person(row.author),
        "changed": moment_label(
            row.published_at or row.changed_at, scene.zone(scene.home), scene.lang
        ),
    }
