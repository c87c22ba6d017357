"""PostgreSQL killed or frozen while an editor declares: told at once, and nothing is lost."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from tests.faults.website import Editor, served
from tests.guidance.desk.posts import DECLARE, LEVEL
from tests.postgres import Cluster
from tests.throwaway import Copy

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server"),
]
SOON, READINESS, RETURN = 3, 10, 10
DOWN: dict[str, tuple[Callable[[Cluster], None], Callable[[Cluster], None]]] = {
    "killed": (Cluster.kill, Cluster.start),
    "frozen": (
        lambda server: server.signal(signal.SIGSTOP),
        lambda server: server.signal(signal.SIGCONT),
    ),
}


def test_an_editor_is_told_within_three_seconds_and_sends_the_same_again(
    own_cluster: tuple[Cluster, Copy], tmp_path: Path
) -> None:
    server, copy = own_cluster
    with served(copy, tmp_path) as editor:
        for go_down, come_back in DOWN.values():
            typed = {**editor.open_form(DECLARE), **LEVEL}

            go_down(server)
            told, readiness = editor.post(DECLARE, typed), editor.get("/readyz")
            come_back(server)
            again = sent_until_taken(editor, typed)
            twice = editor.post(DECLARE, typed)

            assert told.status == 503
            assert told.seconds <= SOON
            assert LEVEL["reason_ru"] in told.text
            assert readiness.status == 503
            assert readiness.seconds <= READINESS
            assert again <= RETURN
            assert twice.status == 302
    drafts = server.psql("SELECT count(*) FROM guidance_declaration", database_of(copy))
    assert drafts == str(len(DOWN))


def sent_until_taken(editor: Editor, typed: dict[str, str]) -> float:
    """Send a form until it is taken; give after how many seconds it was."""
    begin = time.monotonic()
    while (answer := editor.post(DECLARE, typed)).status != 302:
        assert answer.status == 503, answer.text
        assert time.monotonic() - begin < 4 * RETURN
        time.sleep(0.2)
    return time.monotonic() - begin


def database_of(copy: Copy) -> str:
    return copy.variables["DATABASE_URL"].rpartition("/")[2]
