"""Notices above the card of a place: issued in error, lifted, announced, higher inside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from guidance.models import ActCode, AdviceGroup, Declaration, LevelPeriod
from guidance.rules.dates import day, local
from guidance.rules.level_words import level_name, named_level
from guidance.rules.levels import Level
from guidance.rules.notices import issued_in_error, lifted_on, shown_in_error
from guidance.rules.patterns import REMAINS
from guidance.rules.sentences import takes_effect
from guidance.rules.situation import Inside
from guidance.rules.texts import capitalised
from guidance.shown.book import STANDS_FOR
from guidance.shown.cards import decision
from guidance.shown.corrections import reason_of
from guidance.shown.holding import earliest
from guidance.shown.marks import LevelMark, Moment, Named, level_mark
from guidance.shown.outlook import Outlook
from guidance.shown.places import headed_place
from guidance.shown.runs import Run, level_of


@dataclass(frozen=True, slots=True)
class ErrorNotice:
    """Tell of a level that was shown in error."""

    mark: LevelMark | None
    sentence: str
    reason: str
    issued: Named
    withdrawn: Named


@dataclass(frozen=True, slots=True)
class LiftedNotice:
    """Tell of a level that ended, how, and what stays."""

    mark: LevelMark
    sentence: str
    how: str
    remains: str
    decision: Named | None
    reason: str
    advice: Sequence[str]


@dataclass(frozen=True, slots=True)
class AnnouncedNotice:
    """Tell of a level that was published and takes effect later."""

    mark: LevelMark
    takes_effect: str
    decision: Named
    reason: str


@dataclass(frozen=True, slots=True)
class HigherPart:
    """Name a part of the place whose level is higher."""

    code: str
    place: Named
    mark: LevelMark
    since: Moment
    end: str
    until: str


def error_notices(outlook: Outlook) -> list[ErrorNotice]:
    """List what was withdrawn as issued in error within the last three days."""
    since = outlook.at - STANDS_FOR
    return [
        _error_notice(outlook, act, act.refers_to)
        for act in outlook.ground.book.recent.acts
        if act.act == ActCode.WITHDRAW
        and act.refers_to is not None
        and (act.published_at or since) >= since
        and _names_around(outlook, act.refers_to)
    ]


def _names_around(outlook: Outlook, act: Declaration) -> bool:
    """Tell whether an act names the place or one around it."""
    lineage = outlook.atlas.tree.lineage(outlook.region.code)
    return any(outlook.atlas.code(row.region_id) in lineage for row in act.regions.all())


def lifted_notice(outlook: Outlook) -> LiftedNotice | None:
    """Tell of the level that ended within the last three days, by a LIFT or as planned."""
    run = outlook.run
    before = outlook.run_before(run)
    if before is None or before.level is None or run.starts_at is None or before.is_in_error:
        return None
    is_lower = run.level is None or run.level < before.level
    if not is_lower or outlook.at - run.starts_at > STANDS_FOR:
        return None
    ended_by = before.last_period.ended_by
    if ended_by is not None and ended_by.act != ActCode.LIFT:
        return None
    on = local(run.starts_at, outlook.zone).date()
    return _lifted_notice(outlook, before, run.level, on)


def announced_notices(outlook: Outlook) -> list[AnnouncedNotice]:
    """List the levels that begin later, the next one first."""
    coming = outlook.runs[outlook.runs.index(outlook.run) + 1 :]
    return [
        _announced_notice(outlook, run, starting[0])
        for run in coming
        if run.level is not None
        and (starting := [row for row in run.periods if _is_announced(row, outlook.at)])
    ]


def _is_announced(row: LevelPeriod, at: datetime) -> bool:
    """Tell whether a declaration begins with a period; one that only comes back is no news."""
    begins_at = row.declaration.starts_at
    return begins_at is not None and begins_at > at and row.starts_at == begins_at


def higher_parts(outlook: Outlook) -> list[HigherPart]:
    """List the parts whose level is higher than that of the place, the highest first."""
    level = outlook.here.level or 0
    higher = [inside for inside in outlook.here.inside if inside.level > level]
    in_order = sorted(higher, key=lambda inside: (-inside.level, inside.code))
    return [part for inside in in_order for part in _higher_part(outlook, inside)]


def _error_notice(outlook: Outlook, act: Declaration, wrong: Declaration) -> ErrorNotice:
    shown = [row for row in outlook.periods if row.declaration_id == wrong.pk and row.in_error]
    level = max((level_of(row) for row in shown), default=None)
    return ErrorNotice(
        mark=level_mark(level, outlook.lang, outlook.wording) if shown else None,
        sentence=_shown_in_error(outlook, shown) or _issued_in_error(outlook, wrong),
        reason=getattr(act, f"reason_{outlook.lang}"),
        issued=decision(wrong, outlook.lang),
        withdrawn=decision(act, outlook.lang),
    )


def _shown_in_error(outlook: Outlook, shown: Sequence[LevelPeriod]) -> str:
    """Say which level people saw, and from when to when; a lift or an extension showed none."""
    ends = [row.ends_at for row in shown if row.ends_at is not None]
    if not ends:
        return ""
    start, level = min(row.starts_at for row in shown), max(level_of(row) for row in shown)
    return shown_in_error(start, max(ends), outlook.zone, level, outlook.wording)[outlook.lang]


def _issued_in_error(outlook: Outlook, wrong: Declaration) -> str:
    return issued_in_error(wrong.published_at or outlook.at, outlook.zone)[outlook.lang]


def _lifted_notice(outlook: Outlook, before: Run, now: Level | None, on: date) -> LiftedNotice:
    lang, ended_by = outlook.lang, before.last_period.ended_by
    remains = ""
    if now is not None:
        remains = REMAINS[lang].format(level=level_name(now, outlook.wording)[lang])
    return LiftedNotice(
        mark=level_mark(before.level, lang, outlook.wording),
        sentence=capitalised(named_level(before.level, outlook.wording)[lang]),
        how=lifted_on(on)[lang] if ended_by is not None else day(on, lang),
        remains=capitalised(remains),
        decision=decision(ended_by, lang) if ended_by is not None else None,
        reason=getattr(ended_by, f"reason_{lang}") if ended_by is not None else "",
        advice=[line.text for line in outlook.catalogue.advice_of(AdviceGroup.LIFTED)],
    )


def _announced_notice(outlook: Outlook, run: Run, period: LevelPeriod) -> AnnouncedNotice:
    return AnnouncedNotice(
        mark=level_mark(run.level, outlook.lang, outlook.wording),
        takes_effect=takes_effect(period.starts_at, outlook.zone)[outlook.lang],
        decision=decision(period.declaration, outlook.lang),
        reason=reason_of(outlook.ground.book, period.declaration, outlook.lang),
    )


def _higher_part(outlook: Outlook, inside: Inside) -> Iterator[HigherPart]:
    region, terms = outlook.atlas.regions[inside.code], outlook.ground.terms(inside.code)
    if terms is not None:
        yield HigherPart(
            code=inside.code,
            place=headed_place(region, outlook.lang),
            mark=outlook.ground.mark(inside.code),
            since=terms.since,
            end=terms.end,
            until=earliest([inside.until]),
        )
