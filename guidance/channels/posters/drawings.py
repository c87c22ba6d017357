"""Shapes and codes as they stand on paper: edges and bars in ink, the fill in colour."""

from functools import cache
from typing import Final
from xml.etree import ElementTree as XML

from django.utils.safestring import SafeString, mark_safe

from guidance.channels.cards.drawing import MARK, SVG, shapes
from guidance.channels.cards.palette import INK, OF_LEVELS, PAPER
from guidance.shown.codes import ShortLink

QUIET = 4  # cells around a square code that readers of codes need empty
RED: Final = "#ae1229"


def shape(key: str, words: str) -> SafeString:
    """Draw the shape of a level; the words tell it to whoever does not see it."""
    fill = {"none": PAPER, "red": RED}.get(key, OF_LEVELS[key].fill)
    bar = PAPER if key == "red" else INK
    root = _drawing("0 0 24 24", words)
    group = XML.SubElement(root, "g", {"fill": fill, "stroke": INK, "stroke-width": "0.8"})
    group.set("stroke-linejoin", "round")
    for name, attributes in shapes()[key]:
        is_bar = attributes.get("class") == "bar"
        drawn = {each: value for each, value in attributes.items() if each != "class"}
        part = XML.SubElement(group, name, drawn)
        if is_bar:
            part.attrib |= {"stroke": bar, "stroke-width": "2", "stroke-linecap": "round"}
    return _markup(root)


def code(short: ShortLink) -> SafeString:
    """Draw the square code of an address, black on white."""
    size = short.size + 2 * QUIET
    root = _drawing(f"0 0 {size} {size}", f"QR: {short.text}")
    XML.SubElement(root, "rect", {"width": str(size), "height": str(size), "fill": "#ffffff"})
    cells = XML.SubElement(root, "path", {"d": short.path, "fill": "#000000"})
    cells.set("transform", f"translate({QUIET} {QUIET})")
    return _markup(root)


@cache
def wordmark() -> SafeString:
    """Draw the mark of the portal."""
    root = _drawing("0 0 40 40", "Деңгей")
    XML.SubElement(root, "path", {"d": MARK, "fill": INK})
    return _markup(root)


def _drawing(box: str, words: str) -> XML.Element:
    root = XML.Element("svg", {"xmlns": SVG, "viewBox": box})
    XML.SubElement(root, "title").text = words
    return root


def _markup(root: XML.Element) -> SafeString:
    return mark_safe(XML.tostring(root, encoding="unicode"))  # noqa: S308  # made of our own shapes
