"""Reference texts as readers are shown them: words of the scale, advice, numbers to call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from guidance.models import Advice, AdviceGroup, EmergencyNumber, LevelText, RegionContact
from guidance.rules.level_words import Wording
from guidance.rules.levels import Level
from guidance.stored.atlas import Atlas

# Under a level the advice of the lower ones goes on, the nearest first.
LOWER_LEVELS: Mapping[Level, tuple[Level, ...]] = {
    Level.RED: (Level.ORANGE, Level.YELLOW),
    Level.ORANGE: (Level.YELLOW,),
    Level.YELLOW: (),
}
# "Follow all the advice for yellow": beside the yellow lines themselves it would say them twice.
REFERS_TO_LOWER = ("O1",)

Version = TypeVar("Version", LevelText, Advice)


@dataclass(frozen=True)
class Reference:
    """Hold all versions of the reference texts."""

    atlas: Atlas
    advice: Sequence[Advice]
    numbers: Sequence[EmergencyNumber]
    contacts: Sequence[RegionContact]


_kept: tuple[Atlas, Reference] | None = None


def reference(atlas: Atlas) -> Reference:
    """Give the reference texts; they are read again whenever the regions are."""
    global _kept  # read on every page, changed a few times a year
    if _kept is None or _kept[0] is not atlas:
        kept = Reference(
            atlas,
            list(Advice.objects.order_by("in_force_from", "pk")),
            list(EmergencyNumber.objects.filter(is_dropped=False).order_by("position", "pk")),
            list(RegionContact.objects.filter(is_dropped=False).order_by("position", "pk")),
        )
        _kept = (atlas, kept)
    return _kept[1]


@dataclass(frozen=True)
class Catalogue:
    """Answer for the reference texts in force at an instant."""

    texts: Reference
    at: datetime

    @cached_property
    def level_texts(self) -> Mapping[Level | None, LevelText]:
        """Give the texts of each level, and of none."""
        rows = _in_force(self.texts.atlas.level_texts, "level", self.at)
        return {Level[row.level] if row.level else None: row for row in rows}

    @cached_property
    def wording(self) -> Wording:
        """Give the words of the levels for sentences."""
        return self.texts.atlas.wording(self.at)

    def advice(self, level: Level | None) -> Sequence[Advice]:
        """Give the lines for a level; without a level those for every day."""
        return self.advice_of(AdviceGroup.EVERYDAY if level is None else level.name)

    def lower_advice(self, level: Level | None) -> Sequence[Advice]:
        """Give the lines of the lower levels that go on under a level."""
        lower = LOWER_LEVELS[level] if level is not None else ()
        lines = (line for each in lower for line in self.advice(each))
        return [line for line in lines if line.code not in REFERS_TO_LOWER]

    def advice_of(self, group: str) -> Sequence[Advice]:
        """Give the general lines of a list in their order."""
        return self.cell(group)

    def cell(self, group: str, situation: str = "", audience: str = "") -> Sequence[Advice]:
        """Give the lines of one cell of the cards, in their order; of no cell, the general ones."""
        wanted = (group, situation, audience)
        lines = (
            line
            for line in _in_force(self.texts.advice, "code", self.at)
            if (line.group, line.situation, line.audience) == wanted and not line.is_dropped
        )
        return sorted(lines, key=attrgetter("position", "pk"))

    def contacts(self, regions: Sequence[int]) -> Sequence[RegionContact]:
        """Give the numbers to call of some places, by their keys, the nearest place first."""
        rows = (row for row in self.texts.contacts if row.region_id in regions)
        return sorted(rows, key=lambda row: regions.index(row.region_id))


def _in_force(rows: Iterable[Version], key: str, at: datetime) -> Iterable[Version]:
    """Keep of every line its latest version; the rows come oldest first."""
    return {getattr(row, key): row for row in rows if row.in_force_from <= at}.values()
