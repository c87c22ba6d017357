"""The versions of a draft: each kept as it was saved, as canonical JSON of its facts and words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from guidance.models import Declaration, DraftVersion
from guidance.publishing.canonical import canonical
from guidance.publishing.facts import facts_and_words


def keep_version(declaration: Declaration, by: Any, at: datetime) -> None:
    """Keep the present version of a draft; the database never lets go of it."""
    version = DraftVersion(
        declaration=declaration, version=declaration.version, saved_by=by, saved_at=at,
        content=canonical(version_content(declaration)).decode("utf-8"),
    )  # fmt: skip
    DraftVersion.objects.bulk_create([version])


def version_content(declaration: Declaration) -> dict[str, object]:
    """Give all that the form of a draft holds, with what is never public."""
    return {
        **facts_and_words(declaration),
        "note_to_approver": declaration.note_to_approver or None,
        "warnings_seen": list(declaration.warnings_seen),
    }
