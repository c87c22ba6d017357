"""What is announced and planned so far: all that can be said of a time that is still ahead."""

from collections.abc import Sequence
from dataclasses import dataclass

from guidance.models import Region
from guidance.shown.ground import Ground
from guidance.shown.recent import RecentNotice, coming_notices
from guidance.shown.status import InForceRow, in_force_rows


@dataclass(frozen=True, slots=True)
class Forecast:
    """Hold the levels in force with their planned ends, and those that are announced."""

    in_force: Sequence[InForceRow]
    coming: Sequence[RecentNotice]


def forecast(ground: Ground, place: Region | None) -> Forecast:
    """Tell what is known of the time ahead, anywhere or as far as it concerns one place."""
    in_force, coming = in_force_rows(ground), coming_notices(ground)
    if place is None:
        return Forecast(in_force, coming)
    tree = ground.atlas.tree
    near = {*tree.lineage(place.code), *tree.descendants(place.code)}
    return Forecast(
        [row for row in in_force if row.code in near],
        [row for row in coming if near.intersection(row.codes)],
    )
