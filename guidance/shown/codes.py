"""Short addresses and the square codes that hold them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno


@dataclass(frozen=True, slots=True)
class ShortLink:
    """Hold a short address as people type it and as a phone reads it."""

    text: str
    path: str  # squares to fill
    strokes: str  # the same as lines to draw, in a quarter of the letters
    size: int


@lru_cache(maxsize=512)
def short_link(address: str) -> ShortLink:
    """Draw the square code of an address; the address is told without its scheme."""
    rows = [[bool(cell) for cell in row] for row in segno.make(address, error="m").matrix]
    filled = "".join(_squares(y, row) for y, row in enumerate(rows))
    drawn = "".join(_line(y, row) for y, row in enumerate(rows))
    return ShortLink(address.partition("://")[2], filled, drawn, len(rows))


def short_address_of(base_url: str, number: str) -> str:
    """Give the short address of a decision as people type it."""
    return f"{base_url}/c/{number}".partition("://")[2]


def _squares(y: int, row: Sequence[bool]) -> str:
    return "".join(f"M{x} {y}h{width}v1h-{width}z" for x, width in _dark(row))


def _line(y: int, row: Sequence[bool]) -> str:
    drawn, end = "", 0
    for x, width in _dark(row):
        drawn += f"m{x - end} 0h{width}" if drawn else f"M{x} {y}h{width}"
        end = x + width
    return drawn


def _dark(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give where dark cells begin, and how many stand together."""
    x = 0
    for is_dark, cells in groupby(row):
        width = len(list(cells))
        if is_dark:
            yield x, width
        x += width
