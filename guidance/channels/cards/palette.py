"""The colours of the pictures: the light ones of css/tokens.css."""

from dataclasses import dataclass
from typing import Final

INK, MUTED, PAPER = "#14202b", "#4a5a68", "#ffffff"
EXERCISE: Final = "#5b2a86"


@dataclass(frozen=True, slots=True)
class Palette:
    """Hold the colours of one picture; a shape without a fill is an outline."""

    ground: str = PAPER
    rail: str = INK
    ink: str = INK
    muted: str = MUTED
    fill: str = "none"
    edge: str = INK
    bar: str = INK


PLAIN = Palette()
OF_LEVELS: Final = {
    "none": Palette(ground="#eef3f8", rail="#1f4e79", edge="#1f4e79", bar="#0b2239"),
    "yellow": Palette("#fff6d1", "#ffd84d", fill="#ffd84d", edge="#6b5200", bar="#1a1a1a"),
    "orange": Palette("#ffe7cf", "#f58a1f", fill="#f58a1f", edge="#8a4300", bar="#1a1a1a"),
    # As on the page, a red card is filled, and its shape stands out in white.
    "red": Palette(
        "#ae1229", "#ae1229", "#ffffff", "#ffffff", fill="#ffffff", edge="#ffffff", bar="#ae1229"
    ),
}
OF_EXERCISE = Palette(rail=EXERCISE)
