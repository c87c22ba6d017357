"""The regions that an act is folded upon: those it names, and those formed from them later."""

from collections.abc import Iterable
from datetime import datetime

from guidance.rules.acts import Act, ActKind
from guidance.rules.errors import NotYetEstablished
from guidance.rules.places import Tree


def asked_at(act: Act) -> datetime:
    """Give the instant at which the named regions must exist."""
    return act.published_at if act.kind is ActKind.EXTEND else act.effective_at


def folded_regions(tree: Tree, act: Act) -> tuple[str, ...]:
    """Give the named regions with the later successors of each, from the widest to the narrowest.

    Among regions of one depth the code decides: the order does not matter, but must not vary.
    """
    regions = with_successors(tree, act.regions, asked_at(act))
    if len(regions) == 1:
        return regions
    return tuple(sorted(regions, key=lambda code: (tree.depth(code), code)))


def with_successors(tree: Tree, regions: Iterable[str], at: datetime) -> tuple[str, ...]:
    """Add the regions that were formed from the given ones after an instant."""
    found = dict.fromkeys(regions)
    waiting = list(found)
    while waiting:
        for successor in tree.successors(waiting.pop()):
            if successor not in found and not tree.has_been_established(successor, at):
                found[successor] = None
                waiting.append(successor)
    return tuple(found)


def refuse_unless_established(tree: Tree, act: Act) -> None:
    """Refuse a region that did not exist yet, unless its predecessor is named beside it."""
    at = asked_at(act)
    for region in act.regions:
        predecessor = tree.predecessor_at(region, at)
        established_on = tree.place(region).established_on
        if predecessor is not None and established_on and predecessor not in act.regions:
            raise NotYetEstablished(region, predecessor, established_on)
