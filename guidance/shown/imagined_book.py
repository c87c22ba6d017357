"""A ledger that nobody stored: with a draft as its next act, or as it was known at an instant."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import F, Q

from guidance.models import ActCode, Declaration, LevelPeriod, MeasurePeriod
from guidance.rules.levels import Level
from guidance.shown.book import STANDS_FOR, Recent
from guidance.shown.corrections import last_corrections
from guidance.shown.imagined_rows import ImaginedRows
from guidance.shown.stored_book import MOST_AROUND, NUMBER, linked
from guidance.shown.threads import MOST, thread
from guidance.situations import PublicSituation


@dataclass(frozen=True)
class ImaginedBook:
    """Answer from the published acts that are known, and from one that may come next.

    Nothing of it outlives the request, and nothing is written.
    """

    public: PublicSituation
    known: Any  # the published declarations that this ledger holds
    rows: ImaginedRows
    next_act: Declaration | None = None

    @cached_property
    def acts(self) -> Mapping[int, Declaration]:
        """Give the declarations that bear the situation, by their place in the ledger."""
        places = self.public.situation.regions.values()
        bearing = {act for place in places for act in place.declarations}
        measures = {held.declaration for place in places for held in place.measures}
        return self.rows.acts.of(bearing | measures)

    @cached_property
    def recent(self) -> Recent:
        """Give what changed lately or changes soon."""
        at, since = self.public.at, self.public.at - STANDS_FOR
        return Recent(
            [act for act in self._latest if _is_recent(act, since, self._taken_back)],
            self._ended(since, at),
            self._coming(at),
        )

    @cached_property
    def _latest(self) -> list[Declaration]:
        """Give the lifts and withdrawals that can still be recent, newest first."""
        since = self.public.at - STANDS_FOR
        wanted = Q(act=ActCode.WITHDRAW, published_at__gte=since)
        wanted |= Q(act=ActCode.LIFT, starts_at__gte=since)
        rows = self.known.filter(wanted).order_by("-sequence").select_related("refers_to")
        return [*self._next, *rows.prefetch_related("regions", "refers_to__regions")]

    @cached_property
    def _taken_back(self) -> set[int]:
        rows = self.known.filter(act=ActCode.WITHDRAW).values_list("refers_to", flat=True)
        next_targets = (act.refers_to_id for act in self._next if act.act == ActCode.WITHDRAW)
        return {pk for pk in (*rows, *next_targets) if pk is not None}

    def _ended(self, since: datetime, at: datetime) -> list[LevelPeriod]:
        ended = self.rows.where(
            Q(ends_at__gte=since, ends_at__lte=at, ended_by=None, in_error=False),
            lambda row: (
                row.ends_at is not None
                and since <= row.ends_at <= at
                and row.ended_by is None
                and not row.in_error
            ),
            order=("-ends_at", "-pk"),
        )
        return sorted(ended, key=lambda row: (row.ends_at or at, row.pk), reverse=True)

    def _coming(self, at: datetime) -> list[Declaration]:
        later = self.rows.where(
            Q(starts_at__gt=at),
            lambda row: row.starts_at > at,
            order=("starts_at", "pk"),
            parts=("declaration__regions",),
        )
        acts = {row.declaration.pk: row.declaration for row in later}
        coming = [act for act in acts.values() if act.starts_at is not None and act.starts_at > at]
        return sorted(coming, key=lambda act: (act.starts_at or at, act.sequence or 0))

    @cached_property
    def corrections(self) -> Mapping[int, Declaration]:
        """Give of each corrected act the last correction."""
        rows = self.known.filter(act=ActCode.CORRECT).order_by("sequence")
        corrects = [act for act in self._next if act.act == ActCode.CORRECT]
        return last_corrections([*rows, *corrects])

    def periods_around(self, code: str) -> list[LevelPeriod]:
        """Give what is in force or coming at a place and around it, and the latest of the past."""
        lineage = self.public.atlas.tree.lineage(code)
        places = [self.public.atlas.pk(each) for each in lineage]
        found = self.rows.where(
            Q(region__in=places),
            lambda row: row.region in lineage,
            order=(F("ends_at").desc(nulls_first=True), "-pk"),
            most=MOST_AROUND,
            parts=("declaration__regions", "declaration__local_advice"),
        )
        return sorted(found, key=_from_the_last_end)[:MOST_AROUND]

    def periods_from(self, code: str, since: datetime) -> list[LevelPeriod]:
        """Give what was not over at a place and around it at an instant, the earliest first."""
        lineage = self.public.atlas.tree.lineage(code)
        places = [self.public.atlas.pk(each) for each in lineage]
        found = self.rows.where(
            Q(region__in=places) & (Q(ends_at=None) | Q(ends_at__gt=since)),
            lambda row: row.region in lineage and not _is_over(row.ends_at, since),
            order=("starts_at", "pk"),
            most=MOST_AROUND,
            parts=("declaration__regions", "declaration__local_advice"),
        )
        return sorted(found, key=_from_the_beginning)[:MOST_AROUND]

    def measures_from(self, code: str, since: datetime) -> list[MeasurePeriod]:
        """Give the measures that were not over at a place and around it, the earliest first."""
        found = self.rows.measures(self.public.atlas.tree.lineage(code), since, MOST_AROUND)
        return sorted(found, key=_from_the_beginning)[:MOST_AROUND]

    def declaration(self, number: str) -> Declaration | None:
        """Find a declaration with its facts and its bulletin; the next one bears no number yet."""
        for act in self._next:
            if act.number == number:
                return act
        if not NUMBER.fullmatch(number.removeprefix("EX-")):
            return None
        rows = self.known.with_facts().select_related("bulletin")
        found: Declaration | None = rows.filter(number=number).first()
        return found

    def thread_of(self, act: Declaration) -> list[Declaration]:
        """Give the acts of a declaration's thread, itself among them, oldest first."""

        def linked_to(known: Collection[int]) -> list[Declaration]:
            found = self.known.filter(linked(known)).distinct().order_by("sequence")[:MOST]
            return [*found, *(act for act in self._next if _is_linked(act, known))]

        return thread(act, linked_to)

    def of_same_order(self, act: Declaration) -> list[Declaration]:
        """Give the other acts that carry out the same order."""
        if not act.order_number:
            return []
        rows = self.known.filter(order_number=act.order_number, authority=act.authority_id)
        return list(rows.exclude(pk=act.pk).order_by("sequence")[:MOST])

    def periods_of(self, acts: Sequence[Declaration]) -> list[LevelPeriod]:
        """Give the periods that some acts bear, with what ended them."""
        bearing = {act.sequence for act in acts}
        found = self.rows.where(
            Q(declaration__in=acts),
            lambda row: row.declaration in bearing,
            order=("starts_at", "pk"),
        )
        return sorted(found, key=_from_the_beginning)

    def coming_measures(self, act: Declaration, at: datetime) -> set[int]:
        """Give the kinds of the act's measures that begin after an instant."""
        stored = self.rows.stored_measures.filter(
            declaration=act, starts_at__gt=at, in_error=False
        ).values_list("kind_id", flat=True)
        kinds = self.public.measures
        return set(stored) | {
            kinds[span.code].pk
            for span in self.rows.added_spans
            if span.declaration == act.sequence and span.starts_at > at and not span.in_error
        }

    def past_periods(self, level: Level, at: datetime, most: int) -> list[LevelPeriod]:
        """Give the latest periods of a level that were over at an instant."""
        found = self.rows.where(
            Q(level=level.name, ends_at__lte=at, in_error=False),
            lambda row: row.level is level and _is_over(row.ends_at, at) and not row.in_error,
            order=("-starts_at", "-pk"),
            most=most,
        )
        return sorted(found, key=lambda row: (row.starts_at, row.pk), reverse=True)[:most]

    @property
    def _next(self) -> Iterable[Declaration]:
        return () if self.next_act is None else (self.next_act,)


def _is_recent(act: Declaration, since: datetime, taken_back: set[int]) -> bool:
    if act.act == ActCode.WITHDRAW:
        return act.published_at is not None and act.published_at >= since
    is_lift = act.act == ActCode.LIFT and act.starts_at is not None and act.starts_at >= since
    return is_lift and act.pk not in taken_back


def _from_the_beginning(row: LevelPeriod | MeasurePeriod) -> tuple[datetime, int]:
    return row.starts_at, row.pk


def _from_the_last_end(row: LevelPeriod) -> tuple[bool, float, int]:
    """Put what has no end first, then the later ends."""
    end = row.ends_at
    return (end is not None, -end.timestamp() if end is not None else 0.0, -row.pk)


def _is_over(ends_at: datetime | None, at: datetime) -> bool:
    return ends_at is not None and ends_at <= at


def _is_linked(act: Declaration, known: Collection[int]) -> bool:
    return act.pk in known or act.refers_to_id in known
