"""Where the words of a picture stand, in each of its formats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from guidance.channels.cards.lettering import has_wide_word, shortened, wrapped
from guidance.channels.cards.story import Said, Story

LEADING = 1.22
APART = " · "
SCALES: Final = tuple(1.0 * 0.93**step for step in range(14))


@dataclass(frozen=True, slots=True)
class Format:
    """Hold a size in pixels; `top` and `foot` are left free for what apps lay over a picture."""

    width: int
    height: int
    scale: float
    shape: int
    code: int
    top: int
    foot: int
    is_beside: bool = False

    @property
    def left(self) -> int:
        return 88

    @property
    def right(self) -> int:
        return self.width - 60


FORMATS: Final = {
    "wide": Format(1200, 630, 1.0, shape=168, code=150, top=0, foot=0, is_beside=True),
    "square": Format(1080, 1080, 1.12, shape=190, code=190, top=0, foot=0),
    "story": Format(1080, 1920, 1.4, shape=320, code=280, top=190, foot=230),
}
DEFAULT: Final = "wide"


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line of text; `y` is its baseline."""

    text: str
    x: float
    y: float
    size: float
    is_bold: bool
    is_muted: bool


@dataclass(frozen=True, slots=True)
class Box:
    """Hold the room that the body may fill."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def set_body(body: Sequence[Said], box: Box, scale: float) -> list[Line]:
    """Set the paragraphs as large as they fit, in the middle of the room."""
    for step in SCALES:
        lines = list(_set(body, box, scale * step))
        if _height(lines) <= box.height and not _is_broken(body, box.width, scale * step):
            break
    else:
        lines = _cut(lines, box)
    shift = box.top + max(0.0, (box.height - _height(lines)) / 2)
    return [
        Line(one.text, one.x, one.y + shift, one.size, one.is_bold, one.is_muted) for one in lines
    ]


def set_foot(story: Story, fmt: Format, bottom: float) -> list[Line]:
    """Set the small lines upwards from the bottom, beside the square code."""
    size = 23 * max(1.0, fmt.scale * 0.95)
    room = fmt.right - fmt.left - (fmt.code + 48 if story.short is not None else 0)
    texts = [(text, False) for text in story.foot]
    texts += [(story.as_of, True)] if story.as_of else []
    rows = [(row, bold) for text, bold in texts for row in _rows(text, size, room, bold)]
    first = bottom - (len(rows) - 1) * size * 1.32
    return [
        Line(row, fmt.left, first + number * size * 1.32, size, bold, not bold)
        for number, (row, bold) in enumerate(rows)
    ]


def _rows(text: str, size: float, room: float, is_bold: bool) -> list[str]:
    """Break a small line between the things that it tells, then at its spaces."""
    whole = wrapped(text, size, room, is_bold=is_bold)
    parts = text.split(APART)
    if len(whole) == 1 or len(parts) == 1:
        return whole
    return [row for part in parts for row in wrapped(part, size, room, is_bold=is_bold)]


def _set(body: Sequence[Said], box: Box, scale: float) -> Iterator[Line]:
    y = 0.0
    for number, said in enumerate(body):
        size = said.size * scale
        y += size * said.gap if number else 0.0
        for row in wrapped(said.text, size, box.width, is_bold=said.is_bold):
            y += size * LEADING
            yield Line(row, box.left, y - size * 0.25, size, said.is_bold, said.is_muted)


def _height(lines: Sequence[Line]) -> float:
    return lines[-1].y + lines[-1].size * 0.25 if lines else 0.0


def _is_broken(body: Sequence[Said], room: float, scale: float) -> bool:
    return any(
        has_wide_word(each.text, each.size * scale, room, is_bold=each.is_bold) for each in body
    )


def _cut(lines: list[Line], box: Box) -> list[Line]:
    """Leave out the last lines, and show that something was."""
    kept = [line for line in lines if line.y + line.size * 0.25 <= box.height]
    if len(kept) == len(lines):
        return lines
    last = kept[-1]
    text = shortened(last.text, last.size, box.width, is_bold=last.is_bold)
    return [*kept[:-1], Line(text, last.x, last.y, last.size, last.is_bold, last.is_muted)]
