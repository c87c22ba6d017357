"""The levels of all regions at one instant, before anybody asks how long."""

from collections.abc import Iterator
from datetime import datetime

from guidance.rules.lanes import Timeline
from guidance.rules.levels import Level
from guidance.rules.periods import Period
from guidance.rules.places import Tree


class Moment:
    """Answer which level each region has at an instant, by whom, and where a level begins.

    A region not yet established answers with its predecessor's level, and its parts are counted
    inside the predecessor.
    """

    def __init__(self, tree: Tree, timeline: Timeline, at: datetime) -> None:
        self._tree = tree
        self._predecessors = tree.predecessors_at(at)
        self._own: dict[str, Period] = {}
        for code, lane in timeline.lanes.items():
            period = lane.period_at(at)
            if period is not None and code in tree:
                self._own[code] = period
        self._levels: dict[str, Level | None] = {}
        for code in tree:
            parent = tree.parent(code)
            inherited = self._levels[parent] if parent is not None else None
            own = self._own.get(code)
            self._levels[code] = _higher(inherited, own.level if own else None)
        self._inside: dict[str, list[str]] | None = None

    @property
    def highest(self) -> Level | None:
        """Give the highest level that any region answers with."""
        return max(filter(None, map(self.level, self._levels)), default=None)

    def level(self, code: str) -> Level | None:
        """Give the level that a region answers with."""
        return self._levels[self._answering(code)]

    def bearer(self, code: str) -> str | None:
        """Give the ancestor that a region has its level from; an own period wins a tie."""
        level = self._levels[code]
        if level is None:
            return None
        bearing = (wider for wider in self._tree.lineage(code) if self._bears(wider, level))
        nearest = next(bearing)
        return None if nearest == code else nearest

    def is_in_error(self, code: str) -> bool:
        """Tell whether the level stands on withdrawn declarations alone."""
        answering = self._answering(code)
        level = self._levels[answering]
        return level is not None and all(
            self._own[wider].in_error
            for wider in self._tree.lineage(answering)
            if self._bears(wider, level)
        )

    def begin_inside(self, code: str) -> list[str]:
        """Give the regions inside one where a level begins that is higher than around it."""
        if self._inside is None:
            self._inside = self._find_inside()
        return self._inside.get(code, [])

    def _bears(self, code: str, level: Level) -> bool:
        own = self._own.get(code)
        return own is not None and own.level == level

    def _answering(self, code: str) -> str:
        while code in self._predecessors:
            code = self._predecessors[code]
        return code

    def _find_inside(self) -> dict[str, list[str]]:
        inside: dict[str, list[str]] = {}
        for code in sorted(filter(self._begins, self._levels), key=self._rank):
            for wider in self._around(code):
                inside.setdefault(wider, []).append(code)
        return inside

    def _rank(self, code: str) -> tuple[int, str]:
        """Sort the highest first, and equals by code."""
        return (-(self._levels[code] or 0), code)

    def _begins(self, code: str) -> bool:
        parent, level = self._tree.parent(code), self._levels[code]
        if parent is None or level is None or code in self._predecessors:
            return False
        around = self.level(parent)
        return around is None or level > around

    def _around(self, code: str) -> Iterator[str]:
        """Yield the regions around one at that time; a predecessor stands in for its successor."""
        parent = self._tree.parent(code)
        while parent is not None:
            yield parent
            answering = self._answering(parent)
            if answering != parent:
                yield answering
            parent = self._tree.parent(answering)


def _higher(one: Level | None, other: Level | None) -> Level | None:
    if one is None or other is None:
        return one or other
    return max(one, other)
