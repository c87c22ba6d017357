"""Reading a declaration under lock, and writing down who did what to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from guidance.models import AuditEntry, Contributor, Declaration


def locked(declaration: Declaration) -> Declaration:
    """Read a declaration as it is now and keep others from changing it."""
    Declaration.objects.select_for_update(of=("self",)).values("pk").get(pk=declaration.pk)
    return reload(declaration)


def reload(declaration: Declaration) -> Declaration:
    """Read a declaration and its parts as they are now."""
    return Declaration.objects.with_facts().get(pk=declaration.pk)


def record(
    declaration: Declaration,
    action: str,
    by: Any,
    at: datetime,
    *,
    note: str = "",
    acting: str = "",
) -> None:
    """Write who did what to a declaration, and as which desk if that acts for another."""
    details: dict[str, Any] = {"version": declaration.version}
    if acting:
        details |= {"acting_desk": acting, "for_desk": declaration.desk.region.code}
    entry = AuditEntry(
        at=at, action=action, actor=by, declaration=declaration, note=note, details=details
    )
    AuditEntry.objects.bulk_create([entry])


def contribute(declaration: Declaration, by: Any, at: datetime) -> None:
    """Note that somebody worked on it, who therefore can't approve it."""
    if not Contributor.objects.filter(declaration=declaration, user=by).exists():
        Contributor.objects.bulk_create(
            [Contributor(declaration=declaration, user=by, first_saved_at=at)]
        )
