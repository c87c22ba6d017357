"""One entry of the log as pages and files print it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from guidance.desk.history.telling import told
from guidance.desk.scene import Scene
from guidance.desk.verdict import heading
from guidance.desk.words import moment_label
from guidance.models import AuditEntry, Declaration
from guidance.publishing.people import concerned
from guidance.rules.dates import local

OF = ("declaration", "drafter", "approver")


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one entry, in words."""

    pk: int
    local: str
    utc: str
    person: str
    about: str
    step: str
    note: str
    declaration: str
    drafter: str
    approver: str
    desk: str
    address: str
    declaration_pk: int | None = None
    compared: str = ""  # the two versions between which this step lies
    place: str = ""  # of a public act: the page of which place shows it
    minute: str = ""  # the first whole one, by that place's clocks


def with_facts(entries: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
    """Load what a row reads, in a fixed number of queries."""
    return entries.select_related(
        "actor",
        "subject",
        "desk",
        "declaration__author",
        "declaration__approver",
        "declaration__refers_to",
    ).prefetch_related("declaration__regions__region", "declaration__refers_to__regions__region")


def rows_of(scene: Scene, entries: Iterable[AuditEntry], zone: str) -> Iterator[Row]:
    """Print entries by the clocks of a zone, in the reader's language."""
    for entry in entries:
        yield _row(scene, entry, zone)


def _row(scene: Scene, entry: AuditEntry, zone: str) -> Row:
    declaration = entry.declaration
    row: dict[str, Any] = {
        "pk": entry.pk,
        "local": moment_label(entry.at, zone, scene.lang),
        "utc": f"{entry.at.astimezone(UTC):%d.%m.%Y %H:%M:%S} UTC",
        "person": scene.person(entry.actor),
        "about": scene.person(entry.subject) if entry.subject_id != entry.actor_id else "",
        "step": told(entry),
        "note": entry.note,
        "desk": entry.desk.name if entry.desk is not None else "",
        "address": entry.address,
        "compared": _compared(entry),
    }
    of = _of(scene, declaration, entry) if declaration is not None else dict.fromkeys(OF, "")
    return Row(**row, **of)


def _compared(entry: AuditEntry) -> str:
    """Ask for what a saving changed, or for what was changed after a return."""
    version = entry.details.get("version")
    if entry.action == AuditEntry.Action.RETURNED and version:
        return f"old={version}&new={version + 1}"
    if entry.action == AuditEntry.Action.SAVED and version and version > 1:
        return f"old={version - 1}&new={version}"
    return ""


def _minute(scene: Scene, at: datetime, place: str) -> str:
    """Give the first whole minute at which readers saw it."""
    after = at + timedelta(seconds=59, microseconds=999_999)
    return f"{local(after, scene.zone(place)):%Y-%m-%dT%H:%M}"


def _of(scene: Scene, declaration: Declaration, entry: AuditEntry) -> dict[str, Any]:
    named = concerned(declaration)
    is_public = entry.action == AuditEntry.Action.PUBLISHED and not declaration.exercise
    return {
        "declaration": heading(scene, declaration, named),
        "drafter": scene.person(declaration.author),
        "approver": scene.person(declaration.approver),
        "declaration_pk": declaration.pk,
        "place": named[0] if is_public and named else "",
        "minute": _minute(scene, entry.at, named[0]) if is_public and named else "",
    }
