"""Processes that publish on one region at once: nothing is lost, nothing silently overwritten."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from tests.throwaway import Copy, copied

PROCESSES = 4
ROUNDS = 20


@pytest.fixture
def copy(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Copy:
    """Give a copy of the database with the desk of Aktobe Region."""
    with django_db_blocker.unblock():
        made = copied(tmp_path)
    made.run("tests.faults.racer", "prepare")
    return made


@pytest.mark.faults
def test_every_publication_is_in_the_ledger_or_was_told_that_the_situation_changed(
    copy: Copy, tmp_path: Path
) -> None:
    names = [str(number) for number in range(PROCESSES)]
    racers = [
        copy.start("tests.faults.racer", "race", str(tmp_path), name, str(ROUNDS)) for name in names
    ]
    while not all((tmp_path / name).exists() for name in names):
        assert all(racer.poll() is None for racer in racers)
        time.sleep(0.01)
    (tmp_path / "open").touch()
    outputs = [racer.communicate(timeout=180) for racer in racers]

    assert [racer.returncode for racer in racers] == [0] * PROCESSES, outputs
    counts = [json.loads(out) for out, _ in outputs]
    total = {key: sum(count[key] for count in counts) for key in counts[0]}
    assert total["published"] + total["refused"] == PROCESSES * ROUNDS
    assert total["published_when_seen_again"] == total["refused"]
    assert total["refused"] > 0, "nobody met anybody: this was no race"
    ledger = json.loads(copy.run("tests.faults.look"))
    assert ledger["sequences"] == list(range(1, PROCESSES * ROUNDS + 1))
    assert ledger["serials"] == ledger["sequences"]
    assert ledger["findings"] == []
