"""The guards in SQLite: one trigger an event, and no way round by REPLACE."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from guidance.migrations.guards.refusals import NO_OVERLAP, NO_TRUNCATE, REFUSALS

STANDING = "SELECT name FROM sqlite_master WHERE type = 'trigger'"

# REPLACE deletes the row in its way without a DELETE trigger: a taken key is refused before.
UNIQUE = {
    "guidance_declaration": ("id", "number", "archive_id", "idempotency_key"),
    "guidance_bulletin": ("id", "declaration_id", "hash"),
    "guidance_outboxrow": ("id", "declaration_id"),
    "guidance_ledger": ("id", "exercise"),
    "guidance_region": ("id", "code", "slug"),
    "guidance_serviceaccount": ("id", "user_id", "role"),
    "guidance_membership": ("id", "granted_id", "revoked_id"),
    "guidance_desk": ("id", "code", "region_id"),
    "guidance_shift": ("id", "replaces_id"),
    "guidance_wipeddraft": ("id", "declaration_id"),
    "guidance_drillstep": ("id", "declaration_id"),
}
# Times are text here; one form only, or comparing them means nothing.
_PLAIN = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]"
_PRECISE = f"{_PLAIN}.[0-9][0-9][0-9][0-9][0-9][0-9]"


def _ill_formed(column: str) -> str:
    return f"NOT (NEW.{column} GLOB '{_PLAIN}' OR NEW.{column} GLOB '{_PRECISE}')"


def _overlaps(table: str, other: str) -> str:
    near = f"SELECT 1 FROM {table} p WHERE p.region_id = NEW.region_id{other}"
    begun = "AND (NEW.ends_at IS NULL OR p.starts_at < NEW.ends_at)"
    return (
        f"EXISTS ({near} {begun} AND p.ends_at > NEW.starts_at)"
        f" OR EXISTS ({near} {begun} AND p.ends_at IS NULL)"
        f" OR {_ill_formed('starts_at')} OR (NEW.ends_at IS NOT NULL AND {_ill_formed('ends_at')})"
    )


def _taken(table: str, event: str) -> str:
    columns = UNIQUE.get(table, ("id",))
    same = " OR ".join(f"t.{column} = NEW.{column}" for column in columns)
    other = " AND t.id <> OLD.id" if event == "UPDATE" else ""
    return f"EXISTS (SELECT 1 FROM {table} t WHERE ({same}){other})"


def _all() -> Iterator[tuple[str, str, str, str, str, set[str]]]:
    """Give name, table, event, condition, message and needed tables of every trigger."""
    for refusal in REFUSALS:
        for event in refusal.events:
            name = f"{refusal.name}_{event.lower()}"
            needed = {refusal.table, *refusal.needs}
            yield name, refusal.table, event, refusal.when, refusal.message, needed
    for table in NO_OVERLAP:
        for event, other in (("INSERT", ""), ("UPDATE", " AND p.id <> OLD.id")):
            name = f"{table}_no_overlap_{event.lower()}"
            message = "two periods of a region overlap"
            yield name, table, event, _overlaps(table, other), message, {table}
    for table in NO_TRUNCATE:
        for event in ("INSERT", "UPDATE"):
            name = f"{table}_no_replace_{event.lower()}"
            yield name, table, event, _taken(table, event), "this key is taken", {table}


def names() -> list[str]:
    """Name every guard."""
    return [name for name, *_ in _all()]


def statements(tables: Collection[str]) -> Iterator[str]:
    """Write the statements that create the guards of the tables that stand."""
    for name, table, event, when, message, needed in _all():
        if not needed <= set(tables):
            continue
        condition = f"WHEN {when} " if when else ""
        yield (
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {condition}"
            f"BEGIN SELECT RAISE(ABORT, '{name}: {message}'); END"
        )


def removals() -> Iterator[str]:
    """Write the statements that drop the guards, standing or not."""
    for name in names():
        yield f"DROP TRIGGER IF EXISTS {name}"
