"""The measures in force on one region at an instant, its own and its ancestors'."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from guidance.rules.errors import NeedsEarlierPeriods
from guidance.rules.lanes import Timeline
from guidance.rules.periods import MeasureSpan
from guidance.rules.places import Tree


@dataclass(frozen=True, slots=True)
class MeasureInForce:
    """Name a measure in force; `region` is the region that bears it, itself or wider."""

    code: str
    since: datetime
    until: datetime | None
    declaration: int
    region: str
    in_error: bool = False


def measures_in_force(
    tree: Tree, timeline: Timeline, code: str, at: datetime
) -> tuple[MeasureInForce, ...]:
    """Give the measures of a region; before it was established, those of its predecessor."""
    answering = code
    while (predecessor := tree.predecessor_at(answering, at)) is not None:
        answering = predecessor
    lineage = tree.lineage(answering)
    spans = [
        span for bearer in lineage for span in timeline.lane(bearer).spans if span.region in lineage
    ]
    # A long history holds many spans of which few cover the instant: only their runs are asked for.
    present = {_name(span) for span in spans if span.covers(at)}
    runs = sorted((span for span in spans if _name(span) in present), key=_name) if present else []
    measures = [_run(list(group), at) for _, group in groupby(runs, key=_name)]
    earliest = min((measure.since for measure in measures), default=None)
    complete_since = timeline.complete_since
    if earliest is not None and complete_since is not None and earliest < complete_since:
        raise NeedsEarlierPeriods(earliest)
    return tuple(measures)


def measure_codes(tree: Tree, timeline: Timeline, code: str, at: datetime) -> frozenset[str]:
    """Give the codes of the measures in force on a region; since when does not matter."""
    lineage = tree.lineage(code)
    return frozenset(
        span.code
        for bearer in lineage
        for span in timeline.lane(bearer).spans
        if span.region in lineage and span.covers(at)
    )


def _name(span: MeasureSpan) -> tuple[str, str]:
    return (span.code, span.region)


def _run(spans: list[MeasureSpan], at: datetime) -> MeasureInForce:
    """Give the unbroken run of one measure on one bearer around an instant that it covers."""
    present = [span for span in spans if span.covers(at)]
    latest = max(present, key=lambda span: (span.starts_at, span.declaration))
    since, until = _spread(spans, latest)
    return MeasureInForce(
        latest.code,
        since,
        until,
        latest.declaration,
        latest.region,
        all(span.in_error for span in present),
    )


def _spread(spans: list[MeasureSpan], middle: MeasureSpan) -> tuple[datetime, datetime | None]:
    """Spread over all spans that touch each other, from the one in the middle."""
    since, until = middle.starts_at, middle.ends_at
    waiting = sorted(spans, key=lambda span: span.starts_at)
    for span in reversed(waiting):
        if span.starts_at < since and (span.ends_at is None or span.ends_at >= since):
            since = span.starts_at
    for span in waiting:
        if until is not None and span.starts_at <= until:
            until = None if span.ends_at is None else max(until, span.ends_at)
    return since, until
