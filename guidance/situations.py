"""The situation now, at a past instant, and the history of a region, with names and numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from guidance.models import Ledger, LevelSpan, MeasureKind, Region
from guidance.rules.errors import NeedsEarlierPeriods
from guidance.rules.levels import Level
from guidance.rules.situation import PlaceSituation, Situation, situation
from guidance.rules.timeline import Difference, Timeline, changed
from guidance.stored.atlas import Atlas, atlas, forget_atlas, present_atlas, read_again
from guidance.stored.looking import UnknownMeasure, look
from guidance.stored.projection import period_model

# How many periods that are over, and that lie ahead, are looked at first; then more; then all.
FIRST_LOOK = 8_000
SECOND_LOOK = 64_000


class Edition(NamedTuple):
    """Name the state of the ledger and of the reference texts that an answer was read from."""

    ledger: str = ""
    texts: str = ""


UNNAMED = Edition()


@dataclass(frozen=True, slots=True)
class PublicSituation:
    """Hold a situation with what names it: regions, measures, numbers of declarations."""

    situation: Situation
    atlas: Atlas
    numbers: Mapping[int, str]
    exercise: bool = False
    edition: Edition = UNNAMED

    @property
    def at(self) -> datetime:
        """Give the instant that the answer is about."""
        return self.situation.at

    @property
    def highest(self) -> Level | None:
        """Give the highest level in force anywhere."""
        return self.situation.highest

    @property
    def next_change(self) -> datetime | None:
        """Give the first known change after the instant."""
        return self.situation.next_change

    @property
    def measures(self) -> Mapping[str, MeasureKind]:
        """Give the kinds of measures by code."""
        return self.atlas.measures

    def place(self, code: str) -> PlaceSituation:
        """Give the answer for one region."""
        return self.situation.regions[code]

    def region(self, code: str) -> Region:
        """Give the row of one region."""
        return self.atlas.regions[code]

    def numbers_of(self, place: PlaceSituation) -> list[str]:
        """Give the numbers of the declarations that bear a region's level."""
        return [self.numbers[sequence] for sequence in place.declarations]


@dataclass(frozen=True, slots=True)
class _Kept:
    key: Edition
    public: PublicSituation


_kept: dict[bool, _Kept] = {}


def present(at: datetime, *, exercise: bool = False) -> PublicSituation:
    """Answer for now: one query while nothing was published and no period began or ended."""
    edition = Edition(*Ledger.objects.values_list("head", "tree_token").get(exercise=exercise))
    kept = _kept.get(exercise)
    if kept is not None and kept.key == edition and _holds(kept.public.situation, at):
        return replace(kept.public, situation=replace(kept.public.situation, at=at))
    answer = _answer(atlas(edition.texts), at, exercise=exercise)
    public = replace(answer, edition=edition)
    _kept[exercise] = _Kept(edition, public)
    return public


def at_instant(
    at: datetime, *, exercise: bool = False, only: Collection[str] | None = None
) -> PublicSituation:
    """Answer for any instant by today's ledger, for all regions or `only` for some."""
    return _answer(present_atlas(), at, exercise=exercise, only=only)


def after_change(
    change: Difference, numbers: Mapping[int, str], at: datetime, *, exercise: bool = False
) -> PublicSituation:
    """Answer for today's ledger as a difference would make it; nothing of it is kept.

    `numbers` names the acts that the ledger does not hold yet.
    """
    public = _answer(present_atlas(), at, exercise=exercise, change=change)
    return replace(public, numbers={**public.numbers, **numbers})


def of_timeline(
    timeline: Timeline, numbers: Mapping[int, str], at: datetime, *, exercise: bool = False
) -> PublicSituation:
    """Answer for a whole timeline that may never have been stored; nothing of it is kept."""
    regions = present_atlas()
    return PublicSituation(situation(regions.tree, timeline, at), regions, numbers, exercise)


def history(code: str, *, exercise: bool = False) -> list[LevelSpan]:
    """List the periods of a region and of those around it, oldest first, with declarations."""
    tree = present_atlas().tree
    rows = period_model(exercise=exercise).objects.on(tree.lineage(code))
    return list(rows.select_related("declaration", "region", "ended_by"))


def forget() -> None:
    """Drop what this process keeps, for a test that swaps the database."""
    _kept.clear()
    forget_atlas()


def _holds(answer: Situation, at: datetime) -> bool:
    return answer.at <= at and (answer.valid_until is None or at < answer.valid_until)


def _answer(
    regions: Atlas,
    at: datetime,
    *,
    exercise: bool,
    only: Collection[str] | None = None,
    change: Difference | None = None,
) -> PublicSituation:
    try:
        return _looked(regions, at, exercise, only, change)
    except UnknownMeasure:
        return _looked(read_again(), at, exercise, only, change)


def _looked(
    regions: Atlas,
    at: datetime,
    exercise: bool,
    only: Collection[str] | None,
    change: Difference | None,
) -> PublicSituation:
    for rows in (FIRST_LOOK, SECOND_LOOK, None):
        view = look(regions, at, exercise=exercise, rows=rows)
        timeline = view.timeline if change is None else changed(view.timeline, change)
        try:
            answer = situation(regions.tree, timeline, at, only)
        except NeedsEarlierPeriods:
            continue
        if view.reaches(answer):
            return PublicSituation(answer, regions, view.numbers, exercise)
    raise AssertionError("a whole timeline answers for every instant")
