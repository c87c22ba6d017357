"""Publishers forked from a warm process, each killed at a random moment of its publication.

`python -m tests.faults.killing KILLS SEED` prints what came of it.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from dataclasses import asdict, dataclass, field
from statistics import median

from django.db import connections

from guidance.models import Declaration
from tests.faults.publisher import Publisher
from tests.faults.whole import findings, torn, wait_until_alone

GO = b"go\n"
BATCH = 50


@dataclass
class Outcome:
    """Count the kills, and how far their victims had come."""

    kills: int = 0
    before_the_commit: int = 0
    after_it: int = 0  # and before the acknowledgement
    too_late: int = 0  # had acknowledged: not counted as killed in publication
    acknowledged: dict[str, str] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)


def kill(publisher: Publisher, waiting: Declaration, after: float | None) -> tuple[str, float]:
    """Fork a publisher and kill it so long after it begins; give what it acknowledged, and when."""
    reading, writing = os.pipe()
    connections.close_all()
    child = os.fork()
    if not child:
        os.close(reading)
        _live(publisher, waiting, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        told.readline()
        begin = time.perf_counter()
        said = b""
        if after is None:
            said = told.readline()
        else:
            time.sleep(after)
        taken = time.perf_counter() - begin
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return (said + told.read()).decode(), taken


def _live(publisher: Publisher, waiting: Declaration, writing: int) -> None:
    """Be the child: read, publish, acknowledge, and wait for the end."""
    try:
        seen = publisher.read(waiting)
        os.write(writing, GO)
        publisher.publish(waiting, seen, lambda line: os.write(writing, line.encode()))
        signal.pause()
    finally:
        os._exit(1)


def run(kills: int, seed: str) -> Outcome:
    """Kill until so many died in their publication."""
    publisher, done = Publisher(seed), Outcome()
    waiting = publisher.waiting()
    times = []
    for _ in range(5):
        said, taken = kill(publisher, waiting, None)
        times.append(taken)
        _keep(done, said)
        waiting = publisher.waiting()
    while done.kills < kills and not done.findings:
        after = publisher.dice.uniform(0, 1.1 * median(times))
        said, _ = kill(publisher, waiting, after)
        wait_until_alone()
        _count(done, publisher, waiting, said)
        waiting = publisher.still(waiting)
        done.findings += torn()
        if done.kills % BATCH == 0:
            done.findings += findings(done.acknowledged)
    done.findings += findings(done.acknowledged)
    return done


def _count(done: Outcome, publisher: Publisher, waiting: Declaration, said: str) -> None:
    if said:
        done.too_late += 1
        _keep(done, said)
        return
    done.kills += 1
    is_published = Declaration.objects.filter(pk=waiting.pk, status="PUBLISHED").exists()
    if is_published:
        done.after_it += 1
    else:
        done.before_the_commit += 1


def _keep(done: Outcome, said: str) -> None:
    number, digest = said.split()
    done.acknowledged[number] = digest


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(run(int(sys.argv[1]), sys.argv[2]))))
