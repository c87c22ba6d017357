"""What stands on a sheet, before anybody knows how large it can be set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from guidance.shown.codes import ShortLink


@dataclass(frozen=True, slots=True)
class Head:
    """Hold the sentence at the top in the pieces that it is set in."""

    place: str
    before: str
    strong: str
    after: str


@dataclass(frozen=True, slots=True)
class Part:
    """Hold lines under a heading, which run on in one paragraph or stand each by itself.

    The kind says how they are set, `short` what may replace them.
    """

    kind: str
    heading: str
    lines: Sequence[str]
    short: str = ""
    runs_on: bool = False

    @property
    def shorter(self) -> Part:
        """Only name what the lines say, or let them run on; what to do keeps its lines."""
        if self.short:
            return Part(self.kind, self.short, ())
        return replace(self, runs_on=self.kind != "do")


@dataclass(frozen=True, slots=True)
class Voice:
    """Hold what every sheet says in one language, at its head and at its foot."""

    lang: str
    term: str
    foot: Sequence[str]
    as_of: str


@dataclass(frozen=True, slots=True)
class Half(Voice):
    """Hold what a poster says in one language."""

    head: Head
    facts: Sequence[str]
    notices: Sequence[str]
    meaning: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Number:
    """Hold a number to call, and whose it is in each language of the sheet."""

    number: str
    names: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold a poster: one language, or two that are set equally large."""

    template: ClassVar[str] = "posters/poster.html"

    lang: str
    title: str
    key: str
    shape: str
    halves: Sequence[Half]
    numbers: Sequence[Number]
    short: ShortLink

    def shorter(self) -> Sheet:
        """Say the same in less room."""
        halves = [
            replace(half, parts=[part.shorter for part in half.parts]) for half in self.halves
        ]
        return replace(self, halves=halves)


def parts(*offered: Part) -> list[Part]:
    """Keep the parts that have lines."""
    return [part for part in offered if part.lines]
