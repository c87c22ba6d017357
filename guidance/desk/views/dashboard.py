"""The first page of the desk: what is in force, what waits, what ends soon."""

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guidance.desk.scene import Scene
from guidance.desk.views.door import at_the_desk, page
from guidance.desk.views.waiting import Waiting
from guidance.desk.words import moment_label
from guidance.models import Desk
from guidance.rules import authority
from guidance.rules.levels import Level

SOON = timedelta(hours=24)
ENDING = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """Hold one place with a level of its own."""

    code: str
    name: str
    level: Level | None
    since: str
    until: str
    numbers: tuple[str, ...]
    last_actor: str
    is_soon: bool
    is_ending: bool
    may_draft: bool
    wider: str = ""


@at_the_desk
def dashboard(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Show the desk of the person who asks."""
    codes = _codes_with_a_level(scene)
    shown = [scene.place(code) for code in [*codes, scene.home]]
    waiting = Waiting(scene, {each for place in shown for each in place.declarations[-1:]})
    lines = [_place_line(scene, code, waiting.approvers) for code in codes]
    context = page(
        _("Desk"),
        home=_place_line(scene, scene.home, waiting.approvers),
        lines=lines,
        ending=[line for line in lines if line.is_ending],
        for_me=waiting.for_me,
        from_me=waiting.from_me,
        drafts=waiting.drafts,
        mute_desks=[desk.name for desk in _mute_desks(scene)],
        as_of=moment_label(scene.at, scene.zone(scene.home), scene.lang),
        may_draft=bool(scene.draftable),
    )
    return render(request, "desk/dashboard.html", context)


def _codes_with_a_level(scene: Scene) -> list[str]:
    """Give the places of the person's desks where a level begins."""
    homes = {desk.region.code for desk in scene.desks}
    return [
        code
        for code in scene.tree
        if any(scene.tree.is_within(code, home) for home in homes)
        and scene.level(code) is not None
        and scene.place(code).inherited_from is None
    ]


def _place_line(scene: Scene, code: str, approvers: dict[int, str]) -> PlaceLine:
    place = scene.place(code)
    left = place.until - scene.at if place.level is not None and place.until else None
    wider = place.inherited_from
    return PlaceLine(
        code=code,
        name=scene.name(code),
        level=place.level,
        since=scene.since(code),
        until=scene.until(code),
        numbers=tuple(scene.number(sequence) for sequence in place.declarations),
        last_actor=approvers.get(place.declarations[-1], "") if place.declarations else "",
        is_soon=left is not None and left <= SOON,
        is_ending=left is not None and left <= ENDING and wider is None,
        may_draft=code in scene.draftable,
        wider=scene.name(wider) if wider else "",
    )


def _mute_desks(scene: Scene) -> list[Desk]:
    """Give the person's desks that lack an approver and another person who drafts."""
    members: dict[int, list[tuple[object, str]]] = {}
    for row in scene.colleagues:
        members.setdefault(row.desk_id, []).append((row.user_id, row.role))
    return [desk for desk in scene.desks if not authority.can_publish(members[desk.pk])]
