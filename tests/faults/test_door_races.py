"""Processes that show the same code and open the same link at once: one of them gets in."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from tests.throwaway import copied

PROCESSES = 4
ROUNDS = 25
RACER = "tests.faults.door_racer"


@pytest.mark.faults
def test_a_code_and_a_link_let_one_process_in(
    django_db_setup: None, django_db_blocker: Any, tmp_path: Path
) -> None:
    with django_db_blocker.unblock():
        copy = copied(tmp_path)
    token = copy.run(RACER, "prepare")
    names = [f"racer-{number}" for number in range(PROCESSES)]

    racers = [copy.start(RACER, "race", str(tmp_path), name, str(ROUNDS), token) for name in names]
    while not all((tmp_path / name).exists() for name in names):
        assert all(racer.poll() is None for racer in racers)
        time.sleep(0.01)
    (tmp_path / "open").touch()
    outputs = [racer.communicate(timeout=180) for racer in racers]

    assert [racer.returncode for racer in racers] == [0] * PROCESSES, outputs
    results = [json.loads(out) for out, _ in outputs]
    taken = sorted(turn for result in results for turn in result["codes"])
    assert taken == list(range(ROUNDS))
    assert sum(result["links"] for result in results) == 1
