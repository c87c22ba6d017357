"""A story drawn: SVG made of placed words, then a PNG of it."""

from functools import cache
from xml.etree import ElementTree as XML

import resvg_py
from django.template.loader import render_to_string

from guidance.channels.cards.layout import FORMATS, Box, Format, Line, set_body, set_foot
from guidance.channels.cards.lettering import FAMILY, drawable, font_files, width
from guidance.channels.cards.palette import EXERCISE, INK, PAPER
from guidance.channels.cards.story import Story
from guidance.shown.codes import ShortLink

SVG = "http://www.w3.org/2000/svg"
MARK = "M0 0h9v40H0zM14 0h26v7H14zM14 11h26v7H14zM14 22h17v7H14zM14 33h9v7H14z"
NAME = "Деңгей"
BAND = 72


def png(story: Story, format_name: str) -> bytes:
    """Draw a story as a picture in one of the formats."""
    drawn: list[int] | bytes = resvg_py.svg_to_bytes(
        svg_string=svg(story, format_name),
        font_files=font_files(),
        skip_system_fonts=True,
        font_family=FAMILY,
    )
    return bytes(drawn)


def svg(story: Story, format_name: str) -> str:
    """Draw a story as a drawing in one of the formats."""
    fmt = FORMATS[format_name]
    size = {"width": str(fmt.width), "height": str(fmt.height)}
    root = XML.Element("svg", {"xmlns": SVG, **size, "font-family": FAMILY})
    _rectangle(root, 0, 0, fmt.width, fmt.height, story.palette.ground)
    _rectangle(root, 0, 0, 28, fmt.height, story.palette.rail)
    head = _head(root, story, fmt)
    foot = _foot(root, story, fmt)
    _body(root, story, fmt, Box(fmt.left, head, fmt.right, foot))
    if story.band:
        _frame(root, fmt)
    return XML.tostring(root, encoding="unicode")


def _head(root: XML.Element, story: Story, fmt: Format) -> float:
    """Draw band, mark and name; return where they end."""
    top = float(fmt.top)
    if story.band:
        _rectangle(root, 0, top, fmt.width, BAND, EXERCISE)
        _text(root, Line(story.band, fmt.left, top + 49, 36, True, False), PAPER)
        top += BAND
    y, grow = top + 42, max(1.0, fmt.scale * 0.9)
    mark = XML.SubElement(root, "path", {"d": MARK, "fill": story.palette.ink})
    mark.set("transform", f"translate({fmt.left} {y}) scale({grow * 1.05:.3f})")
    x = fmt.left + 58 * grow
    _text(root, Line(NAME, x, y + 32 * grow, 36 * grow, True, False), story.palette.ink)
    x += width(NAME, 36 * grow, is_bold=True) + 22 * grow
    if x + width(drawable(story.tagline), 23 * grow, is_bold=False) <= fmt.right:
        tagline = Line(story.tagline, x, y + 31 * grow, 23 * grow, False, True)
        _text(root, tagline, story.palette.muted)
    return y + 66 * grow


def _foot(root: XML.Element, story: Story, fmt: Format) -> float:
    """Draw the small lines and the square code; return where they begin."""
    bottom = fmt.height - fmt.foot - 48.0
    lines = set_foot(story, fmt, bottom)
    top = min((line.y - line.size for line in lines), default=bottom)
    for line in lines:
        _text(root, line, story.palette.muted if line.is_muted else story.palette.ink)
    if story.short is not None:
        x, y = fmt.right - fmt.code, bottom + 12 - fmt.code
        _code(root, story.short, x, y, fmt.code)
        top = min(top, y)
    return top - 24


def _body(root: XML.Element, story: Story, fmt: Format, room: Box) -> None:
    box = room
    if story.shape and fmt.is_beside:
        size = min(fmt.shape, room.height)
        box = Box(room.left + size + 44, room.top, room.right, room.bottom)
        _shape(root, story, room.left, room.top + (room.height - size) / 2, size)
    elif story.shape:
        box = Box(room.left, room.top + fmt.shape + 28, room.right, room.bottom)
        _shape(root, story, room.left, room.top, fmt.shape)
    for line in set_body(story.body, box, fmt.scale):
        _text(root, line, story.palette.muted if line.is_muted else story.palette.ink)


def _text(root: XML.Element, line: Line, colour: str) -> None:
    place = {"x": f"{line.x:.1f}", "y": f"{line.y:.1f}", "font-size": f"{line.size:.1f}"}
    text = XML.SubElement(root, "text", {**place, "fill": colour})
    if line.is_bold:
        text.set("font-weight", "700")
    text.text = drawable(line.text)


def _rectangle(
    root: XML.Element, x: float, y: float, wide: float, high: float, colour: str
) -> None:
    place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "width": f"{wide:.1f}", "height": f"{high:.1f}"}
    XML.SubElement(root, "rect", {**place, "fill": colour})


def _code(root: XML.Element, short: ShortLink, x: float, y: float, size: int) -> None:
    """Draw the square code black on white, with the quiet zone that readers of codes need."""
    _rectangle(root, x, y, size, size, "#ffffff")
    cell = size / (short.size + 8)
    code = XML.SubElement(root, "path", {"d": short.path, "fill": "#000000"})
    code.set("transform", f"translate({x + 4 * cell:.2f} {y + 4 * cell:.2f}) scale({cell:.4f})")
    code.set("shape-rendering", "crispEdges")


def _shape(root: XML.Element, story: Story, x: float, y: float, size: float) -> None:
    """Draw the shape of a level; one that was issued in error is crossed."""
    palette = story.palette
    group = XML.SubElement(root, "g", {"fill": palette.fill, "stroke": palette.edge})
    group.set("stroke-width", "1.6")
    group.set("stroke-linejoin", "round")
    group.set("transform", f"translate({x:.1f} {y:.1f}) scale({size / 24:.4f})")
    keys = (story.shape, "crossed") if story.is_crossed else (story.shape,)
    for name, attributes in (part for key in keys for part in shapes()[key]):
        part = XML.SubElement(group, name, attributes)
        kind = part.attrib.pop("class", "")
        if kind:
            part.set("stroke", palette.bar if kind == "bar" else INK)
            part.set("stroke-linecap", "round")


def _frame(root: XML.Element, fmt: Format) -> None:
    """Frame what is said about a drill, as its page is framed."""
    place = {"x": "8", "y": "8", "width": str(fmt.width - 16), "height": str(fmt.height - 16)}
    style = {"fill": "none", "stroke": EXERCISE, "stroke-width": "16", "stroke-dasharray": "28 12"}
    XML.SubElement(root, "rect", {**place, **style})


@cache
def shapes() -> dict[str, list[tuple[str, dict[str, str]]]]:
    """Read the shapes of the levels where the pages have them from."""
    symbols = XML.fromstring(render_to_string("components/shapes.html"))  # noqa: S314  # our own
    return {
        symbol.attrib["id"]: [(part.tag, dict(part.attrib)) for part in symbol]
        for symbol in symbols
    }
