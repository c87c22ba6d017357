"""The situation: what is in force where, at one instant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from guidance.rules.levels import Level


@dataclass(frozen=True, slots=True)
class Inside:
    """Name a narrower region where a level begins that is higher than around it."""

    code: str
    level: Level
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class MeasureInForce:
    """Name a measure in force; `region` is the region that bears it, itself or wider."""

    code: str
    since: datetime
    until: datetime | None
    declaration: int
    region: str
    in_error: bool = False


@dataclass(frozen=True, slots=True)
class PlaceSituation:
    """Answer for one region; `formed_from` is filled while the region is not yet established."""

    code: str
    level: Level | None
    since: datetime | None
    until: datetime | None
    declarations: tuple[int, ...]
    inherited_from: str | None
    inside: tuple[Inside, ...]
    measures: tuple[MeasureInForce, ...]
    formed_from: str | None
    in_error: bool


@dataclass(frozen=True, slots=True)
class Situation:
    """Answer for all regions asked for.

    `next_change` is the first start or end of a period or measure after `at`. `valid_until` is the
    bound for whoever keeps the answer: that, or sooner the day on which a region is established.
    """

    at: datetime
    highest: Level | None
    next_change: datetime | None
    valid_until: datetime | None
    regions: Mapping[str, PlaceSituation]
