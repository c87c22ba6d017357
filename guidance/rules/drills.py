"""Timed drills: which act answers an order, until when it may, and how long a proof holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from guidance.rules.acts import SETTING, Act, ActKind
from guidance.rules.levels import Level

# An order that nobody answered within a day is over: it measures readiness, not patience.
DRILL_LASTS = timedelta(hours=24)
PROOF_LASTS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Order:
    """Hold what a drill asks for: this level on this place, from the word "go"."""

    region: str
    level: Level
    started_at: datetime

    def is_over(self, at: datetime) -> bool:
        """Tell whether an act comes too late to count."""
        return at >= self.started_at + DRILL_LASTS

    def is_answered_by(self, act: Act, *, drafted_at: datetime) -> bool:
        """Tell whether an act does what was asked; what was drafted before "go" does not count."""
        return (
            act.kind in SETTING
            and act.level is self.level
            and self.region in act.regions
            and self.started_at <= drafted_at
            and not self.is_over(act.published_at)
        )

    def is_taken_back_by(self, act: Act, *, answer: int, drafted_at: datetime) -> bool:
        """Tell whether an act withdraws the answer, given by its place in the ledger."""
        return (
            act.kind is ActKind.WITHDRAW
            and act.refers_to == answer
            and self.started_at <= drafted_at
            and not self.is_over(act.published_at)
        )


def is_proof_due(proved_at: datetime | None, at: datetime) -> bool:
    """Tell whether a desk or a person has not proved within 30 days that they can do it."""
    return proved_at is None or at - proved_at > PROOF_LASTS
