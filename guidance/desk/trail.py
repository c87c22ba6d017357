"""Who did what to a declaration, and when."""

from dataclasses import dataclass

from guidance.desk.scene import Scene
from guidance.desk.words import moment_label
from guidance.models import AuditEntry, Declaration


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one step on the way of a declaration."""

    time: str
    person: str
    what: str
    note: str


def trail_of(scene: Scene, declaration: Declaration) -> list[Step]:
    """List the steps of a declaration, oldest first."""
    entries = AuditEntry.objects.filter(declaration=declaration).select_related("actor")
    zone = scene.zone(scene.home)
    return [
        Step(
            time=moment_label(entry.at, zone, scene.lang),
            person=scene.person(entry.actor),
            what=entry.get_action_display(),
            note=entry.note,
        )
        for entry in entries.order_by("at", "pk")
    ]
