"""Numbers to call in a place, which its desks keep."""

from dataclasses import dataclass

from guidance.models import Region
from guidance.shown.ground import Ground
from guidance.shown.places import place_name


@dataclass(frozen=True, slots=True)
class Contact:
    """Hold one number: as it is read, as it is dialled, whose it is and where."""

    number: str
    dialled: str
    name: str
    place: str


def contacts_of(ground: Ground, region: Region) -> list[Contact]:
    """Give the numbers of a place and of the places around it, the nearest first."""
    tree, regions = ground.atlas.tree, ground.atlas.regions
    near = [region.code, *tree.ancestors(region.code)]
    rows = ground.catalogue.contacts([regions[code].pk for code in near])
    return [
        Contact(
            row.number,
            row.number.replace(" ", ""),
            row.name,
            place_name(ground.atlas.by_id[row.region_id], ground.lang),
        )
        for row in rows
    ]
