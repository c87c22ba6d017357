"""What a picture says, before anybody knows where on it the words stand."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from guidance.channels.cards.palette import PLAIN, Palette
from guidance.shown.codes import ShortLink

# Raised when pictures look otherwise, so that no cache keeps one of the old ones.
LOOK = 1


@dataclass(frozen=True, slots=True)
class Said:
    """Hold one paragraph; its size is that on the widest format, `gap` a part of the size."""

    text: str
    size: int
    is_bold: bool = False
    is_muted: bool = False
    gap: float = 0.4


@dataclass(frozen=True, slots=True)
class Story:
    """Hold all that a picture says; what is last in `body` is shortened first."""

    tagline: str
    body: tuple[Said, ...]
    foot: tuple[str, ...]
    palette: Palette = PLAIN
    shape: str = ""
    is_crossed: bool = False
    band: str = ""
    short: ShortLink | None = None
    as_of: str = ""

    @property
    def fingerprint(self) -> str:
        """Return a short token of everything that is said, but for when it was asked."""
        said = repr((LOOK, replace(self, as_of="")))
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def version(self, at: datetime) -> str:
        """Name what is said: a level that stands for weeks is told anew each hour."""
        return (
            f"{at.astimezone(UTC):%Y%m%d%H}-{self.fingerprint}" if self.as_of else self.fingerprint
        )


def paragraphs(*said: Said) -> tuple[Said, ...]:
    """Keep the paragraphs that say something."""
    return tuple(each for each in said if each.text)


def lines(*texts: str) -> tuple[str, ...]:
    """Keep the lines that say something."""
    return tuple(text for text in texts if text)


def facts(texts: Iterable[str]) -> tuple[Said, ...]:
    """Say each text in the size of facts, apart from what stands before them."""
    said = [text for text in texts if text]
    return tuple(Said(text, 34, gap=0.25 if number else 0.7) for number, text in enumerate(said))
