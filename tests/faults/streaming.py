"""Publish without end, and acknowledge each line by line: `python -m tests.faults.streaming`.

`go` stands before each publication. An error of the database is met as an editor would: again.
"""

from __future__ import annotations

import sys
import time

from django.db import Error, connection

from tests.faults.publisher import Publisher


def tell(line: str) -> None:
    """Let the reader have a line at once."""
    sys.stdout.write(line)
    sys.stdout.flush()


def stream(publisher: Publisher) -> None:
    """Publish until an error."""
    waiting = None
    while True:
        waiting = publisher.still(waiting)
        seen = publisher.read(waiting)
        tell("go\n")
        publisher.publish(waiting, seen, tell)


if __name__ == "__main__":
    one = Publisher(sys.argv[1])
    while True:
        try:
            stream(one)
        except Error:
            connection.close()
            time.sleep(0.05)
