"""The parts of a region at a higher level than around them, named and counted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guidance.rules.level_words import level_name
from guidance.rules.levels import Level
from guidance.rules.parts import in_parts, level_in_parts
from guidance.shown.ground import Ground
from guidance.shown.marks import LevelMark, Named, level_mark
from guidance.shown.places import named_place

NAMES_IN_A_LABEL = 3


@dataclass(frozen=True, slots=True)
class InPart:
    """Name and count the parts of a region that are at one higher level."""

    level: Level
    mark: LevelMark
    counted: str
    counted_label: str
    places: Sequence[Named]

    @property
    def label(self) -> str:
        """Say it in one line; a few parts are named."""
        if len(self.places) > NAMES_IN_A_LABEL:
            return self.counted_label
        return f"{self.counted_label}: {', '.join(place.name for place in self.places)}"


def counted_parts(
    ground: Ground, parts: Mapping[Level, Sequence[str]], on: date | None = None
) -> list[InPart]:
    """Tell of the parts at each level, the highest level first."""
    return [_in_part(ground, level, parts[level], on) for level in sorted(parts, reverse=True)]


def _in_part(ground: Ground, level: Level, codes: Sequence[str], on: date | None) -> InPart:
    regions = [ground.atlas.regions[code] for code in codes]
    counted = in_parts(Counter(str(region.kind) for region in regions))
    name = level_name(level, ground.wording)
    return InPart(
        level,
        level_mark(level, ground.lang, ground.wording),
        counted[ground.lang],
        level_in_parts(name, counted)[ground.lang],
        [named_place(region, ground.lang, on) for region in regions],
    )
