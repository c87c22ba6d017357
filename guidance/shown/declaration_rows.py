"""Rows of a declaration's page: places, measures, corrections, the thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from guidance.shown.corrections import Rewording
from guidance.shown.marks import LevelMark, Moment, Named


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Say what an act did to one place, and what holds there now."""

    place: Named
    word: str
    then: LevelMark
    now: LevelMark
    until: str


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """Say for where and when an act named a measure, and whether it is in force now, or will be."""

    name: str
    places: str
    since: Moment
    until: str
    is_in_force: bool
    is_announced: bool


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """Hold one act of the thread."""

    act: Named
    label: str
    mark: LevelMark
    published: Moment
    is_this: bool


@dataclass(frozen=True, slots=True)
class FirstWords:
    """Hold the words that an act was published with."""

    reason: str
    local_advice: Sequence[str]
    order: str


@dataclass(frozen=True, slots=True)
class Correction:
    """Say what a correction changed."""

    act: Named
    published: Moment
    changes: Sequence[Rewording]
