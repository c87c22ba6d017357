"""Decisions to let a level end: no act, but kept, with who took them and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guidance.desk.scene import Scene
from guidance.desk.words import moment_label
from guidance.models import AuditEntry, Declaration
from guidance.publishing.canonical import instant
from guidance.publishing.records import record
from guidance.rules.situation import PlaceSituation


@dataclass(frozen=True, slots=True)
class Decision:
    """Say who decided to let a level end, when, and why."""

    person: str
    time: str
    note: str


def decisions(scene: Scene, codes: Iterable[str]) -> Mapping[str, Decision]:
    """Give what was decided about the present ends of some places, in one query.

    An end that was moved since is another end: the decision was not about it.
    """
    places = {code: scene.place(code) for code in codes}
    bearing = {sequence for place in places.values() for sequence in place.declarations}
    if not bearing:
        return {}
    entries = AuditEntry.objects.filter(
        action=AuditEntry.Action.LET_END,
        declaration__sequence__in=bearing,
        declaration__exercise=scene.exercise,
    )
    found: dict[str, Decision] = {}
    for entry in entries.select_related("actor").order_by("-at", "-pk"):
        place = places.get(entry.details.get("region", ""))
        if place is not None and entry.details.get("ends_at") == instant(place.until):
            found.setdefault(
                place.code,
                Decision(
                    person=scene.person(entry.actor),
                    time=moment_label(entry.at, scene.zone(place.code), scene.lang),
                    note=entry.note,
                ),
            )
    return found


def let_end(scene: Scene, place: PlaceSituation, note: str) -> None:
    """Keep that somebody decided to let the level of a place end."""
    ledger = Declaration.objects.of_ledger(exercise=scene.exercise).published()
    record(
        ledger.get(sequence=place.declarations[-1]),
        AuditEntry.Action.LET_END,
        scene.user,
        scene.at,
        address=scene.visitor,
        note=note,
        facts={"region": place.code, "ends_at": instant(place.until)},
    )
