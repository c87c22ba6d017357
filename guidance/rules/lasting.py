"""What level a region has from an instant on, and how long it lasts."""

from datetime import datetime
from typing import NamedTuple

from guidance.rules.lanes import Timeline
from guidance.rules.levels import Level
from guidance.rules.places import Tree
from guidance.rules.runs import Views, piece_at


class Lasting(NamedTuple):
    """Hold a level from an instant on and its end; no end without a level means nothing follows."""

    level: Level | None
    until: datetime | None


def lasting(tree: Tree, timeline: Timeline, code: str, at: datetime) -> Lasting:
    """Follow the effective level of a region forwards, never back: a part of a timeline will do."""
    windows = Views(tree, timeline).windows(code)
    piece = piece_at(windows, at)
    level, until = piece.level, piece.end
    while until is not None and (later := piece_at(windows, until)).level == level:
        until = later.end
    return Lasting(level, until)
