"""The measures that a declaration named: for when it named them, and whether they hold now."""

from collections.abc import Sequence

from guidance.models import Declaration, DeclarationMeasure, Origin, Region
from guidance.rules.ends import End, end_value
from guidance.rules.texts import capitalised
from guidance.shown.declaration_rows import MeasureRow
from guidance.shown.ground import Ground
from guidance.shown.marks import shown_moment
from guidance.shown.places import place_name


def measure_rows(
    ground: Ground, act: Declaration, regions: Sequence[Region], zone: str
) -> list[MeasureRow]:
    """List the measures of an act in its author's order."""
    named = sorted(act.measures.all(), key=lambda row: (row.position, row.pk))
    coming = ground.book.coming_measures(act, ground.at) if named else set()
    return [_row(ground, act, row, regions, zone, row.kind_id in coming) for row in named]


def _row(
    ground: Ground,
    act: Declaration,
    measure: DeclarationMeasure,
    regions: Sequence[Region],
    zone: str,
    is_announced: bool,
) -> MeasureRow:
    inside = [ground.atlas.by_id[row.region_id] for row in measure.regions.all()]
    since = measure.starts_at or act.starts_at or act.published_at or ground.at
    end = End(
        measure.ends_at or act.ends_at,
        zone,
        zone,
        precision=act.precision,
        is_archive=act.origin == Origin.ARCHIVE,
        may_be_extended=False,
    )
    return MeasureRow(
        measure.kind.name,
        capitalised(", ".join(place_name(region, ground.lang) for region in inside)),
        shown_moment(since, zone, ground.lang, precision=act.precision),
        end_value(end, ground.lang, offset=False),
        _is_in_force(ground, measure.kind.code, inside or regions),
        is_announced,
    )


def _is_in_force(ground: Ground, code: str, regions: Sequence[Region]) -> bool:
    """Tell whether a measure holds in a place that it was named for, by whichever act."""
    places = (ground.place(region.code) for region in regions)
    return any(held.code == code for place in places for held in place.measures)
