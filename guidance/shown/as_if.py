"""Grounds that are not the present one: a draft as if it were published, a ledger as it was known.

"A prefix of the events gives the timeline as it was known then": withdrawals that came later are
not in it.
"""

from __future__ import annotations

from copy import copy
from datetime import datetime
from typing import Any

from guidance.models import Bulletin, Declaration, Region
from guidance.publish import Proposal
from guidance.publishing.canonical import canonical
from guidance.publishing.entering import EXERCISE_PREFIX, bulletin_of, complete
from guidance.rules.timeline import Difference, Timeline, difference, fold
from guidance.shown.ground import Ground
from guidance.shown.imagined_book import ImaginedBook
from guidance.shown.imagined_rows import ImaginedRows, KnownActs
from guidance.shown.places import place_address
from guidance.situations import after_change, of_timeline
from guidance.stored.atlas import Atlas, present_atlas
from guidance.stored.chronicle import acts_after
from guidance.stored.projection import Stored, measure_model, period_model

NOT_YET = "…"  # in the place of a number and of a hash, which only publication gives


def numbered(declaration: Declaration) -> str:
    """Give what stands in the place of a draft's number."""
    return f"{EXERCISE_PREFIX if declaration.exercise else ''}{NOT_YET}"


def decision_path(declaration: Declaration, lang: str) -> str:
    """Give the address that the page of a draft's decision has before it has a number."""
    return f"/{lang}/declarations/{numbered(declaration)}/"


def first_page(declaration: Declaration, region: Region, lang: str) -> str:
    """Give the address of the page that tells of an act: of its place, or of a drill's decision."""
    if declaration.exercise:
        return decision_path(declaration, lang)
    return place_address(region, lang)


def as_if_published(declaration: Declaration, proposal: Proposal, lang: str) -> Ground:
    """Stand on the ledger with a draft as its last act, published at the proposal's instant."""
    exercise, act = declaration.exercise, proposal.act
    published = as_published(declaration, proposal)
    change = difference(proposal.stored.timeline, proposal.applied.timeline)
    public = after_change(
        change, {act.sequence: published.number or ""}, act.published_at, exercise=exercise
    )
    known = Declaration.objects.published().of_ledger(exercise=exercise)
    rows = _rows_after(public.atlas, proposal.stored, change, KnownActs(known, published))
    return Ground(public, lang, ImaginedBook(public, known, rows, published))


def as_published(declaration: Declaration, proposal: Proposal) -> Declaration:
    """Give a copy of a draft, in memory, with all that publication would give it but a number."""
    published = copy(declaration)
    complete(published, proposal, number=numbered(declaration), approver=None)
    Bulletin(
        declaration=published,
        body=canonical(bulletin_of(published, proposal)),
        previous_hash=NOT_YET,
        hash=NOT_YET,
    )
    return published


def as_known(at: datetime, lang: str, *, exercise: bool = False) -> Ground:
    """Stand on what the ledger held at an instant, at that instant."""
    ledger = Declaration.objects.published().of_ledger(exercise=exercise)
    known = ledger.filter(published_at__lte=at)
    last = known.order_by("-sequence").values_list("sequence", flat=True).first() or 0
    timeline = fold(present_atlas().tree, acts_after(0, exercise=exercise, until=last))
    names = {act: number or "" for act, number in known.values_list("sequence", "number") if act}
    public = of_timeline(timeline, names, at, exercise=exercise)
    rows = _rows_of(public.atlas, timeline, KnownActs(known), exercise=exercise)
    return Ground(public, lang, ImaginedBook(public, known, rows))


def _rows_after(
    regions: Atlas, stored: Stored, change: Difference, acts: KnownActs
) -> ImaginedRows:
    periods: Any = period_model(exercise=stored.exercise).objects
    measures: Any = measure_model(exercise=stored.exercise).objects
    return ImaginedRows(
        regions,
        periods.exclude(pk__in=[stored.period_pks[row] for row in change.removed]),
        change.added,
        measures.exclude(pk__in=[stored.span_pks[row] for row in change.removed_spans]),
        change.added_spans,
        acts,
    )


def _rows_of(
    regions: Atlas, timeline: Timeline, acts: KnownActs, *, exercise: bool
) -> ImaginedRows:
    return ImaginedRows(
        regions,
        period_model(exercise=exercise).objects.none(),
        tuple(timeline.all_periods()),
        measure_model(exercise=exercise).objects.none(),
        tuple(timeline.all_spans()),
        acts,
    )
