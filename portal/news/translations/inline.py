"""Rich text as a translator gets it: words, and numbered marks in place of tags.

A mark is XLIFF's own: `<g id="1" ctype="bold">` around words, `<x id="2"/>` in place of something
without words. Tags, links and whatever else they carry stay here; a translation brings back the
marks, each once, and gets the very tags of the source.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from typing import Literal

VOID = frozenset({"br", "embed", "hr", "img", "wbr"})
CTYPES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "a": "link", "br": "lb"}
_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
# What XML can't hold; no reader sees it either.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# A file of lines has one kind of line's end.
_LINE_END = re.compile("\r\n|[\r\u0085\u2028\u2029]")
INLINE = frozenset({"bold", "italic", "link", "lb"})

Kind = Literal["text", "open", "close", "void"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold some words, or one mark."""

    kind: Kind
    value: str  # the words, or the number of the mark
    ctype: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """Hold what a mark stands for."""

    opening: str
    closing: str
    ctype: str


class BrokenMarks(ValueError):
    """Name the marks of a translation that are not those of its source."""

    def __init__(self, missing: Sequence[str], surplus: Sequence[str]) -> None:
        self.missing, self.surplus = tuple(missing), tuple(surplus)
        super().__init__(f"missing {missing}, surplus {surplus}")


@dataclass(frozen=True, slots=True)
class Coded:
    """Hold a rich text as pieces, with the tags that its marks stand for."""

    pieces: tuple[Piece, ...]
    tags: Mapping[str, Tag]

    @property
    def words(self) -> tuple[tuple[str, str], ...]:
        """Return what a translator could change; two texts with the same words are the same."""
        return tuple((piece.kind, piece.value) for piece in self.pieces)


def printable(text: str) -> str:
    """Return a text without characters that no file for translators can hold."""
    return _NOT_XML.sub("", _LINE_END.sub("\n", text))


def is_same(one: str, other: str) -> bool:
    """Tell whether two stored texts say the same; the editor numbers their paragraphs anew."""
    return _BLOCK_KEY.sub("", one) == _BLOCK_KEY.sub("", other)


def plain(text: str) -> tuple[Piece, ...]:
    """Return a text without marks as pieces."""
    cleaned = printable(text)
    return (Piece("text", cleaned),) if cleaned else ()


def encode(html: str) -> Coded:
    """Take a rich text apart."""
    reader = _Reader()
    reader.feed(printable(html))
    reader.close()
    return Coded(tuple(reader.finished()), reader.tags)


def encode_like(html: str, source: Coded) -> tuple[Piece, ...] | None:
    """Take a translation apart with the marks of its source; none if its tags are others."""
    own = encode(html)
    waiting = dict(source.tags)
    numbers: dict[str, str] = {}
    for number, tag in own.tags.items():
        same = next((n for n, t in waiting.items() if _look(t) == _look(tag)), None)
        if same is None:
            return None
        numbers[number] = same
        del waiting[same]
    if waiting:
        return None
    return tuple(
        piece if piece.kind == "text" else Piece(piece.kind, numbers[piece.value], piece.ctype)
        for piece in own.pieces
    )


def decode(pieces: Sequence[Piece], source: Coded) -> str:
    """Return the rich text of a translation, with the tags of its source."""
    _check(pieces, source.tags)
    frame = _frame(source.pieces, source.tags)
    moved = [mark for mark in _frame(pieces, source.tags) if mark not in frame]
    if moved or _frame(pieces, source.tags) != frame:
        raise BrokenMarks([], [number for number, _inside in moved or frame])
    return "".join(_written(piece, source.tags) for piece in pieces)


def _check(pieces: Sequence[Piece], tags: Mapping[str, Tag]) -> None:
    used = Counter(piece.value for piece in pieces if piece.kind in ("open", "void"))
    pairs = {piece.value for piece in pieces if piece.kind == "open"}
    missing = [number for number in tags if number not in used]
    surplus = [number for number, times in used.items() if number not in tags or times > 1]
    surplus += [n for n in used if n in tags and (n in pairs) != bool(tags[n].closing)]
    if missing or surplus:
        raise BrokenMarks(missing, list(dict.fromkeys(surplus)))


def _frame(pieces: Sequence[Piece], tags: Mapping[str, Tag]) -> list[tuple[str, str]]:
    """Give the paragraphs, lists and items in their order, each with the mark it stands in."""
    inside = [""]
    found = []
    for piece in pieces:
        if piece.kind == "close":
            inside.pop()
        elif piece.kind != "text":
            if tags[piece.value].ctype not in INLINE:
                found.append((piece.value, inside[-1]))
            if piece.kind == "open":
                inside.append(piece.value)
    return found


def _written(piece: Piece, tags: Mapping[str, Tag]) -> str:
    if piece.kind == "text":
        return escape(piece.value, quote=False)
    tag = tags[piece.value]
    return tag.closing if piece.kind == "close" else tag.opening


def _look(tag: Tag) -> tuple[str, str]:
    return _BLOCK_KEY.sub("", tag.opening), tag.closing


class _Reader(HTMLParser):
    """Read stored rich text; tags that were never closed are closed at the end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: dict[str, Tag] = {}
        self._pieces: list[Piece] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        number = str(len(self.tags) + 1)
        opening = self.get_starttag_text() or f"<{tag}>"
        ctype = CTYPES.get(tag, f"x-html-{tag}")
        is_void = tag in VOID or opening.endswith("/>")
        self.tags[number] = Tag(opening, "" if is_void else f"</{tag}>", ctype)
        self._pieces.append(Piece("void" if is_void else "open", number, ctype))
        if not is_void:
            self._open.append((tag, number))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if all(name != tag for name, _number in self._open):
            return
        while self._open:
            name, number = self._open.pop()
            self._pieces.append(Piece("close", number, CTYPES.get(name, f"x-html-{name}")))
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        self._pieces.append(Piece("text", data))

    def finished(self) -> Iterator[Piece]:
        while self._open:
            self.handle_endtag(self._open[-1][0])
        return joined(self._pieces)


def joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Join words that stand beside each other; leave out empty ones."""
    words = ""
    for piece in pieces:
        if piece.kind == "text":
            words += piece.value
            continue
        if words:
            yield Piece("text", words)
            words = ""
        yield piece
    if words:
        yield Piece("text", words)
