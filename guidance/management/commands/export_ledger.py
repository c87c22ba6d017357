"""Write the ledger as JSON Lines: a bulletin a line, and its head at the end."""

import json
from argparse import ArgumentParser
from typing import Any

from guidance.management.speaking import SpeakingCommand
from guidance.models import Bulletin, Ledger


class Command(SpeakingCommand):
    """Whoever keeps a copy can prove later that nothing was changed: docs/verify_ledger.py."""

    help = "Write the whole ledger as JSON Lines."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--exercises", action="store_true", help="the ledger of exercises")

    def handle(self, *args: Any, **options: Any) -> None:
        ledger = Ledger.objects.get(exercise=options["exercises"])
        rows = Bulletin.objects.filter(declaration__exercise=ledger.exercise)
        columns = ("declaration__sequence", "declaration__number", "previous_hash", "hash", "body")
        for sequence, number, previous, own, body in (
            rows.order_by("declaration__sequence").values_list(*columns).iterator(chunk_size=500)
        ):
            self._line(
                sequence=sequence, number=number, previous_hash=previous, hash=own,
                bulletin=bytes(body).decode("utf-8"),
            )  # fmt: skip
        self._line(ledger=str(ledger), count=ledger.count, head=ledger.head)

    def _line(self, **members: Any) -> None:
        self.stdout.write(json.dumps(members, ensure_ascii=False))
