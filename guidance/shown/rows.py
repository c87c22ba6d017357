"""Rows of a place: its runs, its measures, its parts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from guidance.models import Declaration, Region
from guidance.rules.ends import End, end_value
from guidance.rules.levels import Level
from guidance.rules.measures_in_force import MeasureInForce
from guidance.shown.cards import decision, end_of
from guidance.shown.holding import earliest, place_holds_until
from guidance.shown.marks import LevelMark, Moment, Named, level_mark, shown_moment
from guidance.shown.outlook import Outlook
from guidance.shown.places import by_alphabet, headed_place, place_name
from guidance.shown.runs import Run

ROWS_ON_A_PAGE = 30


@dataclass(frozen=True, slots=True)
class RunRow:
    """Hold one time at one level, or without any."""

    mark: LevelMark
    since: Moment | None
    until: str
    decisions: Sequence[Named]
    is_now: bool
    is_in_error: bool
    holds_until: str = ""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """Hold one measure in force with its own period."""

    name: str
    place: str
    since: Moment
    end: str
    decision: Named


@dataclass(frozen=True, slots=True)
class PartRow:
    """Hold a part of a place with its level."""

    place: Named
    mark: LevelMark
    is_same: bool
    until: str


def run_rows(outlook: Outlook) -> list[RunRow]:
    """List the runs that have begun, newest first."""
    begun = [run for run in outlook.runs if run.starts_at is None or run.starts_at <= outlook.at]
    return [run_row(outlook, run) for run in reversed(begun[-ROWS_ON_A_PAGE:])]


def measure_rows(outlook: Outlook) -> list[MeasureRow]:
    """List the measures in force, each with its own period."""
    return [
        _measure_row(outlook, measure, outlook.ground.acts[measure.declaration])
        for measure in outlook.measures
    ]


def part_rows(outlook: Outlook, query: str = "") -> list[PartRow]:
    """List the places right inside, by the alphabet; a query keeps those whose name holds it."""
    children = [
        outlook.atlas.regions[code] for code in outlook.atlas.tree.children(outlook.region.code)
    ]
    return [
        _part_row(outlook, region, outlook.ground.place(region.code).level)
        for region in by_alphabet(children, outlook.lang)
        if is_named(region, query)
    ]


def is_named(region: Region, query: str) -> bool:
    """Tell whether a name of the region holds the words, in any language."""
    wanted = query.casefold().strip()
    return any(wanted in place_name(region, lang).casefold() for lang in ("kk", "ru", "en"))


def run_row(outlook: Outlook, run: Run) -> RunRow:
    """Tell one run."""
    decisions = {p.declaration_id: decision(p.declaration, outlook.lang) for p in run.periods}
    return RunRow(
        mark=level_mark(run.level, outlook.lang, outlook.wording),
        since=outlook.began(run),
        until=_until(outlook, run),
        decisions=list(decisions.values()),
        is_now=run.covers(outlook.at) and run.level is not None,
        is_in_error=run.is_in_error,
        holds_until=earliest([run.ends_at]),
    )


def _until(outlook: Outlook, run: Run) -> str:
    if run.periods:
        end = end_of(outlook, run, is_over=not run.covers(outlook.at))
        return end_value(replace(end, extended_times=0), outlook.lang, offset=False)
    following = outlook.run_after(run)
    began = outlook.began(following) if following is not None else None
    return began.text if began is not None else ""


def _measure_row(outlook: Outlook, measure: MeasureInForce, declaration: Declaration) -> MeasureRow:
    region = outlook.atlas.regions[measure.region]
    return MeasureRow(
        name=outlook.atlas.measures[measure.code].name,
        place=headed_place(region, outlook.lang).name,
        since=shown_moment(
            measure.since,
            outlook.zone,
            outlook.lang,
            precision=declaration.precision,
            year=not outlook.is_this_year(measure.since),
        ),
        end=measure_end(outlook, region, declaration, measure.until),
        decision=decision(declaration, outlook.lang),
    )


def measure_end(
    outlook: Outlook, region: Region, declaration: Declaration, until: datetime | None
) -> str:
    """Say until when a measure stands that a declaration brought to a region."""
    end = End(
        until,
        region.time_zone,
        outlook.zone,
        precision=declaration.precision,
        is_archive=declaration.origin == "ARCHIVE",
        may_be_extended=False,
    )
    year = until is None or not outlook.is_this_year(until)
    return end_value(end, outlook.lang, year=year, offset=False)


def _part_row(outlook: Outlook, region: Region, level: Level | None) -> PartRow:
    return PartRow(
        place=headed_place(region, outlook.lang),
        mark=level_mark(level, outlook.lang, outlook.wording),
        is_same=level is outlook.here.level,
        until=place_holds_until(outlook.ground, region.code),
    )
