"""What is known beforehand of a ledger that is folded as a whole."""

from collections.abc import Sequence
from datetime import datetime

from guidance.rules.acts import Act, ActKind
from guidance.rules.applying import needs_since


class Foresight:
    """Tell, for each act by its index, how far back it and all later ones reach."""

    def __init__(self, acts: Sequence[Act]) -> None:
        reaches = [needs_since(act) for act in acts]
        targets = _targets(acts)
        for index in range(len(acts) - 2, -1, -1):
            reaches[index] = min(reaches[index], reaches[index + 1])
            targets[index] = min(targets[index], targets[index + 1])
        self._reaches = reaches
        self._targets = targets

    def reach(self, index: int) -> datetime:
        """Give the instant such that what ended before it matters to no act from this one on."""
        return self._reaches[index]

    def first_target(self, index: int) -> int:
        """Give the index of the first act that this one or a later one withdraws."""
        return self._targets[index]


def _targets(acts: Sequence[Act]) -> list[int]:
    """Give for each WITHDRAW the index of its target; for other acts an index past the end."""
    indexes = {act.sequence: index for index, act in enumerate(acts)}
    nowhere = len(acts)
    return [
        indexes.get(act.refers_to or 0, nowhere) if act.kind is ActKind.WITHDRAW else nowhere
        for act in acts
    ]
