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
from typing import IO, Any
from uuid import uuid4

from django.conf import settings
from django.db import connection, connections

from tests.postgres import Cluster


@dataclass(frozen=True)
class Copy:
    """Name a copy, and the variables under which a process works on it."""

    variables: dict[str, str]

    def start(self, module: str, *arguments: str) -> subprocess.Popen[str]:
        """Start a module of the tests on the copy."""
        return self.python("-m", "tests.started", module, *arguments)

    def python(
        self, *arguments: str, stdout: IO[bytes] | int = subprocess.PIPE, **variables: str
    ) -> subprocess.Popen[str]:
        """Start Python on the copy; its errors go where its words go, if that is a file."""
        own = {**self.variables, **variables, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=settings.BASE_DIR,
            env={**os.environ, **own},
            stdout=stdout,
            stderr=stdout,
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
    # SQLite would wait for ever for a transaction of this very connection to end.
    assert not connection.in_atomic_block, "what stands for a module can't be copied"
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
    name = _name()
    # A database with a connection to it can't be copied.
    connections["default"].close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{facts["NAME"]}"')
    return Copy({"DATABASE_URL": _url(name)})


def copied_to(cluster: Cluster) -> Copy:
    """Copy the database of the tests, a PostgreSQL one, to a cluster that may be broken."""
    name = _name()
    cluster.take(name, _url(connection.settings_dict["NAME"]))
    return Copy({"DATABASE_URL": cluster.url_of(name)})


def _name() -> str:
    return f"copy_{uuid4().hex[:12]}"


def _url(name: str) -> str:
    facts = connection.settings_dict
    return f"postgres://{facts['USER']}@{facts['HOST']}:{facts['PORT']}/{name}"
