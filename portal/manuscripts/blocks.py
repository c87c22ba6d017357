"""What a text in a file is made of, and what is wrong with one that can't be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class MalformedText(Exception):
    """Name the file and the line that don't keep to the format, and say why."""

    def __init__(self, name: str, line: int, reason: str) -> None:
        super().__init__(f"{name}:{line}: {reason}")
        self.name, self.line, self.reason = name, line, reason


@dataclass(frozen=True, slots=True)
class Block:
    """Hold one block; a list's `html` is a whole list, others' is inline; a box has a value.

    A value is what the body stores, with names where the body has keys: of a speaker, a file.
    """

    kind: str
    html: str = ""
    value: Mapping[str, Any] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """Hold what one language says."""

    headline: str
    lead: str
    blocks: tuple[Block, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Hold lines that belong together, with the file and the number of the first."""

    name: str
    line: int
    lines: tuple[str, ...]

    @property
    def joined(self) -> str:
        return " ".join(line.strip() for line in self.lines)

    def wrong(self, reason: str, offset: int = 0) -> MalformedText:
        """Say what is wrong with one of the lines."""
        return MalformedText(self.name, self.line + offset, reason)
