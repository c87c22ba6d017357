"""Putting aside the rows of a lane that no later act can reach."""

from collections.abc import Collection, Mapping
from datetime import datetime

from guidance.rules.periods import EMPTY, Lane, MeasureSpan, Period, in_order, spans_in_order

CROWDED = 8
"""Only a lane with more rows than this is worth looking through for old ones."""


def without_old_rows(lane: Lane, since: datetime) -> Lane:
    """Leave out of a crowded lane what ended before an instant."""
    return lane.alive_since(since) if is_crowded(lane) else lane


def is_crowded(lane: Lane) -> bool:
    return len(lane.periods) > CROWDED or len(lane.spans) > CROWDED


class Shelf:
    """Keep the rows put aside, and join them to the rest at the end.

    What a lane still holds of a time already put aside does not count: it may come from the base.
    """

    def __init__(self) -> None:
        self._since: dict[str, datetime] = {}
        self._periods: dict[str, list[Period]] = {}
        self._spans: dict[str, list[MeasureSpan]] = {}

    def clear(self, code: str, lane: Lane, since: datetime) -> Lane:
        """Take the old rows out of a lane, and give back the rest."""
        fresh = self._fresh(code, lane)
        periods = self._periods.setdefault(code, [])
        periods.extend(row for row in fresh.periods if row.ends_at and row.ends_at < since)
        spans = self._spans.setdefault(code, [])
        spans.extend(row for row in fresh.spans if row.ends_at and row.ends_at < since)
        self._since[code] = since
        return lane.alive_since(since)

    def joined_with(self, lanes: Mapping[str, Lane], withdrawn: Collection[int]) -> dict[str, Lane]:
        """Give the whole lanes; of a withdrawn declaration only what was in error is left."""
        whole: dict[str, Lane] = {}
        for code, lane in lanes.items():
            fresh = self._fresh(code, lane)
            periods = [
                row._replace(in_error=True) if row.declaration in withdrawn else row
                for row in self._periods.pop(code, ())
            ]
            spans = [
                row._replace(in_error=True) if row.declaration in withdrawn else row
                for row in self._spans.pop(code, ())
            ]
            joined = Lane(
                in_order([*periods, *fresh.periods]), spans_in_order([*spans, *fresh.spans])
            )
            if joined != EMPTY:
                whole[code] = joined
        return whole

    def _fresh(self, code: str, lane: Lane) -> Lane:
        since = self._since.get(code)
        return lane if since is None else lane.alive_since(since)
