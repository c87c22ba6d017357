"""The one transaction that publishes a declaration, and the steps that lead to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from guidance.models import NOWHERE, Address, AuditEntry, Declaration, Ledger
from guidance.publishing.drafts import Draft, save_draft
from guidance.publishing.entering import Entered, Seal, enter, lock_ledger
from guidance.publishing.people import concerned, demand_approver, demand_author
from guidance.publishing.proposals import (
    Proposal,
    propose,
    proposed,
    publication_moment,
)
from guidance.publishing.records import attempt, locked
from guidance.publishing.refusals import (
    AuthorNotAllowed,
    ChangedMeanwhile,
    NotAllowed,
    NotReady,
    Problem,
    ReasonNeeded,
    SamePerson,
    SituationChanged,
    StepRefused,
    WrongState,
)
from guidance.publishing.steps import TAKEN_BACK, reject, return_, submit, take_back
from guidance.publishing.tokens import differing
from guidance.rules.errors import RuleError
from guidance.stored.atlas import atlas
from guidance.stored.chronicle import CHECKPOINT_EVERY, advance_checkpoints

__all__ = [
    "TAKEN_BACK",
    "AuthorNotAllowed",
    "ChangedMeanwhile",
    "Draft",
    "Entered",
    "NotAllowed",
    "NotReady",
    "Problem",
    "Proposal",
    "ReasonNeeded",
    "SamePerson",
    "Seal",
    "SituationChanged",
    "StepRefused",
    "WrongState",
    "content_hash",
    "propose",
    "publish",
    "reject",
    "return_",
    "save_draft",
    "submit",
    "take_back",
]


def content_hash(declaration: Declaration, at: datetime) -> str:
    """Give the token of what an approver is shown; `publish` takes it back as `seen_hash`."""
    return propose(declaration, at).token


def publish(
    declaration: Declaration,
    *,
    approver: Any,
    at: datetime,
    seen_hash: str,
    address: Address = NOWHERE,
    seals: Iterable[Seal] = (),
) -> Declaration:
    """Publish what the approver saw, or refuse it when text or situation changed since.

    `seals` are called inside the transaction: what they can't seal is not published.
    """
    exercise, step = declaration.exercise, AuditEntry.Action.PUBLISHED
    with attempt(step, approver, at, address, declaration=declaration):
        ledger = lock_ledger(exercise=exercise)
        declaration = locked(declaration)
        regions = atlas(ledger.tree_token)
        moment = publication_moment(ledger, at)
        acting = demand_approver(regions, approver, declaration, moment)
        demand_author(regions, declaration, moment)
        proposal = _as_seen(declaration, ledger, moment, seen_hash)
        declaration = enter(
            ledger, declaration, proposal, approver=approver, acting=acting, address=address,
            seals=seals,
        )  # fmt: skip
        if ledger.count % CHECKPOINT_EVERY == 0:
            # After the commit: nobody waits for bookkeeping that a withdrawal may need one day.
            transaction.on_commit(partial(keep_up, exercise=exercise), robust=True)
    return declaration


def keep_up(*, exercise: bool) -> None:
    """Advance the checkpoints of the fold to the end of the ledger."""
    with transaction.atomic():
        ledger = lock_ledger(exercise=exercise)
        advance_checkpoints(atlas(ledger.tree_token).tree, exercise=exercise)


def _as_seen(
    declaration: Declaration, ledger: Ledger, published_at: datetime, seen_hash: str
) -> Proposal:
    try:
        proposal = proposed(declaration, ledger, published_at)
    except RuleError as refusal:
        # The approver was shown an act that held; now the rules refuse it.
        raise SituationChanged((), concerned(declaration), refusal) from refusal
    regions = tuple(outcome.region for outcome in proposal.applied.outcomes)
    if seen_hash != proposal.token:
        raise SituationChanged(*differing(seen_hash, proposal.token, regions))
    return proposal
