"""Timed drills: "red for Aktobe, go", and how long the desk took."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from guidance.models import (
    NOWHERE,
    Address,
    AuditEntry,
    Declaration,
    Desk,
    Drill,
    DrillStep,
    Region,
)
from guidance.publishing.entering import Entered, lock_ledger
from guidance.publishing.people import memberships_of
from guidance.publishing.refusals import NotAllowed, StepRefused
from guidance.rules import authority
from guidance.rules.drills import DRILL_LASTS, Order
from guidance.rules.levels import Level
from guidance.stored.atlas import present_atlas


class OutsideTerritory(StepRefused):
    """The place is not one that the desk answers for."""


class DrillUnderWay(StepRefused):
    """The desk has a drill that it has not finished yet."""


def may_start_drills(user: Any, at: datetime) -> bool:
    """Tell whether somebody may give the order: administrators, and the republican desk."""
    people: Any = get_user_model()
    tree = present_atlas().tree
    roles = {authority.Role.DRAFTER, authority.Role.APPROVER}
    return (
        any(
            each.desk_region == tree.root and each.role in roles
            for each in memberships_of(user, at)
        )
        or people.objects.administrators().filter(pk=user.pk).exists()
    )


def start_drill(
    desk: Desk,
    *,
    region: Region,
    level: Level,
    hint: str,
    by: Any,
    at: datetime,
    address: Address = NOWHERE,
) -> Drill:
    """Give a desk the order; the clock runs from now."""
    if not may_start_drills(by, at):
        raise NotAllowed
    if not present_atlas().tree.is_within(region.code, desk.region.code):
        raise OutsideTerritory
    with transaction.atomic():
        lock_ledger(exercise=True)  # two orders at once, or an order and its answer: one waits
        if open_drill(desk, at) is not None:
            raise DrillUnderWay
        drill = Drill(
            desk=desk, region=region, level=level.name, hint=hint, started_by=by, started_at=at
        )
        Drill.objects.bulk_create([drill])
        details = {"desk": desk.code, "region": region.code, "level": level.name}
        entry = AuditEntry(
            at=at,
            action=AuditEntry.Action.DRILL_STARTED,
            actor=by,
            address=address,
            desk=desk,
            note=hint,
            details=details,
        )
        AuditEntry.objects.bulk_create([entry])
    return drill


def open_drill(desk: Desk, at: datetime) -> Drill | None:
    """Give the drill that a desk has still to finish."""
    begun = Drill.objects.filter(
        desk=desk, started_at__lte=at, started_at__gt=at - DRILL_LASTS
    ).exclude(steps__kind=DrillStep.Kind.WITHDRAWN)
    return begun.select_related("region").order_by("-started_at", "-pk").first()


def order_of(drill: Drill) -> Order:
    """Read a stored drill as the rules do."""
    return Order(drill.region.code, Level[drill.level], drill.started_at)


def measure_drill(entered: Entered) -> None:
    """Keep how long a desk took, in the transaction that publishes what it was asked for."""
    declaration, act = entered.declaration, entered.proposal.act
    if not declaration.exercise:
        return
    drill = open_drill(declaration.desk, act.published_at)
    if drill is None:
        return
    order, drafted_at = order_of(drill), declaration.created_at
    answer = drill.steps.filter(kind=DrillStep.Kind.DECLARED).select_related("declaration").first()
    if answer is None:
        if order.is_answered_by(act, drafted_at=drafted_at):
            _keep(drill, DrillStep.Kind.DECLARED, declaration, act.published_at)
        return
    sequence = answer.declaration.sequence or 0
    if order.is_taken_back_by(act, answer=sequence, drafted_at=drafted_at):
        _keep(drill, DrillStep.Kind.WITHDRAWN, declaration, act.published_at)


def _keep(drill: Drill, kind: DrillStep.Kind, declaration: Declaration, at: datetime) -> None:
    worked = set(declaration.contributors.values_list("user_id", flat=True))
    people = worked | {declaration.author_id, declaration.approver_id}
    step = DrillStep(
        drill=drill,
        kind=kind,
        declaration=declaration,
        drafted_at=declaration.created_at,
        submitted_at=declaration.submitted_at or at,
        published_at=at,
        people=len(people),
    )
    DrillStep.objects.bulk_create([step])
