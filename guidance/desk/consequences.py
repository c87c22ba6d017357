"""What an approver looks at beside the words: the map after publication, and what differs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from guidance.desk.difference import PlaceDifference, place_difference
from guidance.desk.previews import framed
from guidance.desk.scene import Scene
from guidance.models import Declaration
from guidance.publish import Proposal
from guidance.publishing.people import concerned
from guidance.shown.as_if import as_if_published, first_page
from guidance.shown.ground import Ground
from guidance.shown.maps import LevelMap, MapUnit, level_map
from guidance.shown.places import first_level
from guidance.shown.region_list import map_unit

PLACES = 3  # whose texts are compared at once; the others' stand among the previews


def consequences(
    scene: Scene, declaration: Declaration, proposal: Proposal | None
) -> dict[str, Any]:
    """Give the map, the places on it, and the differences; nothing of what can't be published."""
    codes = concerned(declaration)
    if proposal is None or not codes:
        return {"map": None, "places": [], "differences": [], "more": ""}
    after = as_if_published(declaration, proposal, scene.lang)
    return {
        "map": _map(scene, declaration, after),
        "places": [scene.name(code) for code in codes],
        "differences": _differences(scene, after, codes),
        "more": scene.address("preview", pk=declaration.pk, kind="difference")
        if len(codes) > PLACES
        else "",
    }


def _differences(scene: Scene, after: Ground, codes: tuple[str, ...]) -> list[PlaceDifference]:
    return [place_difference(scene.ground, after, code) for code in codes[:PLACES]]


def _map(scene: Scene, declaration: Declaration, after: Ground) -> LevelMap:
    """Draw the regions as they would be; each leads to its preview, those of the act are marked."""
    units = [_unit(scene, declaration, after, unit) for unit in _units(after)]
    drawn = level_map(units, after.day, _("Map after publication"), scene.lang, after.wording)
    around = {each for code in concerned(declaration) for each in scene.tree.lineage(code)}
    whole = scene.tree.root in concerned(declaration)
    marked = frozenset(unit.code for unit in units if whole or unit.code in around)
    return replace(drawn, marked=marked)


def _units(after: Ground) -> list[MapUnit]:
    return [map_unit(after, region) for region in first_level(after.atlas)]


def _unit(scene: Scene, declaration: Declaration, after: Ground, unit: MapUnit) -> MapUnit:
    page = first_page(declaration, after.atlas.regions[unit.code], after.lang)
    return replace(unit, address=framed(scene, declaration, page))
