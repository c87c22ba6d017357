"""The verdict on an act: does it hold now, and if not, what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from guidance.models import ActCode, Declaration, LevelSpan
from guidance.rules.dates import day, last_day, local
from guidance.rules.notices import lifted_on
from guidance.rules.sentences import takes_effect
from guidance.rules.texts import capitalised
from guidance.shown.cards import decision
from guidance.shown.marks import Named

SETS_A_LEVEL = (ActCode.DECLARE, ActCode.CHANGE, ActCode.EXTEND)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Say in one line whether an act holds; `state` is for machines and styles."""

    state: str
    text: str
    detail: str = ""
    by: Named | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Hold what a verdict is judged by: the act, its thread, and the periods of both."""

    act: Declaration
    thread: Sequence[Declaration]
    periods: Sequence[LevelSpan]
    at: datetime
    zone: str
    lang: str


def verdict(standing: Standing) -> Verdict | None:
    """Judge an act; one that sets no level is judged only if it was withdrawn."""
    act, at = standing.act, standing.at
    for later in standing.thread:
        if later.act == ActCode.WITHDRAW and later.refers_to_id == act.pk:
            return Verdict(
                "in-error", _("This notice was issued in error"), by=decision(later, standing.lang)
            )
    if act.starts_at is not None and act.starts_at > at:
        return Verdict("announced", takes_effect(act.starts_at, standing.zone)[standing.lang])
    if act.act not in SETS_A_LEVEL:
        return None
    bearing = [period for period in standing.periods if _is_borne(period, standing)]
    in_force = [period for period in bearing if _covers(period, at)]
    if in_force:
        return _in_force(standing, in_force)
    return _over(standing, bearing)


def _is_borne(period: LevelSpan, standing: Standing) -> bool:
    """Tell whether a period is the act's own, or an extension's that went on from it."""
    is_own = period.declaration_id == standing.act.pk
    is_later_extension = period.declaration.act == ActCode.EXTEND and (
        period.declaration.sequence or 0
    ) > (standing.act.sequence or 0)
    return is_own or is_later_extension


def _in_force(standing: Standing, periods: Sequence[LevelSpan]) -> Verdict:
    if any(period.declaration_id == standing.act.pk for period in periods):
        return Verdict("in-force", _("In force"))
    extension = decision(periods[-1].declaration, standing.lang)
    return Verdict("in-force", _("In force"), detail=_("extended"), by=extension)


def _over(standing: Standing, periods: Sequence[LevelSpan]) -> Verdict:
    ends = ((period.ends_at, period.pk, period) for period in periods if period.ends_at)
    over = [end for end in ends if end[0] <= standing.at]
    if not over:
        return Verdict("replaced", _("No longer in force"))
    ended_at, _pk, last = max(over)
    ended_by = last.ended_by or _all_clear(standing, ended_at)
    ended_on = _day(standing, ended_at, is_planned=last.ended_by is None)
    if ended_by is None:
        detail = f"{capitalised(_('ended as planned'))}: {ended_on}"
        return Verdict("ended", _("No longer in force"), detail)
    by = decision(ended_by, standing.lang)
    if ended_by.act == ActCode.LIFT:
        on = local(ended_by.starts_at or standing.at, standing.zone).date()
        return Verdict("lifted", _("No longer in force"), lifted_on(on)[standing.lang], by)
    return Verdict("replaced", _("Replaced by a later decision"), ended_on, by)


def _all_clear(standing: Standing, ended_at: datetime) -> Declaration | None:
    """Find the lift that was published when the level had just run out by itself."""
    later = (act for act in standing.thread if act.act == ActCode.LIFT)
    return next((act for act in later if (act.starts_at or standing.at) >= ended_at), None)


def _day(standing: Standing, ended_at: datetime, *, is_planned: bool) -> str:
    """Name the last day of a period, or the day on which it was cut short."""
    whole = last_day(ended_at, standing.zone) if is_planned else None
    return day(whole or local(ended_at, standing.zone).date(), standing.lang)


def _covers(period: LevelSpan, at: datetime) -> bool:
    return period.starts_at <= at and (period.ends_at is None or at < period.ends_at)
