"""The guards in SQLite: one trigger an event, and no way round by REPLACE."""

from __future__ import annotations

from collections.abc import Iterator

from portal.news.migrations.guards.frozen import FROZEN, Frozen

STANDING = "SELECT name FROM sqlite_master WHERE type = 'trigger'"


def _triggers(frozen: Frozen) -> Iterator[tuple[str, str, str, str]]:
    """Give name, event, condition and message of a table's triggers."""
    public = frozen.published or "1"
    yield frozen.deletes, "DELETE", public, "what readers were told stays"
    changed = f"{public} AND ({frozen.changed('IS NOT')})"
    yield frozen.changes, "UPDATE", changed, "what readers were told does not change"
    # REPLACE deletes the row in its way without a DELETE trigger: a taken key is refused before.
    same = " OR ".join(f"t.{column} = NEW.{column}" for column in frozen.unique)
    taken = f"EXISTS (SELECT 1 FROM {frozen.table} t WHERE {same})"
    yield f"{frozen.table}_no_replace", "INSERT", taken, "this key is taken"


def names() -> list[str]:
    """Name every guard."""
    return [name for frozen in FROZEN for name, *_rest in _triggers(frozen)]


def creations() -> Iterator[str]:
    """Write the statements that create the guards."""
    for frozen in FROZEN:
        for name, event, when, message in _triggers(frozen):
            yield (
                f"CREATE TRIGGER {name} BEFORE {event} ON {frozen.table} FOR EACH ROW"
                f" WHEN {when} BEGIN SELECT RAISE(ABORT, '{name}: {message}'); END"
            )


def removals() -> Iterator[str]:
    """Write the statements that drop the guards, standing or not."""
    for name in names():
        yield f"DROP TRIGGER IF EXISTS {name}"
