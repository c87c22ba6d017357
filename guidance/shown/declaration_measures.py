"""The measures that a declaration named, and whether they hold now."""

from collections.abc import Sequence

from guidance.models import Declaration, DeclarationMeasure, Region
from guidance.shown.declaration_rows import MeasureRow
from guidance.shown.ground import Ground


def measure_rows(ground: Ground, act: Declaration, regions: Sequence[Region]) -> list[MeasureRow]:
    """List the measures of an act in its author's order."""
    named = sorted(act.measures.all(), key=lambda row: (row.position, row.pk))
    coming = ground.book.coming_measures(act, ground.at) if named else set()
    return [
        MeasureRow(row.kind.name, _is_in_force(ground, row, regions), row.kind_id in coming)
        for row in named
    ]


def _is_in_force(ground: Ground, measure: DeclarationMeasure, regions: Sequence[Region]) -> bool:
    """Tell whether a measure holds in a place that it was named for, by whichever act."""
    inside = [ground.atlas.by_id[row.region_id] for row in measure.regions.all()]
    places = (ground.place(region.code) for region in inside or regions)
    return any(held.code == measure.kind.code for place in places for held in place.measures)
