"""The timeline while one act is at work on it."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from guidance.rules.levels import Level
from guidance.rules.periods import EMPTY, Lane, MeasureSpan, Period
from guidance.rules.places import Tree

Question = Callable[[Period], bool]


class Working:
    """Read lanes from a timeline and keep the new ones beside it; remember what was looked at.

    `touched` are the lanes on which the outcome depends wholly; `asked` those of which it only
    matters that they hold no period for which the question is true.
    """

    __slots__ = ("_lanes", "asked", "by", "carved_from", "changed", "touched", "tree")

    def __init__(self, tree: Tree, lanes: Mapping[str, Lane], by: int) -> None:
        self.tree = tree
        self._lanes = lanes
        self.by = by
        self.changed: dict[str, Lane] = {}
        self.touched: set[str] = set()
        self.asked: list[tuple[str, Question]] = []
        self.carved_from: dict[str, list[int]] = {}

    def lane(self, code: str) -> Lane:
        self.touched.add(code)
        return self.changed.get(code) or self._lanes.get(code, EMPTY)

    def put(self, code: str, periods: tuple[Period, ...], spans: tuple[MeasureSpan, ...]) -> None:
        self.changed[code] = Lane(periods, spans)

    def has_period(self, code: str, question: Question) -> bool:
        """Tell whether the lane holds a period for which the question is true."""
        lane = self.changed.get(code) or self._lanes.get(code, EMPTY)
        if any(map(question, lane.periods)):
            return True
        self.asked.append((code, question))
        return False

    def level_at(self, code: str, at: datetime) -> Level | None:
        """Give the effective level: the highest of the region's and its ancestors' periods."""
        levels = [
            period.level
            for bearer in self.tree.lineage(code)
            if (period := self.lane(bearer).period_at(at)) is not None
        ]
        return max(levels, default=None)


def looks_the_same(
    touched: Collection[str],
    asked: Collection[tuple[str, Question]],
    lanes: Mapping[str, Lane],
    differing: Collection[str],
) -> bool:
    """Tell whether an act would do the same upon lanes of which some are different."""
    return not any(code in differing for code in touched) and not any(
        any(map(question, lanes.get(code, EMPTY).periods))
        for code, question in asked
        if code in differing
    )
