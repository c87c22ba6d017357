"""Wiping the drafts that an exercise leaves behind; nothing real can be wiped."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from guidance.models import NOWHERE, Address, AuditEntry, Declaration, Desk, Status, WipedDraft
from guidance.publishing.people import demand_drafter
from guidance.publishing.records import record
from guidance.querysets import DeclarationQuerySet
from guidance.stored.atlas import present_atlas

WIPEABLE = (Status.DRAFT, Status.RETURNED, Status.REJECTED)


def wipeable(desks: Collection[Desk]) -> DeclarationQuerySet[Declaration]:
    """Give what may be wiped at some desks: unpublished, undecided, of an exercise."""
    drafts = Declaration.objects.of_ledger(exercise=True).not_wiped().within(desks)
    return drafts.filter(status__in=WIPEABLE)


def wipe(
    desk: Desk, *, chosen: Collection[int], by: Any, at: datetime, address: Address = NOWHERE
) -> int:
    """Wipe the chosen drafts of a desk, and tell how many; others among the chosen stay.

    A wiped draft is shown nowhere and never goes on. Its row stays, because the audit names it.
    """
    with transaction.atomic():
        demand_drafter(present_atlas(), by, desk, (), at)
        rows = wipeable([desk]).filter(pk__in=chosen).select_for_update(of=("self",))
        drafts = list(rows.order_by("pk"))
        WipedDraft.objects.bulk_create(
            WipedDraft(declaration=draft, by=by, at=at) for draft in drafts
        )
        for draft in drafts:
            record(draft, AuditEntry.Action.WIPED, by, at, address=address)
    return len(drafts)
