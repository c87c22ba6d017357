"""The colours of badges, in both schemes: those of css/tokens.css."""

from dataclasses import dataclass
from typing import Final

SCHEMES: Final = ("auto", "light", "dark")
# Each colour's name in the picture, and what it paints.
ROLES: Final = {
    "g": ("fill", "ground"),
    "r": ("fill", "rail"),
    "i": ("fill", "ink"),
    "m": ("fill", "muted"),
    "s": ("stroke", "edge"),
    "b": ("stroke", "bar"),
}


@dataclass(frozen=True, slots=True)
class Colours:
    """Hold the colours of one badge in one scheme."""

    ground: str
    rail: str
    edge: str
    bar: str
    fill: str = "none"
    ink: str = "#14202b"
    muted: str = "#4a5a68"


INK, MUTED = "#f2f4f7", "#b4bfca"
WHITE, RED = "#ffffff", "#ae1229"
_RED = Colours(RED, RED, WHITE, RED, WHITE, WHITE, WHITE)
LIGHT: Final = {
    "none": Colours("#eef3f8", "#1f4e79", "#1f4e79", "#0b2239"),
    "yellow": Colours("#fff6d1", "#ffd84d", "#6b5200", "#1a1a1a", "#ffd84d"),
    "orange": Colours("#ffe7cf", "#f58a1f", "#8a4300", "#1a1a1a", "#f58a1f"),
    "red": _RED,
    "unknown": Colours("#f6f7f9", "#76838f", "#4a5a68", "#4a5a68"),
}
DARK: Final = {
    "none": Colours("#16283a", "#9cc4ea", "#9cc4ea", INK, ink=INK, muted=MUTED),
    "yellow": Colours("#3a3007", "#ffd84d", "#ffd84d", "#1a1a1a", "#ffd84d", INK, MUTED),
    "orange": Colours("#40260a", "#f58a1f", "#ffa24d", "#1a1a1a", "#f58a1f", INK, MUTED),
    "red": _RED,
    "unknown": Colours("#12171d", "#76838f", "#b4bfca", "#b4bfca", ink=INK, muted=MUTED),
}


def style_of(key: str, group: str) -> str:
    """Give the rules that turn a group of light colours dark where the reader's device is."""
    light, dark = LIGHT[key], DARK[key]
    return "".join(
        f".{group} .{name}{{{what}:{getattr(dark, colour)}}}"
        for name, (what, colour) in ROLES.items()
        if getattr(light, colour) != getattr(dark, colour)
    )
