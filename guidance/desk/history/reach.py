"""Which entries of the audit log exist to somebody's eyes, and whether they may take them out."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from guidance.desk.scene import Scene
from guidance.models import AuditEntry, Desk, Membership
from guidance.publishing.people import is_administrator

Action = AuditEntry.Action
STEPS = (
    Action.SAVED,
    Action.SUBMITTED,
    Action.TAKEN_BACK,
    Action.RETURNED,
    Action.REJECTED,
    Action.PUBLISHED,
    Action.LET_END,
)
COUNTRY = "KZ"


@dataclass(frozen=True, slots=True)
class Reach:
    """Hold what somebody reads of the log: entries, desks and people to choose from."""

    entries: QuerySet[AuditEntry]
    desks: tuple[Desk, ...]
    people: QuerySet[Any]
    actions: tuple[AuditEntry.Action, ...]
    exportable: frozenset[str]  # the regions of the desks whose entries may be taken out
    audits_everything: bool = False

    def may_export(self, desk: str) -> bool:
        """Tell whether all that is asked for, of one desk or of all, may be taken out."""
        if self.audits_everything:
            return True
        asked = {each.region.code for each in self.desks if desk in ("", each.code)}
        return bool(asked) and asked <= self.exportable


def history_of(scene: Scene) -> Reach:
    """Give the steps of the declarations that the person may open."""
    desks = _desks(scene.readable_desks)
    return Reach(
        entries=AuditEntry.objects.filter(declaration__in=scene.readable(), action__in=STEPS),
        desks=desks,
        people=_people(scene, desks),
        actions=STEPS,
        exportable=scene.auditable_desks,
    )


def audit_of(scene: Scene) -> Reach | None:
    """Give what an auditor or an administrator reads beyond that; nobody else has an audit."""
    administers = is_administrator(scene.user)
    desks = _desks(scene.auditable_desks)
    if not desks and not administers:
        return None
    members = Membership.objects.in_force(scene.at).filter(desk__in=desks).values("user")
    visible = Q(desk__in=desks) & (Q(declaration=None) | Q(declaration__exercise=scene.exercise))
    if COUNTRY in scene.auditable_desks:
        visible |= Q(desk=None)
    elif administers:
        # Administrators keep the accounts; what a desk writes is its own.
        visible |= Q(declaration=None)
    else:
        visible |= Q(desk=None) & (Q(actor__in=members) | Q(subject__in=members))
    entries = AuditEntry.objects.filter(visible)
    if scene.exercise:
        entries = entries.filter(declaration__exercise=True)
    everybody = get_user_model()._default_manager.all()
    return Reach(
        entries=entries,
        desks=_desks(frozenset(scene.tree)) if administers else desks,
        people=everybody if administers else _people(scene, desks),
        actions=tuple(Action),
        exportable=scene.auditable_desks,
        audits_everything=True,
    )


def _desks(regions: frozenset[str]) -> tuple[Desk, ...]:
    found = Desk.objects.filter(region__code__in=regions).select_related("region")
    return tuple(found.order_by("region__code", "pk"))


def _people(scene: Scene, desks: tuple[Desk, ...]) -> QuerySet[Any]:
    """Give who ever had a role at these desks or at one above them, which may act there."""
    above = {code for desk in desks for code in scene.tree.lineage(desk.region.code)}
    held = Membership.objects.filter(Q(desk__in=desks) | Q(desk__region__code__in=above))
    people: QuerySet[Any] = get_user_model()._default_manager.all()
    return people.filter(pk__in=held.values("user"))
