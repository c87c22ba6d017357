"""Changes of the catalogues, which two people make: one proposes, another confirms.

What is of national meaning belongs to the republican desk; a region's contacts to whichever desk
covers it. Level texts and advice are versions: a confirmed change adds one, and the old ones stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from guidance.catalogue_kinds import BY_CODE, Catalogue
from guidance.models import (
    NOWHERE,
    Address,
    AuditEntry,
    CatalogueChange,
    Region,
    RegionContact,
)
from guidance.publishing.people import memberships_of
from guidance.publishing.records import attempt
from guidance.publishing.refusals import (
    ChangedMeanwhile,
    NotAllowed,
    SamePerson,
    StepRefused,
    WrongState,
)
from guidance.rules import authority
from guidance.stored.atlas import Atlas, present_atlas, regions_changed


class NothingChanges(StepRefused):
    """The line says so already."""


class AlreadyProposed(StepRefused):
    """A change of this line waits for a decision."""


class CodeTaken(StepRefused):
    """There is a line of this code."""


@dataclass(frozen=True)
class Wish:
    """Hold what somebody would have a line say; an empty key is a contact not yet numbered."""

    catalogue: Catalogue
    key: str
    region: str  # whose territory it concerns
    facts: Mapping[str, Any]
    first_facts: Mapping[str, Any] = field(default_factory=dict)
    is_new: bool = False
    reason: str = ""
    in_force_from: datetime | None = None  # None: when it is confirmed


def readable_places(atlas: Atlas, user: Any, at: datetime) -> frozenset[str]:
    """Give the places whose catalogue lines exist to somebody's eyes; any role there reads."""
    return authority.readable_desks(atlas.tree, memberships_of(user, at))


def propose(wish: Wish, *, by: Any, at: datetime, address: Address = NOWHERE) -> CatalogueChange:
    """Ask that a line be changed or added; nothing changes yet."""
    atlas, step = present_atlas(), AuditEntry.Action.CATALOGUE_PROPOSED
    with attempt(step, by, at, address):
        if not authority.may_draft(atlas.tree, memberships_of(by, at), (wish.region,)):
            raise NotAllowed
        change = _change(wish, atlas, by, at)
        _record(change, step, by, at, address)
    return change


def confirm(
    change: CatalogueChange, *, by: Any, at: datetime, address: Address = NOWHERE
) -> CatalogueChange:
    """Let a change take effect, as somebody who did not propose it and approves for its place."""
    step = AuditEntry.Action.CATALOGUE_CONFIRMED
    with attempt(step, by, at, address):
        _demand_approver(change, by, at)
        if by.pk == change.proposed_by_id:
            raise SamePerson
        decided = _decide(change, CatalogueChange.State.CONFIRMED, by, at)
        _apply(decided, at)
        regions_changed()  # every process reads the catalogues again
        _record(decided, step, by, at, address)
    return decided


def refuse(
    change: CatalogueChange, *, by: Any, at: datetime, address: Address = NOWHERE
) -> CatalogueChange:
    """Turn a change down; who proposed it may take it back."""
    step = AuditEntry.Action.CATALOGUE_REFUSED
    with attempt(step, by, at, address):
        if by.pk != change.proposed_by_id:
            _demand_approver(change, by, at)
        decided = _decide(change, CatalogueChange.State.REFUSED, by, at)
        _record(decided, step, by, at, address)
    return decided


def _change(wish: Wish, atlas: Atlas, by: Any, at: datetime) -> CatalogueChange:
    key = wish.key or _next_contact(wish.region)
    line = wish.catalogue.line(key)
    if wish.is_new and line is not None:
        raise CodeTaken
    before = {} if wish.is_new else wish.catalogue.facts_of(line)
    after = {**wish.first_facts, **wish.facts}
    if before == after:
        raise NothingChanges
    if CatalogueChange.objects.filter(
        catalogue=wish.catalogue.code, key=key, state=CatalogueChange.State.PROPOSED
    ).exists():
        raise AlreadyProposed
    change = CatalogueChange(
        catalogue=wish.catalogue.code, key=key, region_id=atlas.pk(wish.region),
        is_new=wish.is_new, before=before, after=after, in_force_from=wish.in_force_from,
        reason=wish.reason, proposed_by=by, proposed_at=at,
    )  # fmt: skip
    change.save(force_insert=True)
    return change


def _demand_approver(change: CatalogueChange, by: Any, at: datetime) -> None:
    tree = present_atlas().tree
    if not authority.may_approve(tree, memberships_of(by, at), (change.region.code,)):
        raise NotAllowed


def _decide(change: CatalogueChange, state: str, by: Any, at: datetime) -> CatalogueChange:
    open_ones = CatalogueChange.objects.filter(pk=change.pk, state=CatalogueChange.State.PROPOSED)
    if open_ones.update(state=state, decided_by=by, decided_at=at) != 1:
        raise WrongState(change.state)
    return CatalogueChange.objects.select_related("region").get(pk=change.pk)


def _apply(change: CatalogueChange, at: datetime) -> None:
    catalogue = BY_CODE[change.catalogue]
    line = catalogue.line(change.key)
    if (line is None) is not change.is_new:
        raise ChangedMeanwhile(change.state)
    if line is not None and catalogue.facts_of(line) != change.before:
        raise ChangedMeanwhile(change.state)
    if line is None:
        line = catalogue.model(**{catalogue.key_field: change.key})
    for column, value in change.after.items():
        setattr(line, column, _stored(column, value))
    if catalogue.is_versioned:
        line.pk, line.change = None, change
        line.in_force_from = max(change.in_force_from or at, at)
    line.save(force_insert=catalogue.is_versioned or change.is_new)


def _stored(column: str, value: Any) -> Any:
    return Region.objects.get(code=value) if column == "region" else value


def _next_contact(region: str) -> str:
    taken = RegionContact.objects.filter(region__code=region).count()
    asked = CatalogueChange.objects.filter(
        catalogue="CONTACT", is_new=True, region__code=region, state="PROPOSED"
    )
    return f"{region}.{taken + asked.count() + 1}"


def _record(change: CatalogueChange, action: str, by: Any, at: datetime, address: Address) -> None:
    details = {"change": change.pk, "catalogue": change.catalogue, "key": change.key}
    entry = AuditEntry(
        at=at, action=action, actor=by, address=address, note=change.reason, details=details
    )
    AuditEntry.objects.bulk_create([entry])


__all__ = [
    "AlreadyProposed", "CodeTaken", "NothingChanges", "Wish", "confirm", "propose",
    "readable_places", "refuse",
]  # fmt: skip
