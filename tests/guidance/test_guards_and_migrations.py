"""A later migration of a guarded table leaves the guards standing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, connections, migrations, models
from django.db.migrations.state import ProjectState

from guidance.migrations import guards
from tests.throwaway import copied


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite remakes tables")
def test_a_later_migration_keeps_the_guards_by_going_around_them(
    django_db_setup: None, django_db_blocker: Any, tmp_path: Path
) -> None:
    field = models.DateTimeField(null=True)
    state = ProjectState.from_apps(apps)
    with django_db_blocker.unblock():
        copied(tmp_path)
        facts = {**connection.settings_dict, "NAME": str(tmp_path / "db.sqlite3")}
        connections.databases["copy"] = facts
        copy = connections["copy"]

        for operation in guards.around(
            migrations.AlterField("contributor", "first_saved_at", field)
        ):
            after = state.clone()
            operation.state_forwards("guidance", after)
            with copy.schema_editor(atomic=False) as editor:
                operation.database_forwards("guidance", editor, state, after)
            state = after

        assert guards.missing(copy) == []
        copy.close()
        del connections["copy"], connections.databases["copy"]
