"""Words and marks as XML: written into a file, and read from one that nobody vouches for."""

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from portal.news.translations.inline import Piece, joined, printable

XLIFF = "urn:oasis:names:tc:xliff:document:1.2"
# Marks by which translators' programs cut a text into sentences; the words in them count.
SEE_THROUGH = "mrk"

# No entity is resolved, nothing is fetched, and nesting and size have libxml2's own limits.
SAFELY = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


class ForeignTag(ValueError):
    """Name an element that stands where only words and marks may."""


def write_pieces(parent: Any, pieces: Sequence[Piece], namespace: str = XLIFF) -> None:
    """Write words and marks into an element."""
    here = parent
    last: Any = None
    for piece in pieces:
        if piece.kind == "text":
            if last is None:
                here.text = (here.text or "") + piece.value
            else:
                last.tail = (last.tail or "") + piece.value
        elif piece.kind == "close":
            here, last = here.getparent(), here
        else:
            name = "g" if piece.kind == "open" else "x"
            qualified = f"{{{namespace}}}{name}" if namespace else name
            mark = etree.SubElement(here, qualified, id=piece.value)
            if piece.ctype:
                mark.set("ctype", piece.ctype)
            here, last = (mark, None) if piece.kind == "open" else (here, mark)


def read_pieces(element: Any, *, is_rich: bool = True) -> tuple[Piece, ...]:
    """Read words and marks; refuse every other element."""
    return tuple(joined(list(_pieces(element, is_rich=is_rich))))


def _pieces(element: Any, *, is_rich: bool) -> Iterator[Piece]:
    if element.text:
        yield Piece("text", printable(element.text))
    for child in element:
        yield from _mark(child, is_rich=is_rich)
        if child.tail:
            yield Piece("text", printable(child.tail))


def _mark(child: Any, *, is_rich: bool) -> Iterator[Piece]:
    if not isinstance(child.tag, str):  # a comment, or an instruction for some program
        return
    name = etree.QName(child).localname
    if name == SEE_THROUGH:
        yield from _pieces(child, is_rich=is_rich)
        return
    number = child.get("id", "")
    is_full = len(child) or (child.text or "").strip()
    if not is_rich or name not in ("g", "x") or not number or (name == "x" and is_full):
        raise ForeignTag(name)
    ctype = child.get("ctype", "")
    if name == "x":
        yield Piece("void", number, ctype)
        return
    yield Piece("open", number, ctype)
    yield from _pieces(child, is_rich=is_rich)
    yield Piece("close", number, ctype)


def as_fragment(pieces: Sequence[Piece], *, is_rich: bool) -> str:
    """Write a text into one string: as it is, or with its marks as XML."""
    if not is_rich:
        return "".join(piece.value for piece in pieces)
    root = etree.Element("r")
    write_pieces(root, pieces, "")
    written = etree.tostring(root, encoding="unicode")
    return "" if written == "<r/>" else written[3:-4]


def from_fragment(text: str, *, is_rich: bool) -> tuple[Piece, ...]:
    """Read a text that was written into one string."""
    if not is_rich:
        cleaned = printable(text)
        return (Piece("text", cleaned),) if cleaned else ()
    parser = etree.XMLParser(**SAFELY)
    root = etree.fromstring(f"<r>{printable(text)}</r>".encode(), parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ForeignTag("!DOCTYPE")
    return read_pieces(root)
