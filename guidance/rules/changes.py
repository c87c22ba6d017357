"""What differs for a place between two moments: level, end, measures, advice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from guidance.rules.levels import Level


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Hold what readers of a place went by at an instant.

    Measures are codes and lines of advice keys, each in the order in which they are shown. Without
    a level there is no end; a level without an end stands until further notice.
    """

    level: Level | None
    ends_at: datetime | None = None
    measures: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()


@dataclass(frozen=True)
class Changes:
    """Answer what is new, what ended and what stayed from one snapshot to another."""

    before: Snapshot
    after: Snapshot

    @property
    def has_new_level(self) -> bool:
        return self.before.level is not self.after.level

    @property
    def has_new_end(self) -> bool:
        """Tell whether the level in force now ends at another time than was known before."""
        if self.after.level is None:
            return False
        return self.before.level is None or self.before.ends_at != self.after.ends_at

    @cached_property
    def new_measures(self) -> tuple[str, ...]:
        return _without(self.after.measures, self.before.measures)

    @cached_property
    def ended_measures(self) -> tuple[str, ...]:
        return _without(self.before.measures, self.after.measures)

    @cached_property
    def same_measures(self) -> tuple[str, ...]:
        return _without(self.after.measures, self.new_measures)

    @cached_property
    def new_advice(self) -> tuple[str, ...]:
        return _without(self.after.advice, self.before.advice)

    @cached_property
    def ended_advice(self) -> tuple[str, ...]:
        return _without(self.before.advice, self.after.advice)

    @cached_property
    def same_advice(self) -> tuple[str, ...]:
        return _without(self.after.advice, self.new_advice)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing changed for the place."""
        lists = (self.new_measures, self.ended_measures, self.new_advice, self.ended_advice)
        return not (self.has_new_level or self.has_new_end or any(lists))


def compare(before: Snapshot, after: Snapshot) -> Changes:
    """Compare two moments of one place."""
    return Changes(before, after)


def _without(keys: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    left_out = set(others)
    return tuple(dict.fromkeys(key for key in keys if key not in left_out))
