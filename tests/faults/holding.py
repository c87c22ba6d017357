"""Others while somebody holds the ledger's lock and dies: `python -m tests.faults.holding FAULTS`.

Prints, for each fault, for how many seconds somebody else's publication was delayed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time

from django.db import connection, connections, transaction

from guidance.publishing.entering import lock_ledger
from tests.faults.proxy import Proxy
from tests.faults.publisher import Publisher


def _hold(writing: int, port: int | None) -> None:
    """Be the child: take the lock, say so, and neither go on nor let go."""
    try:
        if port is not None:
            connection.settings_dict["PORT"] = str(port)
        with transaction.atomic():
            lock_ledger(exercise=False)
            os.write(writing, b"held\n")
            signal.pause()
    finally:
        os._exit(1)


def delay_of(fault: str, publisher: Publisher) -> float:
    """Let a holder of the lock meet a fault; time how long the next publication waits for it."""
    waiting = publisher.waiting()
    seen = publisher.read(waiting)
    facts = connection.settings_dict
    proxy = Proxy((facts["HOST"], int(facts["PORT"]))) if fault == "cut off" else None
    reading, writing = os.pipe()
    connections.close_all()
    holder = os.fork()
    if not holder:
        _hold(writing, proxy.port if proxy else None)
    os.read(reading, 5)
    connection.ensure_connection()
    begin = time.perf_counter()
    if proxy is not None:
        proxy.swallows = True
    os.kill(holder, signal.SIGSTOP if fault == "frozen" else signal.SIGKILL)
    # What is timed is the wait, not the work: that takes its own time on a busy machine.
    with transaction.atomic():
        lock_ledger(exercise=False)
        delay = time.perf_counter() - begin
    publisher.publish(waiting, seen, lambda line: None)
    os.kill(holder, signal.SIGKILL)
    os.waitpid(holder, 0)
    return delay


if __name__ == "__main__":
    one = Publisher("611")
    sys.stdout.write(json.dumps({fault: delay_of(fault, one) for fault in sys.argv[1:]}))
