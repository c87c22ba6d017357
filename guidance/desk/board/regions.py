"""The table of all regions, and the map that repeats it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from guidance.desk.board.asked import Asked
from guidance.desk.scene import Scene
from guidance.rules.texts import capitalised
from guidance.shown.maps import LevelMap, MapUnit, level_map

PLACES_ON_A_PAGE = 50
PARTS_IN_A_LABEL = 3


@dataclass(frozen=True)
class Found:
    """Hold the places of one page of the table."""

    codes: Sequence[str]
    page: Page[str] | None = None


def found(scene: Scene, asked: Asked) -> Found:
    """Give the country and its regions, or, when something is asked, the places that answer."""
    root = scene.tree.root
    if asked.is_empty:
        return Found((root, *scene.tree.children(root)))
    inside = [
        code for code in scene.tree if not asked.within or scene.tree.is_within(code, asked.within)
    ]
    kept = [code for code in inside if asked.keeps(scene, code)]
    page = Paginator(kept, PLACES_ON_A_PAGE).get_page(asked.page)
    return Found(list(page), page)


def drawn(scene: Scene) -> LevelMap:
    """Draw the regions; each links to its own rows of the table."""
    ground = scene.ground
    units = [_unit(scene, code) for code in scene.tree.children(scene.tree.root)]
    return level_map(units, ground.day, _("Map of levels by region"), scene.lang, ground.wording)


def _unit(scene: Scene, code: str) -> MapUnit:
    place = scene.place(code)
    said = scene.level_label(place.level)
    if until := scene.until(code):
        said = _("%(level)s, until: %(end)s") % {"level": said, "end": until}
    highest = max((part.level for part in place.inside), default=None)
    if highest is not None:
        names = [scene.name(part.code) for part in place.inside if part.level is highest]
        shown = ", ".join(names[:PARTS_IN_A_LABEL])
        said = f"{said}. {capitalised(scene.level_label(highest))}: {shown}"
    return MapUnit(
        code=code,
        name=capitalised(scene.name(code)),
        address=f"?within={code}#places",
        level=place.level,
        description=said,
        inside=highest,
    )
