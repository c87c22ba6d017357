"""Choosing the published declaration that a correction or a withdrawal speaks of."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from guidance.desk.forms import act_name
from guidance.desk.referring import named, published_here
from guidance.desk.scene import Scene
from guidance.desk.views.door import page, refused
from guidance.rules.acts import ActKind

PER_PAGE = 25
ADDRESSES = {ActKind.CORRECT: "correct", ActKind.WITHDRAW: "withdraw"}


def choosing(request: HttpRequest, scene: Scene, kind: ActKind) -> HttpResponse:
    """List what can be spoken of; of a place whose level one decision gives, open that one."""
    if not scene.draftable:
        return refused(request, _("You have no right to draft here."))
    address = scene.address(ADDRESSES[kind])
    rows = published_here(scene, kind)
    code = request.GET.get("region", "")
    if code in scene.territory:
        bearing = [scene.number(sequence) for sequence in scene.place(code).declarations]
        here = rows.filter(number__in=bearing)
        numbers = [number or "" for number in here.values_list("number", flat=True)]
        if len(numbers) == 1:
            return redirect(f"{address}?{urlencode({'declaration': numbers[0]})}")
        rows = here if numbers else rows.naming([code])
    shown = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = page(
        act_name(kind),
        lines=named(scene, shown),
        page_of_lines=shown,
        address=address,
        place=scene.name(code) if code in scene.territory else "",
    )
    return render(request, "desk/choose_declaration.html", context)
