"""Where the words of a badge stand: as large as they fit, never wider than they were measured."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from guidance.channels.cards.layout import LEADING, Line
from guidance.channels.cards.lettering import has_wide_word, wrapped
from guidance.channels.cards.story import Said

SCALES: Final = tuple(1.2 - 0.05 * step for step in range(9))  # 10 pixels at the least


@dataclass(frozen=True, slots=True)
class Size:
    """Hold a size in pixels; what is said is first tried in letters of `scale`."""

    width: int
    height: int
    shape: int
    scale: float

    @property
    def left(self) -> int:
        return 22

    @property
    def right(self) -> int:
        return self.width - 12

    @property
    def top(self) -> int:
        return 12


SIZES: Final = {
    "small": Size(300, 300, shape=40, scale=1.0),
    "large": Size(480, 300, shape=72, scale=1.3),
}
DEFAULT: Final = "small"


@dataclass(frozen=True, slots=True)
class Face:
    """Hold what a badge says: its head stands beside the shape, its foot at the bottom.

    Of the remarks the last are left out where there is no room for them in letters to be read.
    """

    shape: str
    head: tuple[Said, ...]
    facts: tuple[Said, ...]
    remarks: tuple[Said, ...]
    foot: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Set:
    """Hold the lines of a face, and where the line stands that parts its foot."""

    lines: tuple[Line, ...]
    rule: float


def set_face(face: Face, size: Size) -> Set:
    """Set the lines of a face, the largest that fit."""
    foot = list(_paragraphs(face.foot, size.left, size.right, 0, min(1.0, size.scale)))
    rule = size.height - 12 - _bottom(foot, 0) - 4
    lines: list[Line] = []
    for shorter, scale in _tries(face, size):
        lines = list(_body(shorter, size, scale))
        if _bottom(lines, 0) <= rule - 4 and not _is_broken(face, size, scale):
            break
    return Set((*lines, *_lowered(foot, rule + 4)), rule)


def _tries(face: Face, size: Size) -> Iterator[tuple[Face, float]]:
    """Give what may be set, the most words in the largest letters first."""
    for kept in range(len(face.remarks), -1, -1):
        shorter = replace(face, remarks=face.remarks[:kept])
        yield from ((shorter, scale * size.scale) for scale in SCALES)


def _body(face: Face, size: Size, scale: float) -> Iterator[Line]:
    head = list(_paragraphs(face.head, _beside(size), size.right, size.top, scale))
    yield from head
    below = max(_bottom(head, size.top), size.top + size.shape + 2.0)
    yield from _paragraphs((*face.facts, *face.remarks), size.left, size.right, below, scale)


def _beside(size: Size) -> int:
    return size.left + size.shape + 10


def _paragraphs(
    said: Iterable[Said], left: float, right: float, top: float, scale: float
) -> Iterator[Line]:
    y = top
    for each in said:
        letters = each.size * scale
        y += letters * each.gap * 0.4
        for row in wrapped(each.text, letters, right - left, is_bold=each.is_bold):
            y += letters * LEADING
            yield Line(row, left, y - letters * 0.25, letters, each.is_bold, each.is_muted)


def _bottom(lines: list[Line], top: float) -> float:
    return lines[-1].y + lines[-1].size * 0.3 if lines else top


def _is_broken(face: Face, size: Size, scale: float) -> bool:
    room = size.right - _beside(size)
    return any(
        has_wide_word(each.text, each.size * scale, room, is_bold=each.is_bold)
        for each in face.head
    )


def _lowered(lines: Iterable[Line], by: float) -> Iterator[Line]:
    for each in lines:
        yield Line(each.text, each.x, each.y + by, each.size, each.is_bold, each.is_muted)
