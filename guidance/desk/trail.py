"""Who did what to a declaration, and when."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from guidance.desk.scene import Scene
from guidance.desk.words import moment_label
from guidance.models import AuditEntry, Declaration, Desk


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one step on the way of a declaration."""

    time: str
    person: str
    what: str
    note: str
    # Where one desk decided for another: the code of its region, and the other one's name.
    acting: str = ""
    for_desk: str = ""


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
            acting=entry.details.get("acting_desk", ""),
            for_desk=scene.name(entry.details["for_desk"]) if "for_desk" in entry.details else "",
        )
        for entry in entries.order_by("at", "pk")
    ]


def acted_for(trail: Sequence[Step]) -> str:
    """Say that another desk approved what one desk wrote, or nothing."""
    step = trail[-1] if trail else None
    if step is None or not step.acting:
        return ""
    acting = Desk.objects.get(region__code=step.acting)
    return _("Approved for the desk of %(region)s. Approved by: %(acting)s") % {
        "region": step.for_desk,
        "acting": acting.name,
    }
