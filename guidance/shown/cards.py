"""The level card of a place: what is in force, since when, until when, who says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from guidance.models import Declaration, Origin
from guidance.rules.acts import ActKind
from guidance.rules.ends import End, end_value
from guidance.rules.levels import Level
from guidance.rules.notices import then_level
from guidance.rules.texts import capitalised
from guidance.shown.corrections import reason_of
from guidance.shown.ground import ENDS_SOON
from guidance.shown.holding import earliest
from guidance.shown.marks import LevelMark, Moment, Named, level_mark
from guidance.shown.outlook import Outlook
from guidance.shown.places import named_place
from guidance.shown.runs import Run
from guidance.shown.sentences import LevelSentence, card_sentence

MEASURES_ON_A_RED_CARD = 5


@dataclass(frozen=True, slots=True)
class Decisions:
    """Name the declaration that set a level and those that extended it."""

    set_by: Named
    extended_by: Sequence[Named]
    is_archive: bool


@dataclass(frozen=True, slots=True)
class LevelCard:
    """Hold all that the card of a place prints."""

    code: str
    mark: LevelMark
    sentence: LevelSentence
    as_of: Moment
    state: str = "none"
    definition: str = ""
    since: Moment | None = None
    end: str = ""
    end_reason: str = ""
    ends_soon: bool = False
    then: str = ""
    issued_by: str = ""
    decisions: Decisions | None = None
    reason: str = ""
    set_for: Named | None = None
    is_for_country: bool = False
    measures: Sequence[str] = ()
    last_change: Moment | None = None
    until: str = ""


def level_card(outlook: Outlook) -> LevelCard:
    """Tell the level of a place at the instant of the page."""
    return _card_without_level(outlook) if outlook.here.level is None else _card(outlook)


def decision(declaration: Declaration, lang: str) -> Named:
    """Name a declaration by its number."""
    return Named(declaration.number or "", f"/{lang}/declarations/{declaration.number}/")


def _card_without_level(outlook: Outlook) -> LevelCard:
    run = outlook.run
    texts = outlook.catalogue.level_texts.get(None)
    return LevelCard(
        code=outlook.region.code,
        mark=level_mark(None, outlook.lang),
        sentence=card_sentence(outlook.name, None, outlook.lang),
        as_of=outlook.as_of,
        definition=texts.definition if texts is not None else "",
        last_change=outlook.began(run),
        measures=outlook.measure_names,
        until=earliest([run.ends_at]),
    )


def _card(outlook: Outlook) -> LevelCard:
    level, lang, run = outlook.here.level, outlook.lang, outlook.run
    first, last = run.periods[0].declaration, run.last_period.declaration
    ends_soon = run.ends_at is not None and run.ends_at - outlook.at <= ENDS_SOON
    wider = outlook.here.inherited_from
    return LevelCard(
        code=outlook.region.code,
        mark=level_mark(level, lang, outlook.wording),
        sentence=card_sentence(outlook.name, level, lang, outlook.wording),
        as_of=outlook.as_of,
        state="ends-soon" if ends_soon else "in-force",
        since=outlook.began(run, year=not (run.starts_at and outlook.is_this_year(run.starts_at))),
        end=_end(outlook, run),
        end_reason="" if run.ends_at else getattr(last, f"end_reason_{lang}"),
        ends_soon=ends_soon,
        then=_then(outlook, run),
        issued_by=first.authority.name if first.authority else "",
        decisions=_decisions(run, lang),
        reason=reason_of(outlook.ground.book, first, lang),
        set_for=named_place(outlook.atlas.regions[wider], lang) if wider else None,
        is_for_country=wider == outlook.atlas.tree.root,
        measures=outlook.measure_names[:MEASURES_ON_A_RED_CARD] if level is Level.RED else (),
        until=earliest([run.ends_at]),
    )


def end_of(outlook: Outlook, run: Run, *, is_over: bool = False) -> End:
    """Say what is known of a run's end."""
    last = run.last_period
    is_planned = last.ended_by_id is None and last.ends_at == run.ends_at
    return End(
        ends_at=run.ends_at,
        named_zone=outlook.named_zone(last),
        page_zone=outlook.zone,
        precision=(last.ended_by or last.declaration).precision,
        extended_times=extensions(run),
        is_archive=last.declaration.origin == Origin.ARCHIVE,
        may_be_extended=is_planned and not is_over,
    )


def extensions(run: Run) -> int:
    """Count how often the end of a run was moved."""
    return len({p.declaration_id for p in run.periods if p.declaration.act == ActKind.EXTEND})


def _end(outlook: Outlook, run: Run) -> str:
    year = run.ends_at is None or not outlook.is_this_year(run.ends_at)
    return capitalised(end_value(end_of(outlook, run), outlook.lang, year=year, offset=False))


def _then(outlook: Outlook, run: Run) -> str:
    following = outlook.run_after(run)
    if following is None or following.level is None:
        return ""
    return then_level(following.level, outlook.wording)[outlook.lang]


def _decisions(run: Run, lang: str) -> Decisions:
    first = run.periods[0].declaration
    extended_by = {
        period.declaration_id: decision(period.declaration, lang)
        for period in run.periods
        if period.declaration.act == ActKind.EXTEND
    }
    return Decisions(
        decision(first, lang), list(extended_by.values()), first.origin == Origin.ARCHIVE
    )
