"""The guards of the ledger: triggers that refuse, on PostgreSQL and on SQLite alike.

SQLite silently drops a table's triggers when Django remakes it, and refuses to rename a table
while a trigger names one that is gone: a later migration of a table named here wraps its
operations in `around()`. No trigger names a table of another app, whose migrations know nothing
of ours.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.operations.base import Operation

from guidance.migrations.guards import postgresql, sqlite
from guidance.migrations.guards.refusals import NO_TRUNCATE, REFUSALS


def _dialect(connection: BaseDatabaseWrapper) -> Any:
    return {"postgresql": postgresql, "sqlite": sqlite}[connection.vendor]


def install(apps: Any, schema_editor: Any) -> None:
    """Create all guards; those that stand are made anew."""
    remove(apps, schema_editor)
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        # An early migration runs before the tables of a later one are there.
        tables = frozenset(connection.introspection.table_names(cursor))
        for statement in _dialect(connection).statements(tables):
            cursor.execute(statement)


def remove(apps: Any, schema_editor: Any) -> None:
    """Drop all guards, for a migration only."""
    dialect = _dialect(schema_editor.connection)
    with schema_editor.connection.cursor() as cursor:
        for statement in dialect.removals():
            cursor.execute(statement)


def around(*operations: Operation) -> list[Operation]:
    """Run operations on guarded tables with the guards put away, then put them up again."""
    return [
        migrations.RunPython(remove, install),
        *operations,
        migrations.RunPython(install, remove),
    ]


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Name the guards that a database ought to have and has not."""
    dialect = _dialect(connection)
    with connection.cursor() as cursor:
        cursor.execute(dialect.STANDING)
        standing = {row[0] for row in cursor.fetchall()}
    return sorted(set(dialect.names()) - standing)


__all__ = ["NO_TRUNCATE", "REFUSALS", "around", "install", "missing", "remove"]
