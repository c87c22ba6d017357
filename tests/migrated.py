"""The migrated database of the tests: migrated once, then copied, on SQLite into memory.

Several hundred migrations, mostly Wagtail's, take longer than most files of tests. Their result
is kept under a name that stands for everything that shapes it.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

# Names a migrated PostgreSQL database that nobody is connected to (tests.run).
MIGRATED = "MIGRATED_DATABASE"


def make_database() -> Callable[[], None]:
    """Make the test database: tables, guards, no rows but the migrations' own; return its end."""
    if connection.vendor == "sqlite" and kept_file().exists():
        return _restore()
    if MIGRATED in os.environ:
        return _copy_of(os.environ[MIGRATED])
    made = setup_databases(verbosity=0, interactive=False, aliases={"default"})
    if connection.vendor == "sqlite":
        _keep()
    return partial(teardown_databases, made, verbosity=0)


def kept_file() -> Path:
    """Name the file by what shapes the tables: migrations, the packages' versions, the settings."""
    digest = hashlib.sha256(sqlite3.sqlite_version.encode())
    for path in sorted(_shaping_files()):
        digest.update(path.relative_to(settings.BASE_DIR).as_posix().encode())
        digest.update(path.read_bytes())
    return Path(tempfile.gettempdir()) / f"portal-migrated-{digest.hexdigest()[:24]}.sqlite3"


def _shaping_files() -> Iterator[Path]:
    base: Path = settings.BASE_DIR
    for app in ("portal", "guidance"):
        # Migrations, and what they and the signal after them read of models and groups.
        yield from (path for path in (base / app).rglob("*.py") if _shapes(path))
    yield from (base / "requirements.txt", base / "portal" / "settings.py")


def _shapes(path: Path) -> bool:
    return bool({"migrations", "models"} & set(path.parts)) or path.stem in ("models", "groups")


def _keep() -> None:
    source: Any = connection.connection
    unfinished = kept_file().with_suffix(f".{uuid4().hex}")
    target = sqlite3.connect(unfinished)
    source.backup(target)
    target.close()
    unfinished.rename(kept_file())  # another process may have kept the same meanwhile


def _restore() -> Callable[[], None]:
    own_name = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = connection.creation._get_test_db_name()
    connection.ensure_connection()
    source = sqlite3.connect(f"file:{kept_file()}?mode=ro", uri=True)
    source.backup(connection.connection)
    source.close()

    def end() -> None:
        connection.close()
        connection.settings_dict["NAME"] = own_name

    return end


def _copy_of(migrated: str) -> Callable[[], None]:
    own_name = connection.settings_dict["NAME"]
    name = connection.creation._get_test_db_name()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{migrated}"')
    connection.close()
    connection.settings_dict["NAME"] = name

    def end() -> None:
        connection.close()
        connection.settings_dict["NAME"] = own_name

    return end
