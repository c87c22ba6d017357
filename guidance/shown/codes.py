"""Short addresses and the square codes that hold them."""

from dataclasses import dataclass
from functools import lru_cache

import segno


@dataclass(frozen=True, slots=True)
class ShortLink:
    """Hold a short address as people type it and as a phone reads it."""

    text: str
    path: str
    size: int


@lru_cache(maxsize=512)
def short_link(address: str) -> ShortLink:
    """Draw the square code of an address; the address is told without its scheme."""
    rows = [[bool(cell) for cell in row] for row in segno.make(address, error="m").matrix]
    path = "".join(_row(y, row) for y, row in enumerate(rows))
    return ShortLink(address.partition("://")[2], path, len(rows))


def short_address_of(base_url: str, number: str) -> str:
    """Give the short address of a decision as people type it."""
    return f"{base_url}/c/{number}".partition("://")[2]


def _row(y: int, row: list[bool]) -> str:
    drawn, x = "", 0
    while x < len(row):
        width = 0
        while x + width < len(row) and row[x + width]:
            width += 1
        if width:
            drawn += f"M{x} {y}h{width}v1h-{width}z"
        x += width + 1 if width else 1
    return drawn
