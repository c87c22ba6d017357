"""The timeline while one act is at work on it."""

from collections.abc import Mapping
from datetime import datetime

from guidance.rules.levels import Level
from guidance.rules.periods import EMPTY, Lane, MeasureSpan, Period
from guidance.rules.places import Tree


class Working:
    """Read lanes from a timeline and keep the new ones beside it; remember what was looked at."""

    __slots__ = ("_lanes", "by", "carved_from", "changed", "touched", "tree")

    def __init__(self, tree: Tree, lanes: Mapping[str, Lane], by: int) -> None:
        self.tree = tree
        self._lanes = lanes
        self.by = by
        self.changed: dict[str, Lane] = {}
        self.touched: set[str] = set()
        self.carved_from: dict[str, list[int]] = {}

    def lane(self, code: str) -> Lane:
        self.touched.add(code)
        lane = self.changed.get(code)
        return self._lanes.get(code, EMPTY) if lane is None else lane

    def put(self, code: str, periods: tuple[Period, ...], spans: tuple[MeasureSpan, ...]) -> None:
        self.changed[code] = Lane(periods, spans)

    def level_at(self, code: str, at: datetime) -> Level | None:
        """Give the effective level: the highest of the region's and its ancestors' periods."""
        levels = [
            period.level
            for bearer in self.tree.lineage(code)
            if (period := self.lane(bearer).period_at(at)) is not None
        ]
        return max(levels, default=None)
