"""The short card of a place: its level, since when, until when, and what is higher inside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from guidance.models import Region
from guidance.shown.ground import Ground, Terms
from guidance.shown.holding import place_holds_until
from guidance.shown.in_parts import InPart
from guidance.shown.marks import LevelMark, Moment, Named, shown_moment
from guidance.shown.places import headed_place
from guidance.shown.region_list import in_part


@dataclass(frozen=True, slots=True)
class ShortCard:
    """Hold all that the short card of a place prints."""

    code: str
    place: Named
    mark: LevelMark
    terms: Terms | None
    in_part: Sequence[InPart]
    as_of: Moment
    until: str

    @property
    def state(self) -> str:
        if self.terms is None:
            return "none"
        return "ends-soon" if self.terms.ends_soon else "in-force"


def short_card(ground: Ground, region: Region) -> ShortCard:
    """Tell the level of a place in few lines, by the place's own clocks."""
    return ShortCard(
        region.code,
        headed_place(region, ground.lang),
        ground.mark(region.code),
        ground.terms(region.code),
        in_part(ground, region.code),
        shown_moment(ground.at, region.time_zone, ground.lang, offset=True),
        place_holds_until(ground, region.code),
    )
