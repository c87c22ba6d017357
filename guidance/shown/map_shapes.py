"""The outlines of the regions, as they are and as they were, fitted to the page's map."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from guidance.shown.thinning import needless

REFERENCE = Path(__file__).resolve().parent.parent / "reference"
SCALE = 0.616
VIEW_BOX = "0 -40 616 438"
# Of a map some six hundred wide: what a border loses is less than its own stroke shows.
NEEDLESS_AREA = 4
NUMBER = re.compile(r"-?[\d.]+")

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """Hold the path of a unit and the point where its shape stands."""

    code: str
    path: str
    label: Point


def outlines_on(day: date) -> dict[str, Outline]:
    """Give the outlines of the units that existed on a day."""
    found = dict(_present_outlines())
    # The earliest end that still lies ahead is the border of that day.
    for until, parts, outline in reversed(_former_outlines()):
        if day < until:
            for part in parts:
                found.pop(part, None)
            found[outline.code] = outline
    return found


@cache
def _present_outlines() -> dict[str, Outline]:
    drawn = _read("kz-admin1-paths.json")["regions"]
    return {code: _outline(code, unit) for code, unit in drawn.items()}


@cache
def _former_outlines() -> list[tuple[date, tuple[str, ...], Outline]]:
    former = sorted(_read("kz-admin1-history.json")["formerly"], key=lambda unit: unit["until"])
    return [
        (
            date.fromisoformat(unit["until"]),
            tuple(unit["parts"]),
            _outline(unit["code"], unit),
        )
        for unit in former
    ]


@cache
def _needless() -> frozenset[Point]:
    """Find the points that no border needs, of old units as of present ones."""
    drawn = _read("kz-admin1-paths.json")["regions"]
    rings = [ring for unit in drawn.values() for ring in _rings(unit)]
    return frozenset(needless(rings, NEEDLESS_AREA))


def _read(name: str) -> dict:  # type: ignore[type-arg]
    with (REFERENCE / name).open(encoding="utf-8") as source:
        return json.load(source)  # type: ignore[no-any-return]


def _outline(code: str, unit: dict) -> Outline:  # type: ignore[type-arg]
    x, y = unit["label"]
    rings = [[point for point in ring if point not in _needless()] for ring in _rings(unit)]
    path = "".join(map(_path, rings))
    return Outline(code, path, (round(x * SCALE), round(y * SCALE)))


def _rings(unit: dict) -> list[list[Point]]:  # type: ignore[type-arg]
    """Give the rings of a unit, each point once; a ring ends where it began."""
    drawn = (list(_points(ring)) for ring in unit["d"].split("z") if ring)
    return [
        [point for index, point in enumerate(ring) if point != ring[index - 1]] for ring in drawn
    ]


def _points(ring: str) -> Iterable[Point]:
    """Follow a relative path; rounding the absolute points keeps neighbours' borders together."""
    numbers = [float(number) for number in NUMBER.findall(ring)]
    x, y = 0.0, 0.0
    for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + step_x, y + step_y
        yield (round(x * SCALE), round(y * SCALE))


def _path(ring: Sequence[Point]) -> str:
    first, *others = ring
    steps, (x, y) = "", first
    for next_x, next_y in others:
        for step in (next_x - x, next_y - y):
            steps += f" {step}" if steps and step >= 0 else str(step)
        x, y = next_x, next_y
    return f"M{first[0]} {first[1]}l{steps}z"
