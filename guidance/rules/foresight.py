"""What is known beforehand of a ledger that is folded as a whole."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from guidance.rules.acts import Act, ActKind
from guidance.rules.applying import needs_since


class Sight(Protocol):
    """Tell, for each act by its index, how far back it and all later ones reach."""

    def reach(self, index: int) -> datetime:
        """Give the instant such that what ended before it matters to no act from this one on."""

    def first_target(self, index: int) -> int:
        """Give the sequence of the first act that this one or a later one withdraws."""


class Foresight:
    """See all acts of a ledger."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self._reaches = [needs_since(act) for act in acts]
        self._targets = _targets(acts)
        for index in range(len(acts) - 2, -1, -1):
            self._reaches[index] = min(self._reaches[index], self._reaches[index + 1])
            self._targets[index] = min(self._targets[index], self._targets[index + 1])

    def reach(self, index: int) -> datetime:
        return self._reaches[index]

    def first_target(self, index: int) -> int:
        return self._targets[index]


def _targets(acts: Sequence[Act]) -> list[int]:
    """Give for each act what it withdraws; for one that withdraws nothing a later sequence."""
    beyond = acts[-1].sequence + 1 if acts else 0
    return [
        act.refers_to if act.kind is ActKind.WITHDRAW and act.refers_to is not None else beyond
        for act in acts
    ]
