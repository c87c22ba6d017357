"""The parts of a region at a higher level than around them, named and counted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guidance.rules.levels import Level
from guidance.rules.parts import in_parts
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
    places: Sequence[Named]

    @property
    def counted_label(self) -> str:
        """Say it in one line: high (orange) in 2 towns and 9 districts."""
        return f"{self.mark.name} {self.counted}"

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
    kinds = Counter(str(region.kind) for region in regions)
    return InPart(
        level,
        level_mark(level, ground.lang, ground.wording),
        in_parts(kinds)[ground.lang],
        [named_place(region, ground.lang, on) for region in regions],
    )
