"""Changes of roles, which two administrators make: one asks, another confirms."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import Group

from guidance.models import (
    NOWHERE,
    Address,
    AuditEntry,
    Desk,
    Membership,
    RoleCode,
    RoleRequest,
)
from guidance.publishing.canonical import instant
from guidance.publishing.people import demand_administrator
from guidance.publishing.records import About, attempt
from guidance.publishing.refusals import SamePerson, StepRefused, WrongState

# The groups that let the holders of a role into the admin; a migration makes them.
DOORS = {
    RoleCode.DRAFTER: "Desk drafters",
    RoleCode.APPROVER: "Desk approvers",
    RoleCode.AUDITOR: "Auditors",
}


class NothingToChange(StepRefused):
    """The person has the role already, or does not have it, or somebody asked before."""


class TermIsOver(StepRefused):
    """The role would end before it begins."""


def request_role(
    user: Any,
    *,
    desk: Desk,
    role: RoleCode,
    by: Any,
    at: datetime,
    change: RoleRequest.Change = RoleRequest.Change.GRANT,
    ends_at: datetime | None = None,
    address: Address = NOWHERE,
) -> RoleRequest:
    """Ask that somebody be given a role at a desk, have it for another term, or lose it."""
    step = AuditEntry.Action.ROLE_REQUESTED
    with attempt(step, by, at, address, desk=desk, subject=user):
        demand_administrator(by)
        _refuse_past_end(ends_at, at)
        _refuse_what_is_so(user, desk, role, change, ends_at)
        request = RoleRequest(
            user=user, desk=desk, role=role, change=change, ends_at=ends_at, requested_by=by,
            requested_at=at,
        )  # fmt: skip
        RoleRequest.objects.bulk_create([request])
        _record(request, step, by, at, address)
    return request


def confirm_role(
    request: RoleRequest, *, by: Any, at: datetime, address: Address = NOWHERE
) -> RoleRequest:
    """Let a change of a role take effect; neither who asked nor whom it concerns may confirm."""
    step = AuditEntry.Action.ROLE_CONFIRMED
    with attempt(step, by, at, address, **_about(request)):
        demand_administrator(by)
        if by.pk in (request.requested_by_id, request.user_id):
            raise SamePerson
        _refuse_past_end(request.ends_at, at)
        request = _decide(request, RoleRequest.State.CONFIRMED, by, at)
        held = Membership.objects.filter(
            user=request.user, desk=request.desk, role=request.role, revoked=None
        )
        # A new term takes the place of the old one, over or not.
        held.update(revoked=request)
        if request.change == RoleRequest.Change.GRANT:
            row = Membership(
                user=request.user, desk=request.desk, role=request.role, granted=request,
                ends_at=request.ends_at,
            )  # fmt: skip
            Membership.objects.bulk_create([row])
        _open_or_close_the_door(request)
        _record(request, step, by, at, address)
    return request


def refuse_role(
    request: RoleRequest, *, by: Any, at: datetime, address: Address = NOWHERE
) -> RoleRequest:
    """Turn a change of a role down."""
    step = AuditEntry.Action.ROLE_REFUSED
    with attempt(step, by, at, address, **_about(request)):
        demand_administrator(by)
        request = _decide(request, RoleRequest.State.REFUSED, by, at)
        _record(request, step, by, at, address)
    return request


def _open_or_close_the_door(request: RoleRequest) -> None:
    """Keep the group of a role with whoever holds that role at any desk."""
    group = Group.objects.get(name=DOORS[RoleCode(request.role)])
    held = Membership.objects.filter(user=request.user, role=request.role, revoked=None)
    if held.exists():
        request.user.groups.add(group)
    else:
        request.user.groups.remove(group)


def _refuse_past_end(ends_at: datetime | None, at: datetime) -> None:
    if ends_at is not None and ends_at <= at:
        raise TermIsOver


def _refuse_what_is_so(
    user: Any, desk: Desk, role: RoleCode, change: str, ends_at: datetime | None
) -> None:
    held = Membership.objects.filter(user=user, desk=desk, role=role, revoked=None).first()
    asked = RoleRequest.objects.filter(
        user=user, desk=desk, role=role, state=RoleRequest.State.REQUESTED
    )
    if change == RoleRequest.Change.GRANT:
        is_so = held is not None and held.ends_at == ends_at
    else:
        is_so = held is None
    if is_so or asked.exists() or user.is_service:
        raise NothingToChange


def _decide(request: RoleRequest, state: RoleRequest.State, by: Any, at: datetime) -> RoleRequest:
    rows = RoleRequest.objects.filter(pk=request.pk, state=RoleRequest.State.REQUESTED)
    if rows.update(state=state, decided_by=by, decided_at=at) != 1:
        raise WrongState(request.state)
    return RoleRequest.objects.select_related("user", "desk").get(pk=request.pk)


def _about(request: RoleRequest) -> About:
    return {"desk": request.desk, "subject": request.user, "role_request": request}


def _record(request: RoleRequest, action: str, by: Any, at: datetime, address: Address) -> None:
    details = {
        "user": request.user.get_username(),
        "desk": request.desk.code,
        "role": request.role,
        "change": request.change,
        "ends_at": instant(request.ends_at),
    }
    entry = AuditEntry(
        at=at, action=action, actor=by, address=address, details=details, **_about(request)
    )
    AuditEntry.objects.bulk_create([entry])
