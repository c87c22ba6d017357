"""One of several processes that publish at once: `python -m tests.faults.racer`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from guidance.models import Declaration
from guidance.publish import SituationChanged, content_hash, publish
from tests import factories

LEVELS = ("YELLOW", "ORANGE", "RED")


def prepare() -> None:
    """Load the reference data and the two people of the republican desk."""
    with transaction.atomic():
        factories.reference_data()
        factories.drafter("republican")
        factories.approver("republican")


def race(gate: str, name: str, rounds: int, regions: list[str]) -> dict[str, int]:
    """Publish again and again; count what went in at once and what was refused before it did."""
    people: Any = get_user_model()
    drafter = people.objects.get(username="republican-drafter")
    approver = people.objects.get(username="republican-approver")
    dice = Random(name)  # noqa: S311
    Path(gate, name).touch()
    while not Path(gate, "open").exists():
        time.sleep(0.005)
    counts = {"published": 0, "refused": 0, "published_when_seen_again": 0}
    for turn in range(rounds):
        now = timezone.now()
        waiting = factories.submitted(
            drafter, desk="republican", at=now, level=LEVELS[turn % 3],
            regions=(dice.choice(regions),), ends_at=now + factories.DAY,
        )  # fmt: skip
        if _approve(waiting, approver):
            counts["published"] += 1
            continue
        counts["refused"] += 1
        while not _approve(waiting, approver):
            time.sleep(0.001)
        counts["published_when_seen_again"] += 1
    return counts


def _approve(waiting: Declaration, approver: Any) -> bool:
    seen = content_hash(waiting, timezone.now())
    try:
        publish(waiting, approver=approver, at=timezone.now(), seen_hash=seen)
    except SituationChanged:
        return False
    return True


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare()
    else:
        _, _, folder, own_name, turns, *codes = sys.argv
        sys.stdout.write(json.dumps(race(folder, own_name, int(turns), codes)))
