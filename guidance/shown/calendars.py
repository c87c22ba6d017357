"""What a calendar holds, whatever format it is written in."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Event:
    """Hold one event; `sequence` and `changed_at` only grow, with what is decided about it."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    summary: str
    description: str
    location: str
    category: str
    address: str
    sequence: int
    changed_at: datetime
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Hold a calendar with its events."""

    name: str
    description: str
    language: str
    address: str
    events: tuple[Event, ...]
