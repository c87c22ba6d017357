"""One place in the tables of the first page: its level, its time, who acted, what may be done."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from guidance.desk.board.acted import Acted
from guidance.desk.board.left import ENDING, SOON, is_within, time_left
from guidance.desk.letting_end import Decision
from guidance.desk.scene import Scene
from guidance.rules.levels import Level
from guidance.rules.situation import PlaceSituation

PARTS = 10  # so many higher parts are named under a region; the rest are one click away


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a higher level inside a place."""

    name: str
    level: Level
    until: str


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """Hold one place with what the tables print of it."""

    code: str
    name: str
    level: Level | None
    since: str
    until: str
    left: str
    numbers: tuple[str, ...]
    acted: Acted
    is_soon: bool
    is_ending: bool
    may_draft: bool
    wider: str
    around: str
    parts: tuple[Part, ...]
    more_parts: int
    may_let_end: bool
    decision: Decision | None = None

    @property
    def parts_count(self) -> int:
        """Count the higher parts, named or not."""
        return len(self.parts) + self.more_parts


@dataclass(frozen=True)
class Lines:
    """Write lines; who acted is known by the place of the act in the ledger."""

    scene: Scene
    acted: Mapping[int, Acted]

    def line(self, code: str) -> PlaceLine:
        """Write the line of one place."""
        scene, place = self.scene, self.scene.place(code)
        until = place.until if place.level is not None else None
        inside = place.inside if code != scene.tree.root else ()
        parent = scene.tree.parent(code)
        return PlaceLine(
            code=code,
            name=scene.name(code),
            level=place.level,
            since=scene.since(code),
            until=scene.until(code),
            left=time_left(scene.at, until),
            numbers=tuple(scene.number(sequence) for sequence in place.declarations),
            acted=self.acted.get(last_act(place), Acted()),
            is_soon=is_within(scene.at, until, SOON),
            is_ending=is_ending(place, scene.at),
            may_draft=scene.may_draft((code,)),
            wider=scene.name(place.inherited_from) if place.inherited_from else "",
            around=scene.name(parent) if parent and parent != scene.tree.root else "",
            parts=tuple(
                Part(scene.name(part.code), part.level, scene.until(part.code))
                for part in inside[:PARTS]
            ),
            more_parts=max(len(inside) - PARTS, 0),
            may_let_end=scene.may_draft((code,)) or scene.may_approve((code,)),
        )


def is_ending(place: PlaceSituation, at: datetime) -> bool:
    """Tell whether a level that begins here ends within two days."""
    begins_here = place.level is not None and place.inherited_from is None
    return begins_here and is_within(at, place.until, ENDING)


def last_act(place: PlaceSituation) -> int:
    """Give the last act that bears the level of a place; 0 where there is none."""
    return place.declarations[-1] if place.declarations else 0


def by_urgency(scene: Scene, codes: Collection[str]) -> list[str]:
    """Sort places: the highest level first, then the soonest end; what has no end comes last."""

    def urgency(code: str) -> tuple[int, bool, float]:
        place = scene.place(code)
        end = place.until
        return (-(place.level or 0), end is None, end.timestamp() if end else 0.0)

    return sorted(codes, key=urgency)
