"""The six acts, and the facts of one that the timeline needs."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from guidance.rules.levels import Level


class ActKind(StrEnum):
    """Name what a declaration does."""

    DECLARE = "DECLARE"
    CHANGE = "CHANGE"
    EXTEND = "EXTEND"
    LIFT = "LIFT"
    CORRECT = "CORRECT"
    WITHDRAW = "WITHDRAW"


SETTING = frozenset({ActKind.DECLARE, ActKind.CHANGE})
"""The two acts that set a level; which word is true, the timeline decides."""

FOLDED = SETTING | {ActKind.EXTEND, ActKind.LIFT}
"""The acts that move the timeline by themselves, and so can be withdrawn."""


@dataclass(frozen=True, slots=True)
class NamedMeasure:
    """Name one measure of an act; without regions it has the act's, without a period the act's."""

    code: str
    regions: tuple[str, ...] = ()
    starts_at: datetime | None = None
    ends_at: datetime | None = None

    @property
    def has_own_period(self) -> bool:
        """Tell whether the measure runs by itself, whatever becomes of the level."""
        return self.starts_at is not None or self.ends_at is not None


@dataclass(frozen=True, slots=True)
class Act:
    """Hold the facts of one declaration; `sequence` is its place in the ledger."""

    sequence: int
    kind: ActKind
    published_at: datetime
    regions: tuple[str, ...] = ()
    level: Level | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    measures: tuple[NamedMeasure, ...] = ()
    refers_to: int | None = None
    is_archived: bool = False

    @property
    def effective_at(self) -> datetime:
        """Give the instant from which the act speaks: its start, or else its publication."""
        return self.starts_at or self.published_at
