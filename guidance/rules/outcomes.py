"""What an act did, region by region, as the desk and the notices say it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from guidance.rules.acts import ActKind
from guidance.rules.lanes import Timeline
from guidance.rules.levels import Level
from guidance.rules.periods import Period


class Word(StrEnum):
    """Name what happened to one named region."""

    DECLARED = "declared"
    RAISED = "raised"
    LOWERED = "lowered"
    CONFIRMED = "confirmed"
    EXTENDED = "extended"
    LIFTED = "lifted"
    ALL_CLEAR = "all_clear"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Stays:
    """Name a narrower, higher level that the act leaves as it is."""

    code: str
    level: Level
    starts_at: datetime
    ends_at: datetime | None
    declaration: int


@dataclass(frozen=True, slots=True)
class RegionOutcome:
    """Tell what the act did to one region that it names.

    `before` and `after` are the effective levels at the instant of the act (an EXTEND: the level
    extended); `own_before` and `own_after` the own periods in force at that instant (an EXTEND: the
    period extended, perhaps an ancestor's, and the one added); `carved_from` the declarations of
    the wider periods that the region was taken out of.
    """

    region: str
    word: Word
    before: Level | None
    after: Level | None
    own_before: Period | None = None
    own_after: Period | None = None
    stays_higher: tuple[Stays, ...] = ()
    carved_from: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Applied:
    """Hold the timeline after an act, the act's true kind, and its outcomes in the act's order."""

    timeline: Timeline
    kind: ActKind
    outcomes: tuple[RegionOutcome, ...]

    def outcome(self, region: str) -> RegionOutcome:
        """Give the outcome of one named region."""
        return next(outcome for outcome in self.outcomes if outcome.region == region)
