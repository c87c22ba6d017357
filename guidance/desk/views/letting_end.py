"""Letting a level end: a note, no act."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guidance.desk import messages
from guidance.desk.board.lines import is_ending
from guidance.desk.forms.letting_end import LetEndForm
from guidance.desk.letting_end import decisions, let_end
from guidance.desk.scene import Scene
from guidance.desk.views.door import at_the_desk, page, refused
from guidance.desk.words import end_label
from guidance.publishing.canonical import instant
from guidance.rules.lasting import lasting


@at_the_desk
def letting_end(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Take the decision that a level of the person's territory ends as planned."""
    code = request.GET.get("region", "")
    if not code:
        return redirect(scene.address("dashboard"))
    if code not in scene.territory:
        raise Http404
    if not scene.may_draft((code,)) and not scene.may_approve((code,)):
        return refused(request, _("You have no right to decide this."))
    return _answer(request, scene, code)


def _answer(request: HttpRequest, scene: Scene, code: str) -> HttpResponse:
    place = scene.place(code)
    if not is_ending(place, scene.at):
        messages.error(request, _("No level of this place ends within 48 hours any more."))
        return redirect(scene.address("dashboard"))
    if code in decisions(scene, [code]):
        messages.info(request, _("This was decided already; see the list."))
        return redirect(scene.address("dashboard"))
    seen = instant(place.until)
    form = LetEndForm(data=request.POST or None, scene=scene, initial={"ends_at": seen})
    if form.is_bound and form.is_valid():
        if form.cleaned_data["ends_at"] == seen:
            let_end(scene, place, form.cleaned_data["note"])
            messages.success(request, _("Kept: the level ends as planned."))
            return redirect(scene.address("dashboard"))
        form.add_error(None, _("The end was moved since you opened this page. Look again."))
    return render(request, "desk/let_end.html", _context(scene, code, form))


def _context(scene: Scene, code: str, form: LetEndForm) -> dict[str, Any]:
    place, zone = scene.place(code), scene.zone(code)
    until = place.until or scene.at
    after = lasting(scene.tree, scene.timeline, code, until)
    return page(
        _("Let it end"),
        form=form,
        problems=list(form.summary()) if form.is_bound else [],
        address=f"?region={code}",
        place=scene.name(code),
        seen=instant(place.until),
        level=place.level,
        until=end_label(place.until, zone, scene.lang),
        after=after.level,
        after_until=end_label(after.until, zone, scene.lang) if after.level is not None else "",
    )
