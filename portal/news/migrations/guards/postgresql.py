"""The guards in PostgreSQL: in functions, since a WHEN would freeze the columns it names."""

from __future__ import annotations

from collections.abc import Iterator

from portal.news.migrations.guards.frozen import FROZEN, Frozen

STANDING = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"


def _triggers(frozen: Frozen) -> Iterator[tuple[str, str, str, str]]:
    """Give name, event, condition and message of a table's triggers."""
    public = frozen.published or "TRUE"
    yield frozen.deletes, "DELETE", public, "what readers were told stays"
    changed = f"{public} AND ({frozen.changed('IS DISTINCT FROM')})"
    yield frozen.changes, "UPDATE", changed, "what readers were told does not change"
    yield f"{frozen.table}_no_truncate", "TRUNCATE", "TRUE", "this table is never emptied"


def names() -> list[str]:
    """Name every guard."""
    return [name for frozen in FROZEN for name, *_rest in _triggers(frozen)]


def _function(name: str, event: str, when: str, message: str) -> str:
    back = {"DELETE": "RETURN OLD;", "UPDATE": "RETURN NEW;", "TRUNCATE": "RETURN NULL;"}[event]
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF {when} THEN RAISE EXCEPTION '{name}: {message}'"
        f" USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = '{name}'; END IF;"
        f" {back} END $$"
    )


def creations() -> Iterator[str]:
    """Write the statements that create the guards."""
    for frozen in FROZEN:
        for name, event, when, message in _triggers(frozen):
            yield _function(name, event, when, message)
            each = "STATEMENT" if event == "TRUNCATE" else "ROW"
            yield (
                f"CREATE TRIGGER {name} BEFORE {event} ON {frozen.table}"
                f" FOR EACH {each} EXECUTE FUNCTION {name}()"
            )


def removals() -> Iterator[str]:
    """Write the statements that drop the guards, standing or not."""
    for frozen in FROZEN:
        for name, *_rest in _triggers(frozen):
            yield f"DROP TRIGGER IF EXISTS {name} ON {frozen.table}"
            yield f"DROP FUNCTION IF EXISTS {name}()"
