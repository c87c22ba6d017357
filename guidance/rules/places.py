"""The tree of regions, as the rules need it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Place:
    """Hold what the rules know of one region."""

    code: str
    parent: str | None
    kind: str
    parts_are_complete: bool = False
    established_on: date | None = None
    formed_from: str | None = None
    time_zone: str = "Asia/Almaty"


class Tree:
    """Answer who lies inside whom, and who was formed from whom."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.code: place for place in places}
        roots = [place.code for place in self._places.values() if place.parent is None]
        if len(roots) != 1:
            raise ValueError(f"a tree has one root, not {len(roots)}")
        self.root = roots[0]
        self._children: dict[str, list[str]] = {code: [] for code in self._places}
        self._successors: dict[str, list[str]] = {}
        for code, place in sorted(self._places.items()):
            if place.parent is not None:
                self._children[place.parent].append(code)
            if place.formed_from is not None:
                self._successors.setdefault(place.formed_from, []).append(code)
        self._ancestors: dict[str, tuple[str, ...]] = {self.root: ()}
        self._order = tuple(self._walk())
        if len(self._order) != len(self._places):
            raise ValueError("the parents form a ring")
        self._established = {
            code: _midnight(place) for code, place in self._places.items() if place.established_on
        }

    def __contains__(self, code: object) -> bool:
        return code in self._places

    def __iter__(self) -> Iterator[str]:
        """Yield all codes, parents before children, siblings by code."""
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._places)

    def place(self, code: str) -> Place:
        return self._places[code]

    def parent(self, code: str) -> str | None:
        return self._places[code].parent

    def children(self, code: str) -> list[str]:
        return self._children[code]

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Give the regions around this one, the nearest first."""
        return self._ancestors[code]

    def lineage(self, code: str) -> tuple[str, ...]:
        """Give the region and its ancestors, itself first."""
        return (code, *self._ancestors[code])

    def descendants(self, code: str) -> Iterator[str]:
        """Yield all regions inside this one, parents before children."""
        for child in self._children[code]:
            yield child
            yield from self.descendants(child)

    def is_within(self, code: str, wider: str) -> bool:
        """Tell whether `code` is `wider` or lies inside it."""
        return code == wider or wider in self._ancestors[code]

    def depth(self, code: str) -> int:
        return len(self._ancestors[code])

    def established_at(self, code: str) -> datetime | None:
        """Give the midnight, in the region's own zone, from which it exists; None is always."""
        return self._established.get(code)

    def has_been_established(self, code: str, at: datetime) -> bool:
        established_at = self._established.get(code)
        return established_at is None or established_at <= at

    def predecessor_at(self, code: str, at: datetime) -> str | None:
        """Give the region that answered for this one at an instant before it was established."""
        if self.has_been_established(code, at):
            return None
        return self._places[code].formed_from

    def predecessors_at(self, at: datetime) -> dict[str, str]:
        """Give, for each region not yet established at an instant, the one that answers for it."""
        found = {code: self.predecessor_at(code, at) for code in self._established}
        return {code: predecessor for code, predecessor in found.items() if predecessor}

    def successors(self, code: str) -> list[str]:
        """Give the regions that were formed from this one."""
        return self._successors.get(code, [])

    def _walk(self) -> Iterator[str]:
        waiting = [self.root]
        while waiting:
            code = waiting.pop()
            yield code
            for child in reversed(self._children[code]):
                self._ancestors[child] = (code, *self._ancestors[code])
                waiting.append(child)


def _midnight(place: Place) -> datetime:
    assert place.established_on is not None  # noqa: S101  # chosen by the caller
    local = datetime.combine(place.established_on, time(), ZoneInfo(place.time_zone))
    return local.astimezone(UTC)
