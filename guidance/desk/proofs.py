"""Who has proved within 30 days that they can declare a level and take it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from guidance.desk.scene import Scene
from guidance.desk.words import moment_label
from guidance.models import DrillStep
from guidance.rules.authority import Role
from guidance.rules.drills import is_proof_due


@dataclass(frozen=True, slots=True)
class Proof:
    """Say of a desk when it last finished a drill, and which approvers have still to prove it."""

    desk: str
    proved: str
    is_due: bool
    approvers: tuple[str, ...]


def proofs(scene: Scene) -> list[Proof]:
    """Tell of each of the person's desks."""
    ended = _last_by("drill__desk_id", scene)
    approved = {kind: _last_by("declaration__approver_id", scene, kind) for kind in DrillStep.Kind}
    found = []
    for desk in scene.desks:
        proved_at = ended.get(desk.pk)
        label = moment_label(proved_at, scene.zone(scene.home), scene.lang) if proved_at else ""
        due = tuple(_approvers_due(scene, desk.pk, approved))
        found.append(Proof(desk.name, label, is_proof_due(proved_at, scene.at), due))
    return found


def _last_by(
    key: str, scene: Scene, kind: DrillStep.Kind = DrillStep.Kind.WITHDRAWN
) -> dict[int, datetime]:
    """Give by desk or by approver when such a step was last published."""
    steps = DrillStep.objects.filter(kind=kind, drill__desk__in=scene.desks)
    return dict(steps.order_by().values_list(key).annotate(at=Max("published_at")))


def _approvers_due(
    scene: Scene, desk: int, approved: dict[DrillStep.Kind, dict[int, datetime]]
) -> Iterator[str]:
    for row in scene.colleagues:
        if row.desk_id != desk or row.role != Role.APPROVER:
            continue
        if any(is_proof_due(by.get(row.user_id), scene.at) for by in approved.values()):
            yield scene.person(row.user)
