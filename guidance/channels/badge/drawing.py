"""A badge drawn as SVG: words and shapes, no script, nothing loaded from anywhere."""

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from xml.etree import ElementTree as XML

from django.utils.translation import override

from guidance.channels.badge.colours import DARK, LIGHT, ROLES, Colours, style_of
from guidance.channels.badge.layout import SIZES, Face, Size, set_face
from guidance.channels.badge.telling import fresh_face, stale_face
from guidance.channels.cards.drawing import SVG, shapes
from guidance.channels.cards.layout import Line
from guidance.channels.cards.lettering import drawable, width
from guidance.shown.badge import Badge

# Widths are measured in Noto Sans; `textLength` holds every other font to them.
FONTS: Final = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
UNKNOWN: Final = [
    ("circle", {"cx": "12", "cy": "12", "r": "10", "fill": "none", "stroke-dasharray": "3 2.5"}),
    ("path", {"class": "bar", "d": "M9 9.6a3 3 0 1 1 4.3 2.7q-1.3.7-1.3 2"}),
    ("path", {"class": "bar", "d": "M12 17.2v.1"}),
]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Hold what decides how a badge is drawn; two of the same are the same picture."""

    badge: Badge
    language: str
    size: str
    scheme: str
    is_official: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Hold a drawing, and the source of style that a policy has to name."""

    body: bytes
    style_source: str

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'


@lru_cache(maxsize=500)
def drawn(wanted: Wanted) -> Drawing:
    """Draw a badge in its language, once as long as it is kept."""
    with override(wanted.language):
        return _drawn(wanted)


def _drawn(wanted: Wanted) -> Drawing:
    badge, size = wanted.badge, SIZES[wanted.size]
    fresh = fresh_face(badge, is_official=wanted.is_official)
    root = _root(wanted, fresh, size)
    style = _style(fresh.shape) if wanted.scheme == "auto" else ""
    if style:
        XML.SubElement(root, "style").text = style
    palette = DARK if wanted.scheme == "dark" else LIGHT
    group = _face(root, fresh, size, palette[fresh.shape], "now")
    if badge.code:
        stale = stale_face(badge, is_official=wanted.is_official)
        _turn(group, "hidden", badge.seconds)
        later = _face(root, stale, size, palette[stale.shape], "old")
        later.set("visibility", "hidden")
        _turn(later, "visible", badge.seconds)
    body = XML.tostring(root, encoding="utf-8", xml_declaration=True)
    return Drawing(body, source_of(style) if style else "'none'")


def source_of(style: str) -> str:
    """Name a style by its hash, as a policy of content does."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _style(key: str) -> str:
    rules = style_of(key, "now") + style_of("unknown", "old")
    return f"@media (prefers-color-scheme:dark){{{rules}}}"


def _root(wanted: Wanted, face: Face, size: Size) -> XML.Element:
    root = XML.Element("svg", {"xmlns": SVG, "role": "img", "aria-labelledby": "t d"})
    root.set("lang", wanted.language)
    root.set("xml:lang", wanted.language)
    root.set("width", str(size.width))
    root.set("height", str(size.height))
    root.set("viewBox", f"0 0 {size.width} {size.height}")
    root.set("font-family", FONTS)
    XML.SubElement(root, "title", {"id": "t"}).text = str(wanted.badge.sentence)
    about = XML.SubElement(root, "desc", {"id": "d"})
    about.text = " ".join(
        f"{said.text.rstrip('.:')}." for said in (*face.facts, *face.remarks, *face.foot)
    )
    return root


def _turn(group: XML.Element, visibility: str, seconds: int) -> None:
    """Show or hide a group so long after the picture was opened: a step, without any motion."""
    step = {"attributeName": "visibility", "to": visibility, "begin": f"{seconds}s"}
    XML.SubElement(group, "set", {**step, "fill": "freeze"})


def _face(root: XML.Element, face: Face, size: Size, colours: Colours, name: str) -> XML.Element:
    group = XML.SubElement(root, "g", {"class": name})
    edge = {"width": str(size.width - 1), "height": str(size.height - 1), "x": ".5", "y": ".5"}
    ground = _painted(group, "rect", edge, colours, "g")
    ground.set("stroke", "#76838f")
    rail = {"x": "1", "y": "1", "width": "9", "height": str(size.height - 2)}
    _painted(group, "rect", rail, colours, "r")
    _shape(group, face.shape, size, colours)
    placed = set_face(face, size)
    for line in placed.lines:
        _text(group, line, colours)
    rule = {"x": str(size.left), "y": f"{placed.rule - 1:.1f}", "height": "1"}
    _painted(group, "rect", {**rule, "width": str(size.right - size.left)}, colours, "m")
    return group


def _painted(
    parent: XML.Element, tag: str, attributes: dict[str, str], colours: Colours, role: str
) -> XML.Element:
    what, colour = ROLES[role]
    painted = {**attributes, what: getattr(colours, colour), "class": role}
    return XML.SubElement(parent, tag, painted)


def _text(parent: XML.Element, line: Line, colours: Colours) -> None:
    said = drawable(line.text)
    measured = width(said, line.size, is_bold=line.is_bold)
    place = {"x": f"{line.x:.1f}", "y": f"{line.y:.1f}", "font-size": f"{line.size:.1f}"}
    place |= {"textLength": f"{measured:.1f}", "lengthAdjust": "spacingAndGlyphs"}
    text = _painted(parent, "text", place, colours, "m" if line.is_muted else "i")
    if line.is_bold:
        text.set("font-weight", "700")
    text.text = said


def _shape(parent: XML.Element, key: str, size: Size, colours: Colours) -> None:
    scale = size.shape / 24
    group = XML.SubElement(parent, "g", {"stroke-width": "1.8", "stroke-linejoin": "round"})
    group.set("transform", f"translate({size.left} {size.top}) scale({scale:.4f})")
    for name, attributes in UNKNOWN if key == "unknown" else shapes()[key]:
        is_bar = attributes.get("class") == "bar"
        plain = {each: value for each, value in attributes.items() if each != "class"}
        if is_bar:
            bar = {**plain, "fill": "none", "stroke-linecap": "round"}
            _painted(group, name, bar, colours, "b")
            continue
        part = _painted(group, name, plain, colours, "s")
        if "fill" not in plain:
            part.set("fill", colours.fill)
