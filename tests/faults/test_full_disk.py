"""A full disk: reading goes on, declaring fails loudly, and nothing is half-written."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.faults.website import Editor, served
from tests.guidance.desk.posts import DECLARE, LEVEL
from tests.postgres import Cluster
from tests.throwaway import Copy, copied

SIZE = "48m"
PAGES = ("/en/regions/", "/api/v1/situation", "/admin/desk/")


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """Mount a small disk in memory, where PostgreSQL's own user reaches it too."""
    folder = Path(tempfile.mkdtemp(prefix="portal-disk-"))
    folder.chmod(0o755)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=0777", "none", str(folder)]
    try:
        if subprocess.run(mount, check=False, capture_output=True).returncode:
            needs = pytest.fail if os.environ.get("REQUIRE_ALL") == "1" else pytest.skip
            needs("a small disk needs the right to mount one (root)")
        yield folder
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
    finally:
        folder.rmdir()


@pytest.fixture
def copy_on_it(
    request: pytest.FixtureRequest, small_disk: Path, django_db_setup: None, django_db_blocker: Any
) -> Copy:
    """Give a copy of the database that lies on the small disk."""
    if connection.vendor == "postgresql":
        server, made = request.getfixturevalue("own_cluster")
        _move(server, made.variables["DATABASE_URL"].rpartition("/")[2], small_disk)
        return made
    with django_db_blocker.unblock():
        made = copied(small_disk)
    made.run("tests.faults.racer", "prepare")
    return made


def _move(server: Cluster, database: str, folder: Path) -> None:
    """Let a database lie in a tablespace on the disk; the server's own files stay elsewhere."""
    space = folder / "space"
    space.mkdir(mode=0o700)
    if os.geteuid() == 0:
        shutil.chown(space, "postgres", "postgres")
    server.psql(f"CREATE TABLESPACE small LOCATION '{space}'")
    server.psql(f"ALTER DATABASE {database} SET TABLESPACE small")


def fill(folder: Path) -> Path:
    """Fill the disk to its last byte."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            return ballast


def declare_until_refused(editor: Editor) -> dict[str, str]:
    """Declare until the disk takes no more; give what was typed last and refused."""
    for _ in range(200):
        typed = {**editor.open_form(DECLARE), **LEVEL}
        answer = editor.post(DECLARE, typed)
        if answer.status == 503:
            assert LEVEL["reason_kk"] in answer.text
            return typed
        assert answer.status == 302, answer.text
    raise AssertionError("the disk is not full")


@pytest.mark.faults
def test_a_full_disk_stops_declaring_loudly_and_reading_not_at_all(
    copy_on_it: Copy, small_disk: Path, tmp_path: Path
) -> None:
    with served(copy_on_it, tmp_path) as editor:
        for page in PAGES:
            assert editor.get(page).status == 200
        ballast = fill(small_disk)

        typed = declare_until_refused(editor)

        for page in PAGES:
            assert editor.get(page).status == 200, page
        ballast.unlink()
        assert editor.post(DECLARE, typed).status == 302
    assert copy_on_it.run("tests.faults.drafts") == "whole"
