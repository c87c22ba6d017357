"""Every refusal that the rules know, with the facts that its message needs.

`field` is the field of the form, or the column of a replay file, at which the message stands.
Messages are made elsewhere, from the class and its attributes.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from guidance.rules.levels import Level


class NeedsEarlierPeriods(Exception):
    """Say that a part of the timeline was given which begins too late for the question."""

    def __init__(self, since: datetime) -> None:
        super().__init__(f"periods in force at or after {since.isoformat()} are needed")
        self.since = since


class RuleError(Exception):
    """Refuse an act; `act` is its sequence once the fold or `apply` has met the refusal."""

    field: ClassVar[str] = "regions"
    act: int | None = None

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in vars(self).items())
        return f"{type(self).__name__}({facts})"


@dataclass(eq=False)
class MissingFact(RuleError):
    """The act needs this fact; it is also the field."""

    fact: str

    @property
    def field(self) -> str:  # type: ignore[override]
        return self.fact


@dataclass(eq=False)
class UnexpectedFact(MissingFact):
    """An act of this kind has no such fact."""


@dataclass(eq=False)
class UnknownRegion(RuleError):
    region: str


@dataclass(eq=False)
class EndNotAfterStart(RuleError):
    field: ClassVar[str] = "ends_at"
    starts_at: datetime
    ends_at: datetime


@dataclass(eq=False)
class StartTooEarly(RuleError):
    """Only an archived act may begin more than 24 hours before its publication."""

    field: ClassVar[str] = "starts_at"
    starts_at: datetime
    earliest: datetime


@dataclass(eq=False)
class MeasureOutsideRegions(RuleError):
    """A measure stands inside the regions that its act names, else it would escape authority."""

    field: ClassVar[str] = "measures"
    measure: str
    region: str


@dataclass(eq=False)
class MeasureNeedsPeriod(RuleError):
    """A measure of a LIFT or EXTEND has no period to follow."""

    field: ClassVar[str] = "measures"
    measure: str


@dataclass(eq=False)
class MeasureEndNotAfterStart(RuleError):
    field: ClassVar[str] = "measures"
    measure: str


@dataclass(eq=False)
class NotYetEstablished(RuleError):
    """The region did not exist then; its predecessor is the one to name."""

    region: str
    predecessor: str
    established_on: date


@dataclass(eq=False)
class CannotCarveOut(RuleError):
    """The parts of `incomplete` do not cover it: change `wider` and declare its parts by name."""

    region: str
    wider: str
    incomplete: str
    level: Level
    declaration: int


@dataclass(eq=False)
class NothingToLift(RuleError):
    region: str


@dataclass(eq=False)
class NothingToExtend(RuleError):
    region: str


@dataclass(eq=False)
class NoEndToExtend(RuleError):
    region: str
    declaration: int


@dataclass(eq=False)
class EndNotLater(RuleError):
    """The new end is not after the present one."""

    field: ClassVar[str] = "ends_at"
    region: str
    declaration: int
    present_end: datetime


@dataclass(eq=False)
class AnotherPeriodFollows(RuleError):
    region: str
    declaration: int
    starts_at: datetime


@dataclass(eq=False)
class UnknownDeclaration(RuleError):
    field: ClassVar[str] = "refers_to"
    declaration: int


@dataclass(eq=False)
class CannotBeCorrected(RuleError):
    field: ClassVar[str] = "refers_to"
    declaration: int


@dataclass(eq=False)
class CannotBeWithdrawn(RuleError):
    field: ClassVar[str] = "refers_to"
    declaration: int


@dataclass(eq=False)
class AlreadyWithdrawn(RuleError):
    field: ClassVar[str] = "refers_to"
    declaration: int


@dataclass(eq=False)
class LaterActsDependOnIt(RuleError):
    """These later declarations would not hold without it: withdraw them first."""

    field: ClassVar[str] = "refers_to"
    declaration: int
    dependents: tuple[int, ...]
