"""How wide words are in the font of the pictures, and where a line of them breaks."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from unicodedata import normalize

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Noto Sans"
ELLIPSIS = "…"
NO_BREAK = "\N{NO-BREAK SPACE}"
SPACES = re.compile(r"[ \t\r\n\f\v]+")
# «қызғылт сары» (orange) broken in two would end in «сары» (yellow).
QUOTED = re.compile(r"«[^»]{1,24}»")


def font_files() -> list[str]:
    """Name the files of the font: no picture depends on what a machine has installed."""
    return [str(_file(is_bold)) for is_bold in (False, True)]


def drawable(text: str) -> str:
    """Leave out what the font can't draw, and every break of a line."""
    known = _widths(is_bold=False)
    one_line = SPACES.sub(" ", normalize("NFC", text)).strip()
    return "".join(letter for letter in one_line if letter in known)


def width(text: str, size: float, *, is_bold: bool) -> float:
    """Measure a line; kerning, which only draws letters nearer, is not counted."""
    widths = _widths(is_bold=is_bold)
    return size * sum(widths[letter] for letter in text)


def wrapped(text: str, size: float, room: float, *, is_bold: bool) -> list[str]:
    """Break a text at its spaces, and inside a word only if it is wider than the room."""
    lines: list[str] = []
    line = ""
    for word in _words(text, size, room, is_bold=is_bold):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, is_bold=is_bold) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def shortened(line: str, size: float, room: float, *, is_bold: bool) -> str:
    """End a line that does not end the text."""
    while line and width(line + ELLIPSIS, size, is_bold=is_bold) > room:
        line = line[:-1].rstrip()
    return line + ELLIPSIS


def has_wide_word(text: str, size: float, room: float, *, is_bold: bool) -> bool:
    """Tell whether a word would have to be broken."""
    return any(width(word, size, is_bold=is_bold) > room for word in _kept_together(text))


def _kept_together(text: str) -> list[str]:
    bound = QUOTED.sub(lambda phrase: phrase[0].replace(" ", NO_BREAK), drawable(text))
    return bound.split(" ")


def _words(text: str, size: float, room: float, *, is_bold: bool) -> list[str]:
    pieces: list[str] = []
    for word in _kept_together(text):
        piece = ""
        for letter in word:
            if piece and width(piece + letter, size, is_bold=is_bold) > room:
                pieces.append(piece)
                piece = ""
            piece += letter
        pieces.append(piece)
    return [piece for piece in pieces if piece]


def _file(is_bold: bool) -> Path:
    return FONTS / f"NotoSans-{'Bold' if is_bold else 'Regular'}.ttf"


@cache
def _widths(*, is_bold: bool) -> Mapping[str, float]:
    """Read how wide each letter is, as a part of the size."""
    with TTFont(_file(is_bold), lazy=True) as font:
        unit, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        glyphs = font["cmap"].getBestCmap()
        return {chr(code): advances[name][0] / unit for code, name in glyphs.items()}
