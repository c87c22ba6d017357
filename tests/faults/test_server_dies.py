"""PostgreSQL killed with kill -9 while acts are published: it returns with all it acknowledged."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from random import Random

import pytest
from django.db import connection

from tests.postgres import Cluster
from tests.throwaway import Copy

DEATHS = 4
BETWEEN = 5  # publications, so that the dead server had something to keep

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server"),
]


class Reader:
    """Read what a publisher says while it lives."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.lines: list[str] = []
        self._process = process
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        self.lines.extend(self._process.stdout)

    def wait_for_more(self, wanted: int) -> None:
        """Return at the beginning of a publication, so many after now."""
        goal = self.begun() + wanted
        until = time.monotonic() + 60
        while self.begun() < goal:
            assert time.monotonic() < until, "nothing is published any more"
            assert self._process.poll() is None
            time.sleep(0.001)

    def begun(self) -> int:
        return self.lines.count("go\n")

    def acknowledged(self) -> dict[str, str]:
        pairs = (line.split() for line in list(self.lines) if line != "go\n")
        return dict(pair for pair in pairs if len(pair) == 2)


def test_what_was_acknowledged_outlives_a_killed_server(
    own_cluster: tuple[Cluster, Copy], times: int
) -> None:
    server, copy = own_cluster
    dice = Random(611)  # noqa: S311
    returned = []
    with copy.start("tests.faults.streaming", "611") as publisher:
        told = Reader(publisher)
        try:
            for _ in range(DEATHS * times):
                told.wait_for_more(BETWEEN)
                time.sleep(dice.uniform(0, 0.08))
                server.kill()
                begin = time.monotonic()
                server.start()
                returned.append(time.monotonic() - begin)
            told.wait_for_more(BETWEEN)
        finally:
            publisher.kill()

    acknowledged = told.acknowledged()
    ledger = json.loads(copy.run("tests.faults.look"))
    assert max(returned) <= 30
    assert len(acknowledged) >= DEATHS * times * (BETWEEN - 1)
    assert ledger["findings"] == []
    assert acknowledged.items() <= ledger["bodies"].items()
