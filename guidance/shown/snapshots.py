"""What readers of a place went by at an instant: level, end as known then, measures, advice."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from guidance.models import ActCode, Declaration, LevelPeriod, MeasurePeriod
from guidance.rules.changes import Snapshot
from guidance.rules.ends import end_value
from guidance.shown.cards import end_of
from guidance.shown.catalogue import Catalogue
from guidance.shown.corrections import local_lines_of
from guidance.shown.marks import LevelMark, level_mark
from guidance.shown.outlook import Outlook
from guidance.shown.runs import Run, runs


@dataclass(frozen=True)
class Seen:
    """Answer what stood at an instant; `periods` and `measures` were not over then.

    What is in force is told by the ledger of the outlook; an end as it was known at the instant,
    before it was moved or a level was lifted.
    """

    outlook: Outlook
    at: datetime
    periods: Sequence[LevelPeriod]
    measures: Sequence[MeasurePeriod]

    @cached_property
    def run(self) -> Run:
        """Give the time at one level that covers the instant."""
        known = list(_known(self.periods, self.at))
        run = _run_at(known, self.at)
        for extension in _taken_back_later(self.outlook, self.at):
            run = _run_at([*known, *_carried_on(run, extension)], self.at)
        return run

    @cached_property
    def was_in_error(self) -> bool:
        """Tell whether the level was withdrawn later as issued in error."""
        shown = [row.pk for row in self.run.periods]
        rows = [row for row in self.periods if row.pk in shown and _covers(row, self.at)]
        return bool(rows) and all(row.in_error for row in rows)

    @property
    def mark(self) -> LevelMark:
        return level_mark(self.run.level, self.outlook.lang, self.catalogue.wording)

    @property
    def end(self) -> str:
        """Say until when the level was to stand."""
        if self.run.level is None:
            return ""
        end = replace(end_of(self.outlook, self.run), may_be_extended=False)
        return end_value(end, self.outlook.lang, offset=False)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Give the reference texts of the instant."""
        return Catalogue(self.outlook.catalogue.texts, self.at)

    @cached_property
    def measure_names(self) -> dict[str, str]:
        """Name the measures in force, by code, in the order of the catalogue."""
        held = [row for row in self.measures if _covers(row, self.at)]
        kinds = {row.kind_id: row.kind for row in held}
        in_order = sorted(kinds.values(), key=lambda kind: (not kind.is_regime, kind.position))
        return {kind.code: kind.name for kind in in_order}

    @cached_property
    def advice(self) -> dict[str, str]:
        """Give the lines that the level called for, by key; those for every day always hold."""
        level = self.run.level
        if level is None:
            return {}
        lines = [*self.catalogue.advice(level), *self.catalogue.lower_advice(level)]
        return {line.code: line.text for line in lines} | {line: line for line in self._local()}

    @cached_property
    def snapshot(self) -> Snapshot:
        """Give what is compared."""
        level = self.run.level
        ends_at = self.run.ends_at if level is not None else None
        return Snapshot(level, ends_at, tuple(self.measure_names), tuple(self.advice))

    def _local(self) -> Iterator[str]:
        acts = {row.declaration_id: row.declaration for row in self.run.periods}
        for act in acts.values():
            yield from local_lines_of(self.outlook.ground.book, act, self.outlook.lang)


def _known(periods: Iterable[LevelPeriod], at: datetime) -> Iterator[LevelPeriod]:
    """Give the periods that stood or were announced at an instant, with the ends known then."""
    for row in periods:
        has_ended = row.ends_at is not None and row.ends_at <= at
        if not has_ended and (row.starts_at <= at or _was_published(row.declaration, at)):
            yield _as_known(row, at)


def _as_known(row: LevelPeriod, at: datetime) -> LevelPeriod:
    """Give a period without what befell it later: an act that cut it, a withdrawal."""
    cut_at = row.ended_by.published_at if row.ended_by is not None else None
    was_cut_later = cut_at is not None and cut_at > at
    if not was_cut_later and not row.in_error:
        return row
    known = copy(row)
    known.in_error = False
    if was_cut_later:
        known.ends_at, known.ended_by = row.planned_ends_at, None
    return known


def _run_at(known: Sequence[LevelPeriod], at: datetime) -> Run:
    return next(run for run in runs(known) if run.covers(at))


def _taken_back_later(outlook: Outlook, at: datetime) -> Iterator[Declaration]:
    """Give the extensions that stood at an instant and were withdrawn since: no row is left."""
    around = [outlook.atlas.pk(code) for code in outlook.atlas.tree.lineage(outlook.region.code)]
    for act in outlook.ground.book.recent.acts:
        taken_back = act.refers_to
        if act.act != ActCode.WITHDRAW or taken_back is None or taken_back.act != ActCode.EXTEND:
            continue
        if not _was_published(taken_back, at) or _was_published(act, at):
            continue
        if any(row.region_id in around for row in taken_back.regions.all()):
            yield taken_back


def _carried_on(run: Run, extension: Declaration) -> Iterator[LevelPeriod]:
    """Give the period that an extension had added to a time at one level."""
    if run.level is not None and run.ends_at is not None:
        yield LevelPeriod(
            region_id=run.last_period.region_id,
            level=run.level.name,
            starts_at=run.ends_at,
            ends_at=extension.ends_at,
            declaration=extension,
            pk=0,
        )


def _was_published(act: Declaration, at: datetime) -> bool:
    return act.published_at is not None and act.published_at <= at


def _covers(row: LevelPeriod | MeasurePeriod, at: datetime) -> bool:
    return row.starts_at <= at and (row.ends_at is None or at < row.ends_at)
