"""The network cut after every few bytes of a publication: `python -m tests.faults.cutting STEP`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass, field

from django.db import Error, connection, connections

from guidance.models import Declaration
from tests.faults.proxy import Proxy
from tests.faults.publisher import Publisher
from tests.faults.whole import findings, torn, wait_until_alone

COMMIT = b"COMMIT"
# As many bytes have the message that asks for the commit, and the two that answer it.
LENGTH_OF_COMMIT, LENGTH_OF_ANSWER = 12, 18


@dataclass
class Outcome:
    """Count the cuts, and how they went for the publisher and for the ledger."""

    bytes_sent: int = 0
    bytes_answered: int = 0
    cuts: int = 0
    refused: int = 0  # the publisher was told of an error and nothing is in the ledger
    in_doubt: int = 0  # the publisher was told of an error and the act is in the ledger
    acknowledged: dict[str, str] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)


class Cutter:
    """Publish through a proxy that cuts, again and again."""

    def __init__(self) -> None:
        facts = connection.settings_dict
        self.proxy = Proxy((facts["HOST"], int(facts["PORT"])))
        facts["PORT"] = str(self.proxy.port)
        self.publisher = Publisher("611")
        self.done = Outcome()
        self.waiting: Declaration | None = None

    def measure(self) -> None:
        """Count the bytes of publications in both directions; keep the larger."""
        for _ in range(3):
            self.attempt(None, None)
            self.done.bytes_sent = max(self.done.bytes_sent, self.proxy.sent)
            self.done.bytes_answered = max(self.done.bytes_answered, self.proxy.answered)
        self.done.cuts = 0

    def attempt(
        self, cut_after: int | None, cut_answer_after: int | None, word: bytes = b""
    ) -> None:
        """Publish, with the network cut after so many bytes, and look at what is left."""
        self.waiting = self.publisher.still(self.waiting)
        seen = self.publisher.read(self.waiting)
        self.proxy.calm()
        self.proxy.cut_after, self.proxy.cut_answer_after = cut_after, cut_answer_after
        self.proxy.word = word
        is_told_of_an_error = False
        try:
            self.publisher.publish(self.waiting, seen, self._keep)
        except Error:
            is_told_of_an_error = True
        if cut_after is not None or cut_answer_after is not None:
            self._look(is_told_of_an_error)

    def _look(self, is_told_of_an_error: bool) -> None:
        connection.close()
        # A connection that was cut while it began is not tried again at once: look with another.
        del connections[connection.alias]
        self.proxy.calm()
        wait_until_alone()
        self.done.cuts += 1
        if is_told_of_an_error and self.waiting is not None:
            rows = Declaration.objects.filter(pk=self.waiting.pk, status="PUBLISHED")
            if rows.exists():
                self.done.in_doubt += 1
            else:
                self.done.refused += 1
        self.done.findings += torn()

    def _keep(self, line: str) -> None:
        number, digest = line.split()
        self.done.acknowledged[number] = digest


def run(step: int) -> Outcome:
    """Cut on the way there and on the way back, and at each byte about the commit."""
    cutter = Cutter()
    cutter.measure()
    done = cutter.done
    for cut_after in range(0, done.bytes_sent, step):
        cutter.attempt(cut_after, None)
    for cut_after in range(0, done.bytes_answered, 4 * step):
        cutter.attempt(None, cut_after)
    for cut_after in range(LENGTH_OF_COMMIT + 1):
        cutter.attempt(cut_after, None, COMMIT)
    for cut_after in range(LENGTH_OF_ANSWER + 1):
        cutter.attempt(None, cut_after, COMMIT)
    done.findings += findings(done.acknowledged)
    return done


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(run(int(sys.argv[1])))))
