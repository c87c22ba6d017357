"""Reading a declaration under lock, and writing down who did what to it, and what was refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction

from guidance.models import (
    NOWHERE,
    Address,
    AuditEntry,
    Contributor,
    Declaration,
    Desk,
    RoleRequest,
)
from guidance.publishing.refusals import NotAllowed, SituationChanged, WrongState


def locked(declaration: Declaration) -> Declaration:
    """Read a declaration as it is now and keep others from changing it."""
    standing = Declaration.objects.not_wiped().select_for_update(of=("self",))
    standing.values("pk").get(pk=declaration.pk)
    return reload(declaration)


def reload(declaration: Declaration) -> Declaration:
    """Read a declaration, its parts and its author as they are now."""
    return Declaration.objects.with_facts().select_related("author").get(pk=declaration.pk)


def record(
    declaration: Declaration,
    action: str,
    by: Any,
    at: datetime,
    *,
    address: Address = NOWHERE,
    note: str = "",
    acting: str = "",
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Write who did what to a declaration, from where, and as which desk if for another."""
    details: dict[str, Any] = {"version": declaration.version, **(facts or {})}
    if acting:
        details |= {"acting_desk": acting, "for_desk": declaration.desk.region.code}
    entry = AuditEntry(
        at=at, action=action, actor=by, address=address, declaration=declaration,
        desk_id=declaration.desk_id, note=note, details=details,
    )  # fmt: skip
    AuditEntry.objects.bulk_create([entry])


class About(TypedDict, total=False):
    """Name what an attempt is about."""

    declaration: Declaration | None
    desk: Desk | None
    subject: Any
    role_request: RoleRequest | None


@contextmanager
def attempt(
    action: str, by: Any, at: datetime, address: Address, **about: Unpack[About]
) -> Iterator[None]:
    """Do a step in one transaction; a refused one leaves nothing behind but its entry."""
    try:
        with transaction.atomic():
            yield
    except (NotAllowed, SituationChanged, WrongState) as refusal:
        record_refusal(action, type(refusal).__name__, by, at, address, **about)
        raise


def record_refusal(
    action: str, why: str, by: Any, at: datetime, address: Address, **about: Unpack[About]
) -> None:
    """Write that somebody tried what was refused, by the name of the refusal."""
    details: dict[str, object] = {"attempt": action, "refusal": why}
    declaration = about.get("declaration")
    if declaration is not None:
        details["version"] = declaration.version
        about["desk"] = declaration.desk
    entry = AuditEntry(
        at=at, action=AuditEntry.Action.REFUSED, actor=by, address=address, details=details,
        **about,
    )  # fmt: skip
    AuditEntry.objects.bulk_create([entry])


def contribute(declaration: Declaration, by: Any, at: datetime) -> None:
    """Note that somebody worked on it, who therefore can't approve it."""
    if not Contributor.objects.filter(declaration=declaration, user=by).exists():
        Contributor.objects.bulk_create(
            [Contributor(declaration=declaration, user=by, first_saved_at=at)]
        )
