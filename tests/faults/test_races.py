"""Processes that publish at once: nothing is lost, nothing is overwritten, nobody deadlocks."""

from __future__ import annotations

import csv
import json
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.faults.conftest import TIMES
from tests.throwaway import Copy

ONE_REGION = ["KZ-15"]
# SQLite's writers wait for each other with the whole of their transactions, drafts included.
EDITORS, DECLARATIONS = (8, 1_000) if connection.vendor == "postgresql" else (4, 100)


def twenty_regions() -> list[str]:
    """Name the regions of the first level."""
    path = settings.BASE_DIR / "guidance" / "reference" / "regions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [row["code"] for row in csv.DictReader(file) if row["parent"] == "KZ"]


def raced(copy: Copy, gate: Path, editors: int, each: int, regions: list[str]) -> dict[str, int]:
    """Let editors publish at once; give what they counted, together."""
    names = [str(number) for number in range(editors)]
    racers = [
        copy.start("tests.faults.racer", "race", str(gate), name, str(each), *regions)
        for name in names
    ]
    while not all((gate / name).exists() for name in names):
        assert all(racer.poll() is None for racer in racers)
        time.sleep(0.01)
    (gate / "open").touch()
    outputs = [racer.communicate(timeout=900 * TIMES) for racer in racers]
    # Whatever but SituationChanged a racer met, a deadlock above all, ended it.
    assert [racer.returncode for racer in racers] == [0] * editors, outputs
    counts = [json.loads(out) for out, _ in outputs]
    return {key: sum(count[key] for count in counts) for key in counts[0]}


def assert_nothing_is_lost(copy: Copy, total: dict[str, int], declarations: int) -> None:
    assert total["published"] + total["refused"] == declarations
    assert total["published_when_seen_again"] == total["refused"]
    assert total["refused"] > 0, "nobody met anybody: this was no race"
    ledger = json.loads(copy.run("tests.faults.look"))
    assert ledger["sequences"] == list(range(1, declarations + 1))
    assert ledger["serials"] == ledger["sequences"]
    assert ledger["findings"] == []


@pytest.mark.faults
def test_of_acts_on_one_region_each_is_in_the_ledger_or_told_that_the_situation_changed(
    copy: Copy, tmp_path: Path
) -> None:
    total = raced(copy, tmp_path, 4, 10 * TIMES, ONE_REGION)

    assert_nothing_is_lost(copy, total, 4 * 10 * TIMES)


@pytest.mark.faults
def test_of_declarations_by_many_editors_on_twenty_regions_none_is_lost(
    copy: Copy, tmp_path: Path
) -> None:
    regions = twenty_regions()
    each = DECLARATIONS * TIMES // EDITORS

    total = raced(copy, tmp_path, EDITORS, each, regions)

    assert len(regions) == 20
    assert_nothing_is_lost(copy, total, EDITORS * each)
