"""What pages read of a ledger beside the situation: its acts, periods, threads and corrections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from guidance.models import Declaration, LevelPeriod, MeasurePeriod
from guidance.rules.levels import Level
from guidance.situations import PublicSituation

# For so long a page tells what was lifted, ran out or was issued in error.
STANDS_FOR = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Recent:
    """Hold the acts that ended or took back a level, planned ends, and what is still to come."""

    acts: Sequence[Declaration]
    ended: Sequence[LevelPeriod]
    coming: Sequence[Declaration]


class Book(Protocol):
    """Answer from one ledger as it is, as it was known, or as it would be."""

    @property
    def public(self) -> PublicSituation:
        """Give the situation that the ledger makes."""

    @property
    def acts(self) -> Mapping[int, Declaration]:
        """Give the declarations that bear the situation, by their place in the ledger."""

    @property
    def recent(self) -> Recent:
        """Give what changed lately or changes soon."""

    @property
    def corrections(self) -> Mapping[int, Declaration]:
        """Give of each corrected act, by primary key, the last correction."""

    def periods_around(self, code: str) -> list[LevelPeriod]:
        """Give what is in force at a place and around it, what is coming, the latest of the past.

        The periods come with their declarations and with what ended them.
        """

    def periods_from(self, code: str, since: datetime) -> list[LevelPeriod]:
        """Give what was not over at a place and around it at an instant, the earliest first.

        The periods come with their declarations and with what ended them.
        """

    def measures_from(self, code: str, since: datetime) -> list[MeasurePeriod]:
        """Give the measures that were not over at a place and around it, the earliest first."""

    def declaration(self, number: str) -> Declaration | None:
        """Find a published declaration with its facts and its bulletin."""

    def thread_of(self, act: Declaration) -> list[Declaration]:
        """Give the acts of a declaration's thread, itself among them, oldest first."""

    def of_same_order(self, act: Declaration) -> list[Declaration]:
        """Give the other acts that carry out the same order, oldest first."""

    def periods_of(self, acts: Sequence[Declaration]) -> list[LevelPeriod]:
        """Give the periods that some acts bear, with what ended them."""

    def coming_measures(self, act: Declaration, at: datetime) -> set[int]:
        """Give the kinds of the act's measures that begin after an instant."""

    def past_periods(self, level: Level, at: datetime, most: int) -> list[LevelPeriod]:
        """Give the latest periods of a level that were over at an instant."""
