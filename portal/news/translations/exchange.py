"""What goes to a translator and comes back, whatever the format of the file.

A job is one article from one language into another. Formats write a job and read what came back;
they know nothing of pages. What is wrong with a file is told by line, all of it at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from portal.news.translations.inline import Piece

MOST_BYTES = 2_000_000
MOST_SEGMENTS = 5_000


@dataclass(frozen=True, slots=True)
class Segment:
    """Hold one text with its translation, if there is one."""

    id: str
    label: str
    source: tuple[Piece, ...]
    target: tuple[Piece, ...] | None
    is_rich: bool
    most: int | None = None  # characters
    is_older: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """Hold the texts of one article from one language into another."""

    page: int
    title: str
    source: str
    target: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """Hold what a file says of one text."""

    id: str
    line: int | None
    source: tuple[Piece, ...]
    target: tuple[Piece, ...]
    is_machine: bool = False
    is_unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """Hold a file that came back from a translator."""

    page: int
    source: str
    target: str
    segments: tuple[Returned, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Say what is wrong with a file, and where."""

    line: int | None
    message: Any  # may be lazy


class BadFile(Exception):
    """List everything that is wrong with a file; nothing of it is stored."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.line}: {fault.message}" for fault in self.faults))


def bad(message: Any, line: int | None = None) -> BadFile:
    """Return the refusal of a file for one reason."""
    return BadFile([Fault(line, message)])
