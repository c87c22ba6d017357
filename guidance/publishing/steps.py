"""The steps of a draft: submitted, taken back, returned, rejected."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from guidance.models import LANGUAGES, NOWHERE, Address, AuditEntry, Declaration, Status
from guidance.publishing.drafts import EDITABLE
from guidance.publishing.people import concerned, demand_approver, demand_drafter
from guidance.publishing.proposals import propose
from guidance.publishing.readiness import problems_of
from guidance.publishing.records import attempt, contribute, locked, record, reload
from guidance.publishing.refusals import NotReady, ReasonNeeded, WrongState
from guidance.stored.atlas import present_atlas

TAKEN_BACK = "taken back"


def submit(
    declaration: Declaration,
    *,
    by: Any,
    at: datetime,
    address: Address = NOWHERE,
    deadline_at: datetime | None = None,
) -> Declaration:
    """Hand a draft to the approvers; from then on nobody changes it."""
    step = AuditEntry.Action.SUBMITTED
    with attempt(step, by, at, address, declaration=declaration):
        declaration = locked(declaration)
        _demand(declaration, *EDITABLE)
        demand_drafter(present_atlas(), by, declaration.desk, concerned(declaration), at)
        if problems := problems_of(declaration):
            raise NotReady(tuple(problems))
        proposal = propose(declaration, at)
        summary = {f"summary_{code}": proposal.summary[code] for code in LANGUAGES}
        _step(
            declaration, EDITABLE, status=Status.SUBMITTED, submitted_at=at, changed_at=at,
            deadline_at=deadline_at, return_reason="", **summary,
        )  # fmt: skip
        contribute(declaration, by, at)
        record(declaration, step, by, at, address=address)
    return reload(declaration)


def take_back(
    declaration: Declaration, *, by: Any, at: datetime, address: Address = NOWHERE
) -> Declaration:
    """Let the desk that drafted it have it back before the approver acts."""
    step = AuditEntry.Action.TAKEN_BACK
    with attempt(step, by, at, address, declaration=declaration):
        declaration = locked(declaration)
        demand_drafter(present_atlas(), by, declaration.desk, concerned(declaration), at)
        _step(
            declaration, (Status.SUBMITTED,), status=Status.RETURNED, return_reason=TAKEN_BACK,
            changed_at=at,
        )  # fmt: skip
        record(declaration, step, by, at, address=address)
    return reload(declaration)


def return_(
    declaration: Declaration, *, by: Any, reason: str, at: datetime, address: Address = NOWHERE
) -> Declaration:
    """Send it back to its desk as a draft, saying why."""
    return _decide(declaration, Status.RETURNED, by, reason, at, address)


def reject(
    declaration: Declaration, *, by: Any, reason: str, at: datetime, address: Address = NOWHERE
) -> Declaration:
    """Refuse it for good, saying why."""
    return _decide(declaration, Status.REJECTED, by, reason, at, address)


def _decide(
    declaration: Declaration,
    status: Status,
    by: Any,
    reason: str,
    at: datetime,
    address: Address,
) -> Declaration:
    if not reason.strip():
        raise ReasonNeeded
    action = AuditEntry.Action(status)
    with attempt(action, by, at, address, declaration=declaration):
        declaration = locked(declaration)
        acting = demand_approver(present_atlas(), by, declaration, at)
        _step(
            declaration, (Status.SUBMITTED,), status=status, return_reason=reason.strip(),
            changed_at=at,
        )  # fmt: skip
        note = reason.strip()
        record(declaration, action, by, at, address=address, note=note, acting=acting)
    return reload(declaration)


def _demand(declaration: Declaration, *states: Status) -> None:
    if declaration.status not in states:
        raise WrongState(declaration.status)


def _step(declaration: Declaration, before: tuple[Status, ...], **columns: Any) -> None:
    rows = Declaration.objects.filter(pk=declaration.pk, status__in=before)
    if rows.update(**columns) != 1:
        raise WrongState(declaration.status)
