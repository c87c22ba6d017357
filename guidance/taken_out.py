"""Entries of the audit log as JSON Lines that never change, and the record of who took them out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from guidance.models import Address, AuditEntry, Desk, Ledger
from guidance.publishing.canonical import canonical, instant


def line_of(entry: AuditEntry) -> bytes:
    """Write one entry as canonical JSON; the log only grows, so the same bytes come for ever."""
    declaration = entry.declaration
    is_published = entry.action == AuditEntry.Action.PUBLISHED
    facts: dict[str, object] = {
        "entry": entry.pk,
        "at": instant(entry.at),
        "action": entry.action,
        "actor": _username(entry.actor),
        "subject": _username(entry.subject),
        "address": entry.address or None,
        "desk": entry.desk.code if entry.desk is not None else None,
        "declaration": entry.declaration_id,
        # A draft gets its number later; only what published it names one from then on.
        "number": declaration.number if declaration is not None and is_published else None,
        "role_request": entry.role_request_id,
        "note": entry.note,
        "details": entry.details,
    }
    return canonical(facts) + b"\n"


def lines_of(entries: Iterable[AuditEntry]) -> bytes:
    """Write entries as JSON Lines, in their order."""
    return b"".join(map(line_of, entries))


def _username(user: Any) -> str | None:
    return None if user is None else str(user.get_username())


def heads() -> dict[str, object]:
    """Give count and head of both ledgers as they are now."""
    return {
        str(ledger): {"count": ledger.count, "head": ledger.head}
        for ledger in Ledger.objects.order_by("exercise")
    }


def record_export(
    by: Any, at: datetime, address: Address, *, desk: Desk | None, facts: Mapping[str, object]
) -> None:
    """Write who took what out: format, question, rows and the hash of its JSON Lines."""
    entry = AuditEntry(
        at=at, action=AuditEntry.Action.EXPORTED, actor=by, address=address, desk=desk,
        details=dict(facts),
    )  # fmt: skip
    AuditEntry.objects.bulk_create([entry])
