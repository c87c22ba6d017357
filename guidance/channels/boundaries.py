"""The boundaries of the regions: as GeoJSON for everybody, and thinner for a device's own use."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from guidance.models import LANGUAGES
from guidance.shown.places import headed_place
from guidance.stored.atlas import Atlas

MEDIA_TYPE = "application/geo+json"
SOURCE = Path(__file__).resolve().parent.parent / "reference" / "kz-admin1.geojson"
LICENCE = "https://opendatacommons.org/licenses/odbl/1-0/"
# The source is written to the thousandth of a degree.
PARTS_OF_A_DEGREE = 1000

Ring = Sequence[Sequence[float]]


def geojson(atlas: Atlas) -> bytes:
    """Write the boundaries under the names that the regions have now."""
    source = _source()
    features = [
        {**feature, "properties": _properties(atlas, feature)}
        for feature in source["features"]
        if feature["id"] in atlas.regions
    ]
    return _compact({**source, "licence": LICENCE, "features": features})


def outlines(atlas: Atlas, lang: str, **facts: Any) -> bytes:
    """Write slug, name and rings of each region; a point is a step from the one before it."""
    regions = []
    for feature in _source()["features"]:
        region = atlas.regions.get(feature["id"])
        if region is not None:
            name = headed_place(region, lang).name
            rings = [list(_steps(ring)) for ring in _rings(feature["geometry"])]
            regions.append([region.slug, name, rings])
    return _compact({"attribution": _source()["attribution"], **facts, "regions": regions})


def _properties(atlas: Atlas, feature: dict[str, Any]) -> dict[str, Any]:
    region = atlas.regions[feature["id"]]
    names = {f"name_{lang}": getattr(region, f"name_{lang}") for lang in LANGUAGES}
    label = feature["properties"]["label"]
    return {"id": region.code, "kind": region.kind, "slug": region.slug, **names, "label": label}


def _rings(geometry: dict[str, Any]) -> list[Ring]:
    """Give all rings alike: whether a point lies inside is told by how many are around it."""
    coordinates: list[Any] = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        return coordinates
    return [ring for polygon in coordinates for ring in polygon]


def _steps(ring: Ring) -> Iterator[int]:
    last_x, last_y = 0, 0
    for x, y in ring:
        here_x, here_y = round(x * PARTS_OF_A_DEGREE), round(y * PARTS_OF_A_DEGREE)
        yield from (here_x - last_x, here_y - last_y)
        last_x, last_y = here_x, here_y


@cache
def _source() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SOURCE.read_text(encoding="utf-8"))
    return found


def _compact(whole: dict[str, Any]) -> bytes:
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
