"""Periods that nobody stored, beside the stored ones that they leave."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from guidance.models import Declaration, LevelPeriod, MeasurePeriod
from guidance.rules.timeline import MeasureSpan, Period
from guidance.stored.atlas import Atlas

# Rows of lists are told apart and sorted by primary key: a new row's is above every stored one.
FIRST_KEY = 2**62
ACTS = ("declaration__authority", "ended_by")


class KnownActs:
    """Give declarations by their place in the ledger, each read once; one may come next."""

    def __init__(self, known: Any, next_act: Declaration | None = None) -> None:
        self._known = known
        self._read = {} if next_act is None else {next_act.sequence or 0: next_act}

    def of(self, sequences: Iterable[int]) -> Mapping[int, Declaration]:
        """Give the declarations with authority, named regions and local advice."""
        missing = set(sequences) - self._read.keys()
        if missing:
            rows = self._known.filter(sequence__in=missing).select_related("authority")
            for row in rows.prefetch_related("regions", "local_advice"):
                self._read[row.sequence] = row
        return self._read


@dataclass(frozen=True)
class ImaginedRows:
    """Answer for periods that are stored or imagined alike.

    `stored` and `stored_measures` select what stays of the tables.
    """

    atlas: Atlas
    stored: Any
    added: Sequence[Period]
    stored_measures: Any
    added_spans: Sequence[MeasureSpan]
    acts: KnownActs

    def where(
        self,
        wanted: Q,
        is_wanted: Callable[[Period], bool],
        order: Sequence[Any],
        *,
        most: int | None = None,
        parts: Sequence[str] = (),
    ) -> list[LevelPeriod]:
        """Give the rows that a condition selects, said once for each kind of row.

        Only the stored ones are in order, and as many as asked for: the caller sorts all of them.
        """
        stored = self.stored.filter(wanted).order_by(*order).select_related(*ACTS)
        rows = stored.prefetch_related(*parts)[:most]
        new = [(key, row) for key, row in enumerate(self.added, FIRST_KEY) if is_wanted(row)]
        acts = self.acts.of(
            {row.declaration for _key, row in new}
            | {row.ended_by for _key, row in new if row.ended_by is not None}
        )
        return [*rows, *(self._row(key, row, acts) for key, row in new)]

    def measures(self, lineage: Collection[str], since: datetime, most: int) -> list[MeasurePeriod]:
        """Give the measures of some places that were not over at an instant."""
        places = [self.atlas.pk(code) for code in lineage]
        stored = self.stored_measures.filter(region__in=places).not_over(since)
        rows = stored.select_related("declaration", "kind").order_by("starts_at", "pk")[:most]
        new = [
            (key, span)
            for key, span in enumerate(self.added_spans, FIRST_KEY)
            if span.region in lineage and (span.ends_at is None or span.ends_at > since)
        ]
        acts = self.acts.of({span.declaration for _key, span in new})
        return [*rows, *(self._measure(key, span, acts) for key, span in new)]

    def _measure(
        self, key: int, span: MeasureSpan, acts: Mapping[int, Declaration]
    ) -> MeasurePeriod:
        return MeasurePeriod(
            pk=key,
            region_id=self.atlas.pk(span.region),
            kind=self.atlas.measures[span.code],
            starts_at=span.starts_at,
            ends_at=span.ends_at,
            declaration=acts[span.declaration],
            in_error=span.in_error,
        )

    def _row(self, key: int, period: Period, acts: Mapping[int, Declaration]) -> LevelPeriod:
        return LevelPeriod(
            pk=key,
            region_id=self.atlas.pk(period.region),
            level=period.level.name,
            starts_at=period.starts_at,
            ends_at=period.ends_at,
            declaration=acts[period.declaration],
            planned_ends_at=period.planned_ends_at,
            ended_by=None if period.ended_by is None else acts[period.ended_by],
            in_error=period.in_error,
        )
