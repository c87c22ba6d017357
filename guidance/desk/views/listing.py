"""Everything the desk wrote: drafts, submitted, published, returned, rejected."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guidance.desk.register import asked_for, filters, found
from guidance.desk.scene import Scene
from guidance.desk.verdict import about, act_label
from guidance.desk.views.door import at_the_desk, page
from guidance.desk.words import moment_label
from guidance.models import Declaration, Origin
from guidance.rules.levels import Level

PER_PAGE = 25
SHOWN = ("author", "approver", "desk", "refers_to")


@at_the_desk
def declarations(request: HttpRequest, scene: Scene) -> HttpResponse:
    """List the declarations that the person may read, the last changed first."""
    asked = asked_for(request.GET)
    rows = found(scene, asked).select_related(*SHOWN).prefetch_related("regions")
    shown = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = page(
        _("Declarations of the desk"),
        lines=[_line(scene, row) for row in shown],
        page_of_lines=shown,
        asked=asked,
        asked_query=urlencode(asked),
        filters=filters(scene, asked),
        has_many_desks=len(scene.territory & scene.readable_desks) > 1,
    )
    return render(request, "desk/declarations.html", context)


def _line(scene: Scene, row: Declaration) -> Mapping[str, object]:
    named = sorted(row.regions.all(), key=lambda each: (each.position, each.pk))
    changed_at = row.published_at or row.changed_at
    return {
        "pk": row.pk,
        "number": row.number or "",
        "act": act_label(scene, row),
        "about": about(scene, row, [scene.atlas.code(each.region_id) for each in named]),
        "level": Level[row.level] if row.level else None,
        "status": row.get_status_display(),
        "desk": row.desk.name,
        "author": _person(scene, row, row.author),
        "approver": _person(scene, row, row.approver),
        "changed": moment_label(changed_at, scene.zone(scene.home), scene.lang),
    }


def _person(scene: Scene, row: Declaration, user: object) -> str:
    return _("archive") if row.origin == Origin.ARCHIVE else scene.person(user)
