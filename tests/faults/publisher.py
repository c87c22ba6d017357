"""One who drafts, submits, has it approved, and acknowledges what was committed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from guidance.models import Declaration, Status
from guidance.publish import Entered, content_hash, publish
from guidance.publishing.canonical import sha256
from tests import factories

LEVELS = ("YELLOW", "ORANGE", "RED")
REGIONS = ("KZ-10", "KZ-15", "KZ-63", "KZ-71", "KZ-75")


class Publisher:
    """Publish one declaration after the other, with a measure each, on a few regions."""

    def __init__(self, seed: str) -> None:
        people: Any = get_user_model()
        self.drafter = people.objects.get(username="republican-drafter")
        self.approver = people.objects.get(username="republican-approver")
        self.dice = Random(seed)  # noqa: S311

    def waiting(self) -> Declaration:
        """Draft and submit."""
        now = timezone.now()
        return factories.submitted(
            self.drafter, desk="republican", at=now, level=self.dice.choice(LEVELS),
            regions=(self.dice.choice(REGIONS),), ends_at=now + factories.DAY,
            measures=factories.CHECKS,
        )  # fmt: skip

    def still(self, waiting: Declaration | None) -> Declaration:
        """Give what still waits, or something new when it was published."""
        if waiting is not None:
            rows = Declaration.objects.filter(pk=waiting.pk, status=Status.SUBMITTED)
            if rows.exists():
                return waiting
        return self.waiting()

    def read(self, waiting: Declaration) -> str:
        """Read what is to be approved."""
        return content_hash(waiting, timezone.now())

    def publish(self, waiting: Declaration, seen: str, tell: Callable[[str], object]) -> None:
        """Approve; after the commit, acknowledge the number and the hash of its bytes."""
        lines: list[str] = []

        def keep(entered: Entered) -> None:
            lines.append(f"{entered.declaration.number} {sha256(bytes(entered.bulletin.body))}\n")

        publish(
            waiting, approver=self.approver, at=timezone.now(), seen_hash=seen, seals=[keep]
        )  # fmt: skip
        tell(lines[0])
