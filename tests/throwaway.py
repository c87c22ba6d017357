"""A throw-away copy of the migrated database, for tests that commit for real.

The guards of the ledger refuse to be flushed, and no switch turns them off.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import connection, connections


@dataclass(frozen=True)
class Copy:
    """Name a copy, and the variables under which a process works on it."""

    variables: dict[str, str]

    def start(self, module: str, *arguments: str) -> subprocess.Popen[str]:
        """Start a module of the tests on the copy."""
        return subprocess.Popen(
            [sys.executable, "-m", "tests.started", module, *arguments],
            cwd=settings.BASE_DIR,
            env={**os.environ, **self.variables, "DJANGO_SETTINGS_MODULE": "tests.settings"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, module: str, *arguments: str, seconds: float = 180) -> str:
        """Run a module of the tests on the copy and give what it printed."""
        process = self.start(module, *arguments)
        try:
            out, err = process.communicate(timeout=seconds)
        finally:
            process.kill()
        if process.returncode:
            raise AssertionError(err)
        return out


def copied(folder: Path) -> Copy:
    """Copy the database of the tests, which holds tables and guards and nothing else."""
    if connection.vendor == "sqlite":
        return _sqlite(folder)
    return _postgresql()


def _sqlite(folder: Path) -> Copy:
    connection.ensure_connection()
    source: Any = connection.connection
    target = sqlite3.connect(folder / "db.sqlite3")
    source.backup(target)
    target.close()
    return Copy({"PORTAL_DATA_DIR": str(folder), "DATABASE_URL": ""})


def _postgresql() -> Copy:
    facts = connection.settings_dict
    name = f"copy_{uuid4().hex[:12]}"
    # A database with a connection to it can't be copied.
    connections["default"].close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{facts["NAME"]}"')
    host = f"{facts['USER']}@{facts['HOST']}:{facts['PORT']}"
    return Copy({"DATABASE_URL": f"postgres://{host}/{name}"})
