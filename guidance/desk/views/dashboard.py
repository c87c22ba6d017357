"""The first page of the desk: what is in force, what waits, what ends soon."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guidance.desk.scene import Scene
from guidance.desk.verdict import heading
from guidance.desk.views.door import at_the_desk, page
from guidance.desk.words import moment_label
from guidance.models import Contributor, Declaration, Desk, Membership
from guidance.people import concerned
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


@dataclass(frozen=True, slots=True)
class OpenLine:
    """Hold one draft or submission."""

    pk: int
    heading: str
    author: str
    time: str
    deadline: str
    reason: str


@at_the_desk
def dashboard(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Show the desk of the person who asks."""
    actors = _actors(scene)
    lines = [_place_line(scene, code, actors) for code in _own_codes(scene)]
    waiting = Waiting(scene)
    ending = [line for line in lines if line.is_ending]
    context = page(
        _("Desk"),
        home=_place_line(scene, scene.home, actors),
        lines=lines,
        ending=ending,
        for_me=waiting.for_me,
        from_me=waiting.from_me,
        drafts=waiting.drafts,
        mute_desks=[desk.name for desk in _mute_desks(scene)],
        as_of=moment_label(scene.at, scene.zone(scene.home), scene.lang),
        may_draft=bool(scene.draftable),
    )
    return render(request, "desk/dashboard.html", context)


def _own_codes(scene: Scene) -> list[str]:
    """Give the places of the person's desks where a level begins."""
    homes = {desk.region.code for desk in scene.desks}
    return [
        code
        for code in scene.tree
        if any(scene.tree.is_within(code, home) for home in homes)
        and scene.level(code) is not None
        and scene.place(code).inherited_from is None
    ]


def _actors(scene: Scene) -> dict[int, str]:
    """Name who approved the acts in force, the archive's service account included."""
    homes = [*_own_codes(scene), scene.home]
    sequences = {last for code in homes for last in scene.place(code).declarations[-1:]}
    rows = Declaration.objects.published().of_ledger(exercise=False)
    found = rows.filter(sequence__in=sequences).select_related("approver")
    return {row.sequence: scene.person(row.approver) for row in found if row.sequence is not None}


def _place_line(scene: Scene, code: str, actors: dict[int, str]) -> PlaceLine:
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
        last_actor=actors.get(place.declarations[-1], "") if place.declarations else "",
        is_soon=left is not None and left <= SOON,
        is_ending=left is not None and left <= ENDING and wider is None,
        may_draft=code in scene.draftable,
        wider=scene.name(wider) if wider else "",
    )


class Waiting:
    """Sort what is not yet decided: for me, from me, my drafts; two queries in all."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        mine = Contributor.objects.filter(declaration=OuterRef("pk"), user=scene.user)
        rows = scene.readable().open().annotate(is_mine=Exists(mine))
        self._rows = list(
            rows.select_related("author", "desk", "refers_to")
            .prefetch_related("regions__region")
            .order_by("submitted_at", "-changed_at", "pk")
        )

    @property
    def for_me(self) -> list[OpenLine]:
        return list(self._lines(self._may_decide))

    @property
    def from_me(self) -> list[OpenLine]:
        return list(self._lines(lambda row: row.status == "SUBMITTED" and row.is_mine))

    @property
    def drafts(self) -> list[OpenLine]:
        return list(self._lines(lambda row: row.is_editable and row.is_mine))

    def _may_decide(self, row: Any) -> bool:
        if row.status != "SUBMITTED" or row.is_mine:
            return False
        return self.scene.may_approve(concerned(row))

    def _lines(self, is_wanted: Callable[[Any], bool]) -> Iterator[OpenLine]:
        zone = self.scene.zone(self.scene.home)
        for row in filter(is_wanted, self._rows):
            at = row.submitted_at or row.changed_at
            deadline = row.deadline_at
            yield OpenLine(
                pk=row.pk,
                heading=heading(self.scene, row),
                author=self.scene.person(row.author),
                time=moment_label(at, zone, self.scene.lang),
                deadline=moment_label(deadline, zone, self.scene.lang) if deadline else "",
                reason=row.return_reason,
            )


def _mute_desks(scene: Scene) -> list[Desk]:
    """Give the person's desks that lack an approver and another person who drafts."""
    roles = Membership.objects.in_force().filter(desk__in=scene.desks)
    members: dict[int, list[tuple[object, str]]] = {}
    for desk, user, role in roles.order_by("pk").values_list("desk_id", "user_id", "role"):
        members.setdefault(desk, []).append((user, role))
    return [desk for desk in scene.desks if not authority.can_publish(members.get(desk.pk, []))]
