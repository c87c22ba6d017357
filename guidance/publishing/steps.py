"""The steps of a draft: submitted, taken back, returned, rejected."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from guidance.models import LANGUAGES, AuditEntry, Declaration, Status
from guidance.publishing.drafts import EDITABLE
from guidance.publishing.people import concerned, demand_approver, demand_drafter
from guidance.publishing.proposals import propose
from guidance.publishing.readiness import problems_of
from guidance.publishing.records import contribute, locked, record, reload
from guidance.publishing.refusals import NotReady, ReasonNeeded, WrongState
from guidance.stored.atlas import present_atlas

TAKEN_BACK = "taken back"


def submit(
    declaration: Declaration, *, by: Any, at: datetime, deadline_at: datetime | None = None
) -> Declaration:
    """Hand a draft to the approvers; from then on nobody changes it."""
    with transaction.atomic():
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
        record(declaration, AuditEntry.Action.SUBMITTED, by, at)
    return reload(declaration)


def take_back(declaration: Declaration, *, by: Any, at: datetime) -> Declaration:
    """Let the desk that drafted it have it back before the approver acts."""
    with transaction.atomic():
        declaration = locked(declaration)
        demand_drafter(present_atlas(), by, declaration.desk, concerned(declaration), at)
        _step(
            declaration, (Status.SUBMITTED,), status=Status.RETURNED, return_reason=TAKEN_BACK,
            changed_at=at,
        )  # fmt: skip
        record(declaration, AuditEntry.Action.TAKEN_BACK, by, at)
    return reload(declaration)


def return_(declaration: Declaration, *, by: Any, reason: str, at: datetime) -> Declaration:
    """Send it back to its desk as a draft, saying why."""
    return _decide(declaration, by, reason, at, Status.RETURNED, AuditEntry.Action.RETURNED)


def reject(declaration: Declaration, *, by: Any, reason: str, at: datetime) -> Declaration:
    """Refuse it for good, saying why."""
    return _decide(declaration, by, reason, at, Status.REJECTED, AuditEntry.Action.REJECTED)


def _decide(
    declaration: Declaration, by: Any, reason: str, at: datetime, status: Status, action: str
) -> Declaration:
    if not reason.strip():
        raise ReasonNeeded
    with transaction.atomic():
        declaration = locked(declaration)
        acting = demand_approver(present_atlas(), by, declaration, at)
        _step(
            declaration, (Status.SUBMITTED,), status=status, return_reason=reason.strip(),
            changed_at=at,
        )  # fmt: skip
        record(declaration, action, by, at, note=reason.strip(), acting=acting)
    return reload(declaration)


def _demand(declaration: Declaration, *states: Status) -> None:
    if declaration.status not in states:
        raise WrongState(declaration.status)


def _step(declaration: Declaration, before: tuple[Status, ...], **columns: Any) -> None:
    rows = Declaration.objects.filter(pk=declaration.pk, status__in=before)
    if rows.update(**columns) != 1:
        raise WrongState(declaration.status)
