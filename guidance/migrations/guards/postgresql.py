"""The guards in PostgreSQL: in functions, since a WHEN would freeze the columns it names."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from guidance.migrations.guards.refusal import Refusal
from guidance.migrations.guards.refusals import NO_OVERLAP, NO_TRUNCATE, REFUSALS

STANDING = (
    "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    " UNION SELECT conname FROM pg_constraint WHERE contype = 'x'"
)


def _overlap(table: str) -> str:
    return f"{table}_no_overlap"


def _truncate(table: str) -> str:
    return f"{table}_no_truncate"


def names() -> list[str]:
    """Name every guard."""
    rows = [refusal.name for refusal in REFUSALS]
    return [*rows, *map(_truncate, NO_TRUNCATE), *map(_overlap, NO_OVERLAP)]


def _raise(name: str, message: str) -> str:
    return (
        f"RAISE EXCEPTION '{name}: {message}'"
        f" USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = '{name}';"
    )


def _function(refusal: Refusal) -> str:
    lock = ""
    if refusal.reads:
        # A late row waits for a publication under way, and a publication for a late row.
        lock = f"PERFORM 1 FROM guidance_declaration WHERE id = {refusal.reads} FOR SHARE;"
    body = _raise(refusal.name, refusal.message)
    if refusal.when:
        body = f"IF {refusal.when} THEN {body} END IF;"
    row = "OLD" if refusal.events == ("DELETE",) else "NEW"
    back = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"
    end = f"RETURN {row};" if len(refusal.events) == 1 else back
    return (
        f"CREATE FUNCTION {refusal.name}() RETURNS trigger LANGUAGE plpgsql"
        f" AS $$ BEGIN {lock} {body} {end} END $$"
    )


def _trigger(refusal: Refusal) -> str:
    return (
        f"CREATE TRIGGER {refusal.name} BEFORE {' OR '.join(refusal.events)} ON {refusal.table}"
        f" FOR EACH ROW EXECUTE FUNCTION {refusal.name}()"
    )


def statements(tables: Collection[str]) -> Iterator[str]:
    """Write the statements that create the guards of the tables that stand."""
    for refusal in REFUSALS:
        if {refusal.table, *refusal.needs} <= set(tables):
            yield _function(refusal)
            yield _trigger(refusal)
    for table in sorted(set(NO_TRUNCATE) & set(tables)):
        name = _truncate(table)
        yield (
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql"
            f" AS $$ BEGIN {_raise(name, 'this table is never emptied')} END $$"
        )
        yield (
            f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )
    yield "CREATE EXTENSION IF NOT EXISTS btree_gist"
    for table in NO_OVERLAP:
        yield (
            f"ALTER TABLE {table} ADD CONSTRAINT {_overlap(table)} EXCLUDE USING gist"
            " (region_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&)"
        )


def removals() -> Iterator[str]:
    """Write the statements that drop the guards, standing or not."""
    for refusal in REFUSALS:
        yield f"DROP TRIGGER IF EXISTS {refusal.name} ON {refusal.table}"
        yield f"DROP FUNCTION IF EXISTS {refusal.name}()"
    for table in NO_TRUNCATE:
        yield f"DROP TRIGGER IF EXISTS {_truncate(table)} ON {table}"
        yield f"DROP FUNCTION IF EXISTS {_truncate(table)}()"
    for table in NO_OVERLAP:
        yield f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {_overlap(table)}"
