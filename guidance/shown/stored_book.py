"""The ledger as it is stored, read as pages ask for it."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from guidance.models import ActCode, Declaration, LevelPeriod, MeasurePeriod
from guidance.publishing.entering import EXERCISE_PREFIX
from guidance.rules.levels import Level
from guidance.shown.book import STANDS_FOR, Recent
from guidance.shown.corrections import WORDS, last_corrections
from guidance.shown.threads import MOST, thread
from guidance.situations import PublicSituation
from guidance.stored.projection import measure_model, period_model

MOST_AROUND = 200
NUMBER = re.compile(r"[0-9]{4}-[0-9]{4,7}", re.ASCII)


@dataclass(frozen=True)
class StoredBook:
    """Answer from the database; what it gives is read once and only read."""

    public: PublicSituation

    @property
    def _ledger(self) -> Any:
        return Declaration.objects.published().of_ledger(exercise=self.public.exercise)

    @property
    def _periods(self) -> Any:
        return period_model(exercise=self.public.exercise).objects

    @cached_property
    def acts(self) -> Mapping[int, Declaration]:
        """Give the declarations that bear the situation, by their place in the ledger."""
        return with_regions(self._ledger.filter(sequence__in=list(self.public.numbers)))

    @cached_property
    def recent(self) -> Recent:
        """Give what changed lately or changes soon."""
        at, since = self.public.at, self.public.at - STANDS_FOR
        published = self._ledger.filter(published_at__lte=at)
        withdrawn = Q(act=ActCode.WITHDRAW, published_at__gte=since)
        taken_back = self._ledger.filter(act=ActCode.WITHDRAW, refers_to=OuterRef("pk"))
        lifted = Q(act=ActCode.LIFT, starts_at__gte=since) & ~Exists(taken_back)
        acts = published.filter(withdrawn | lifted).order_by("-sequence")
        begins_later = self._periods.filter(declaration=OuterRef("pk"), starts_at__gt=at)
        coming = published.filter(Exists(begins_later), starts_at__gt=at)
        ended = self._periods.filter(
            ends_at__gte=since, ends_at__lte=at, ended_by=None, in_error=False
        ).order_by("-ends_at", "-pk")
        return Recent(
            list(
                acts.select_related("refers_to").prefetch_related("regions", "refers_to__regions")
            ),
            list(ended.select_related("declaration")),
            list(coming.order_by("starts_at", "sequence").prefetch_related("regions")),
        )

    @cached_property
    def corrections(self) -> Mapping[int, Declaration]:
        """Give of each corrected act the last correction."""
        rows = self._ledger.filter(act=ActCode.CORRECT).order_by("sequence")
        corrections = rows.only("refers_to", *WORDS).prefetch_related("local_advice")
        return last_corrections(corrections)

    def periods_around(self, code: str) -> list[LevelPeriod]:
        """Read what is in force or coming at a place and around it, and the latest of the past."""
        if code not in self._read_around:
            rows = self._around(self._periods, code)
            newest = rows.order_by(F("ends_at").desc(nulls_first=True), "-pk")
            self._read_around[code] = list(_with_acts(newest)[:MOST_AROUND])
        return list(self._read_around[code])

    @cached_property
    def _read_around(self) -> dict[str, list[LevelPeriod]]:
        return {}

    def periods_from(self, code: str, since: datetime) -> list[LevelPeriod]:
        """Read what was not over at a place and around it at an instant, the earliest first."""
        rows = self._around(self._periods, code).not_over(since).order_by("starts_at", "pk")
        return list(_with_acts(rows)[:MOST_AROUND])

    def measures_from(self, code: str, since: datetime) -> list[MeasurePeriod]:
        """Read the measures that were not over at a place and around it, the earliest first."""
        read_since, rows = self._read_measures.get(code, (None, []))
        if read_since is None or read_since > since or len(rows) == MOST_AROUND:
            rows = self._read_measures_from(code, since)
            self._read_measures[code] = (since, rows)
        return [row for row in rows if row.ends_at is None or row.ends_at > since]

    @cached_property
    def _read_measures(self) -> dict[str, tuple[datetime | None, list[MeasurePeriod]]]:
        return {}

    def _read_measures_from(self, code: str, since: datetime) -> list[MeasurePeriod]:
        measures: Any = measure_model(exercise=self.public.exercise).objects
        rows = self._around(measures, code).not_over(since).select_related("declaration", "kind")
        return list(rows.order_by("starts_at", "pk")[:MOST_AROUND])

    def _around(self, rows: Any, code: str) -> Any:
        atlas = self.public.atlas
        return rows.filter(region__in=[atlas.pk(each) for each in atlas.tree.lineage(code)])

    def declaration(self, number: str) -> Declaration | None:
        """Find a published declaration with its facts and its bulletin."""
        # PostgreSQL refuses to be asked for a NUL: only what can be a number is looked up.
        plain = number.removeprefix(EXERCISE_PREFIX) if self.public.exercise else number
        if not NUMBER.fullmatch(plain):
            return None
        rows = self._ledger.with_facts().select_related("bulletin")
        found: Declaration | None = rows.filter(number=number).first()
        return found

    def thread_of(self, act: Declaration) -> list[Declaration]:
        """Give the acts of a declaration's thread, itself among them, oldest first."""

        def linked_to(known: Collection[int]) -> list[Declaration]:
            rows = self._ledger.filter(linked(known)).distinct()
            return list(rows.order_by("sequence")[:MOST])

        return thread(act, linked_to)

    def of_same_order(self, act: Declaration) -> list[Declaration]:
        """Give the other acts that carry out the same order."""
        if not act.order_number:
            return []
        rows = self._ledger.filter(order_number=act.order_number, authority=act.authority_id)
        return list(rows.exclude(pk=act.pk).order_by("sequence")[:MOST])

    def periods_of(self, acts: Sequence[Declaration]) -> list[LevelPeriod]:
        """Read the periods that some acts bear, with what ended them."""
        rows = self._periods.filter(declaration__in=acts)
        return list(rows.select_related("ended_by", "declaration").order_by("starts_at", "pk"))

    def coming_measures(self, act: Declaration, at: datetime) -> set[int]:
        """Give the kinds of the act's measures that begin after an instant."""
        rows: Any = measure_model(exercise=self.public.exercise).objects
        coming = rows.filter(declaration=act, starts_at__gt=at, in_error=False)
        return set(coming.values_list("kind_id", flat=True))

    def past_periods(self, level: Level, at: datetime, most: int) -> list[LevelPeriod]:
        """Read the latest periods of a level that were over at an instant."""
        rows = self._periods.filter(level=level.name, ends_at__lte=at, in_error=False)
        found = rows.select_related("declaration", "ended_by").order_by("-starts_at", "-pk")
        return list(found[:most])


def linked(known: Collection[int]) -> Q:
    """Select some acts, those that refer to one of them, and those that one of them refers to."""
    return Q(pk__in=known) | Q(refers_to__in=known) | Q(later_acts__in=known)


def _with_acts(rows: Any) -> Any:
    with_acts = rows.select_related("declaration__authority", "ended_by")
    return with_acts.prefetch_related("declaration__regions", "declaration__local_advice")


def with_regions(rows: Any) -> dict[int, Declaration]:
    """Read published declarations with their authorities and named regions."""
    found = rows.select_related("authority").prefetch_related("regions")
    return {row.sequence or 0: row for row in found}


_kept: dict[bool, StoredBook] = {}


def present_book(public: PublicSituation) -> StoredBook:
    """Give the book of the situation now; what it read holds as long as the situation is kept."""
    kept = _kept.get(public.exercise)
    if kept is None or kept.public.numbers is not public.numbers:
        kept = _kept[public.exercise] = StoredBook(public)
    return kept
