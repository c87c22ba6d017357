"""The guards of what readers were told: triggers, on PostgreSQL and on SQLite alike.

SQLite silently drops a table's triggers when Django remakes it: a later migration of a table named
in `frozen.py` wraps its operations in `around()`. No trigger names a table of another app.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.operations.base import Operation

from portal.news.migrations.guards import postgresql, sqlite


def _dialect(connection: BaseDatabaseWrapper) -> Any:
    return {"postgresql": postgresql, "sqlite": sqlite}[connection.vendor]


def install(apps: Any, schema_editor: Any) -> None:
    """Create all guards; those that stand are made anew."""
    remove(apps, schema_editor)
    _run(schema_editor.connection, "creations")


def remove(apps: Any, schema_editor: Any) -> None:
    """Drop all guards, for a migration only."""
    _run(schema_editor.connection, "removals")


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


def _run(connection: BaseDatabaseWrapper, part: str) -> None:
    with connection.cursor() as cursor:
        for statement in getattr(_dialect(connection), part)():
            cursor.execute(statement)


__all__ = ["around", "install", "missing", "remove"]
