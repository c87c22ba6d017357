"""Borders with fewer points: what the eye can't tell on a page is not sent to it."""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

Point = tuple[int, int]
Ring = Sequence[Point]


def needless(rings: Iterable[Ring], area: float) -> set[Point]:
    """Find the points whose triangle with both neighbours is smaller than an area, least first.

    Neighbouring units share points. One answer for all rings keeps them neighbours, and a point
    where three borders meet stays.
    """
    beside = _neighbours(rings)
    waiting = [(_area(point, beside), point) for point in beside if len(beside[point]) == 2]
    heapify(waiting)
    found: set[Point] = set()
    while waiting and waiting[0][0] < area:
        size, point = heappop(waiting)
        if point in found or size != _area(point, beside):
            continue
        first, second = beside[point]
        if second in beside[first]:
            continue  # a triangle would become a line
        found.add(point)
        for here, there in ((first, second), (second, first)):
            beside[here] = (beside[here] - {point}) | {there}
            if len(beside[here]) == 2:
                heappush(waiting, (_area(here, beside), here))
    return found


def _neighbours(rings: Iterable[Ring]) -> dict[Point, set[Point]]:
    beside: dict[Point, set[Point]] = {}
    for ring in rings:
        for index, point in enumerate(ring):
            for other in (ring[index - 1], ring[(index + 1) % len(ring)]):
                if other != point:
                    beside.setdefault(point, set()).add(other)
    return beside


def _area(point: Point, beside: dict[Point, set[Point]]) -> float:
    (ax, ay), (bx, by) = beside[point]
    x, y = point
    return abs((ax - x) * (by - y) - (bx - x) * (ay - y)) / 2
