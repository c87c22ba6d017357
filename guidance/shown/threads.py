"""The thread of an act: all acts that refer to one another."""

from collections.abc import Callable, Collection

from guidance.models import Declaration

# Real threads have a handful of acts; a page must not read a ledger that is one long thread.
ROUNDS = 4
MOST = 60


def thread(
    start: Declaration, linked_to: Callable[[Collection[int]], list[Declaration]]
) -> list[Declaration]:
    """Follow an act's links, both ways; `linked_to` gives acts and what is linked to them."""
    known: set[int] = {start.pk}
    acts: list[Declaration] = []
    for _round in range(ROUNDS):
        acts = linked_to(known)[:MOST]
        if known >= {act.pk for act in acts}:
            return acts
        known |= {act.pk for act in acts}
    return acts
