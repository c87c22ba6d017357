"""The map of levels: fills, shapes and links, ready to draw."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guidance.rules.level_words import DEFAULT_WORDING, Wording
from guidance.rules.levels import Level
from guidance.shown.map_shapes import VIEW_BOX, Outline, Point, outlines_on
from guidance.shown.marks import LevelMark, level_key, level_mark

SHAPE_SIZE = 16
INSIDE_SIZE = 24
MARKER_SIZE = 22
# A city is too small to be touched: its shape stands outside the border, at the end of a line,
# in a circle of its own: on a map 308 px wide, as on the smallest phones, 44 px are 88 units.
CITY_MARKERS: Mapping[str, Point] = {"KZ-71": (488, 6), "KZ-75": (500, 325), "KZ-79": (396, 351)}
TARGET = 44
SCALE_TOP_DOWN = (None, Level.YELLOW, Level.ORANGE, Level.RED)
GENERIC_WORDS = {"kk": (" қаласы",), "ru": ("город ", "Город "), "en": ()}


@dataclass(frozen=True, slots=True)
class MapUnit:
    """Say of one region what its place on the map tells."""

    code: str
    name: str
    address: str
    level: Level | None
    description: str
    inside: Level | None = None
    is_in_error: bool = False
    parts: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """Place a level's shape on the map."""

    key: str
    at: Point
    size: int
    is_crossed: bool = False

    @property
    def corner(self) -> int:
        """Give where the shape begins, as far from its middle across as down."""
        return -(self.size // 2)


@dataclass(frozen=True, slots=True)
class DrawnUnit:
    """Link an outline to its region; a marked one has its shape outside the border."""

    code: str
    address: str
    label: str
    path: str
    short_name: str = ""
    at: Point = (0, 0)
    marker: Point = (0, 0)
    shape: Shape | None = None

    @property
    def is_named_above(self) -> bool:
        """Tell whether the name stands above the shape: there, outside of all borders."""
        return self.marker[1] < self.at[1]

    @property
    def text_at(self) -> Point:
        """Give the middle of the edge of the name that lies at the shape."""
        away = MARKER_SIZE
        return (self.marker[0], self.marker[1] + (-away if self.is_named_above else away))


@dataclass(frozen=True, slots=True)
class Fill:
    """Hold the units of one level, which share fill and pattern."""

    key: str
    units: Sequence[DrawnUnit]


@dataclass(frozen=True, slots=True)
class MapPart:
    """Say beside the map of which region a part is higher, and how many there are."""

    name: str
    address: str
    said: Sequence[str]


@dataclass(frozen=True, slots=True)
class LevelMap:
    """Hold one map; `marked` units stand out, by their codes."""

    label: str
    fills: Sequence[Fill]
    city_fills: Sequence[Fill]
    shapes: Sequence[Shape]
    cities: Sequence[DrawnUnit]
    legend: Sequence[LevelMark]
    parts: Sequence[MapPart] = ()
    marked: frozenset[str] = frozenset()
    until: str = ""
    view_box: str = VIEW_BOX
    target: int = TARGET

    @property
    def keys(self) -> set[str]:
        """Name the levels in use: only their patterns are written into the page."""
        return {fill.key for fill in (*self.fills, *self.city_fills)}


def level_map(
    units: Iterable[MapUnit],
    day: date,
    label: str,
    lang: str,
    wording: Wording = DEFAULT_WORDING,
) -> LevelMap:
    """Draw the units with the borders of a day."""
    outlines = outlines_on(day)
    drawn = [(unit, outlines[unit.code]) for unit in units if unit.code in outlines]
    regions = [pair for pair in drawn if pair[0].code not in CITY_MARKERS]
    cities = [pair for pair in drawn if pair[0].code in CITY_MARKERS]
    return LevelMap(
        label=label,
        fills=_fills(regions, lang),
        city_fills=_fills(cities, lang),
        shapes=_shapes(regions),
        cities=[_drawn(unit, outline, lang) for unit, outline in cities],
        legend=[level_mark(level, lang, wording) for level in SCALE_TOP_DOWN],
        parts=[MapPart(unit.name, unit.address, unit.parts) for unit, _o in drawn if unit.parts],
    )


def _fills(pairs: Sequence[tuple[MapUnit, Outline]], lang: str) -> list[Fill]:
    by_level = (
        (level, [pair for pair in pairs if pair[0].level is level]) for level in SCALE_TOP_DOWN
    )
    return [
        Fill(level_key(level), [_drawn(unit, outline, lang) for unit, outline in at_level])
        for level, at_level in by_level
        if at_level
    ]


def _drawn(unit: MapUnit, outline: Outline, lang: str) -> DrawnUnit:
    label = f"{unit.name}: {unit.description}"
    if unit.code not in CITY_MARKERS:
        return DrawnUnit(unit.code, unit.address, label, outline.path)
    return DrawnUnit(
        unit.code,
        unit.address,
        label,
        outline.path,
        short_name=_short_name(unit.name, lang),
        at=outline.label,
        marker=CITY_MARKERS[unit.code],
        shape=_shape(unit.level, CITY_MARKERS[unit.code], MARKER_SIZE, unit.is_in_error),
    )


def _shapes(pairs: Sequence[tuple[MapUnit, Outline]]) -> list[Shape]:
    shapes = []
    for unit, outline in pairs:
        if unit.level is not None:
            shapes.append(_shape(unit.level, outline.label, SHAPE_SIZE, unit.is_in_error))
        if unit.inside is not None:
            x, y = outline.label
            # A higher part stands beside the region's own shape, or in its place.
            beside = (x + 8, y - 20) if unit.level is not None else (x, y)
            shapes.append(_shape(unit.inside, beside, INSIDE_SIZE))
    return shapes


def _shape(level: Level | None, centre: Point, size: int, is_in_error: bool = False) -> Shape:
    return Shape(level_key(level), centre, size, is_in_error)


def _short_name(name: str, lang: str) -> str:
    for word in GENERIC_WORDS[lang]:
        name = name.removeprefix(word).removesuffix(word)
    return name
