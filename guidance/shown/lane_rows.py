"""The lanes of a place in words: each time of a level or of a measure, with its dates."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from guidance.models import MeasurePeriod
from guidance.rules.lane_chart import Stretch, Window, together
from guidance.shown.cards import decision
from guidance.shown.marks import LevelMark, Moment, Named, shown_moment
from guidance.shown.outlook import Outlook
from guidance.shown.rows import measure_end, run_row
from guidance.shown.runs import Run


@dataclass(frozen=True, slots=True)
class LaneRow:
    """Hold one time of one lane; a level has a mark, a measure only its name."""

    mark: LevelMark | None
    name: str
    since: Moment | None
    until: str
    decisions: Sequence[Named]
    is_planned: bool
    is_in_error: bool
    is_unknown: bool = False


def level_rows(outlook: Outlook, window: Window) -> list[LaneRow]:
    """Tell the runs in a window, the times without a level among them."""
    runs = (run for run in outlook.runs if window.meets(run.starts_at, run.ends_at))
    ahead = (
        run for run in runs if run.level is not None or not _is_ahead(run.starts_at, window.at)
    )
    return [_level_row(outlook, run) for run in ahead]


def measure_rows(outlook: Outlook, measures: Sequence[MeasurePeriod]) -> list[LaneRow]:
    """Tell each measure once for each time that it went on without a gap; regimes come first."""
    by_kind: dict[int, list[MeasurePeriod]] = defaultdict(list)
    for row in sorted(measures, key=_catalogue_order):
        by_kind[row.kind_id].append(row)
    return [
        _measure_row(outlook, stretch, [row for row in rows if _is_within(row, stretch)])
        for rows in by_kind.values()
        for stretch in together(map(stretch_of, rows))
    ]


def stretch_of(row: MeasurePeriod) -> Stretch:
    """Give the time of one row of a measure."""
    return Stretch(row.starts_at, row.ends_at, is_in_error=row.in_error)


def _level_row(outlook: Outlook, run: Run) -> LaneRow:
    row = run_row(outlook, run)
    return LaneRow(
        mark=row.mark,
        name=row.mark.name,
        since=row.since,
        until=row.until,
        decisions=row.decisions,
        is_planned=_is_ahead(run.starts_at, outlook.at),
        is_in_error=row.is_in_error,
        is_unknown=run.starts_at is None,
    )


def _measure_row(outlook: Outlook, stretch: Stretch, rows: Sequence[MeasurePeriod]) -> LaneRow:
    first, last = rows[0], rows[-1]
    acts = {row.declaration_id: decision(row.declaration, outlook.lang) for row in rows}
    region, precision = outlook.atlas.by_id[last.region_id], first.declaration.precision
    return LaneRow(
        mark=None,
        name=first.kind.name,
        since=shown_moment(first.starts_at, outlook.zone, outlook.lang, precision=precision),
        until=measure_end(outlook, region, last.declaration, stretch.ends_at),
        decisions=list(acts.values()),
        is_planned=_is_ahead(stretch.starts_at, outlook.at),
        is_in_error=stretch.is_in_error,
    )


def _is_ahead(starts_at: datetime | None, at: datetime) -> bool:
    return starts_at is not None and starts_at > at


def _is_within(row: MeasurePeriod, stretch: Stretch) -> bool:
    """Tell whether a row is one of those that a joined stretch was made from."""
    has_begun = stretch.starts_at is not None and stretch.starts_at <= row.starts_at
    is_before_its_end = stretch.ends_at is None or row.starts_at < stretch.ends_at
    return has_begun and is_before_its_end and row.in_error == stretch.is_in_error


def _catalogue_order(row: MeasurePeriod) -> tuple[bool, int, datetime, int]:
    return (not row.kind.is_regime, row.kind.position, row.starts_at, row.pk)
