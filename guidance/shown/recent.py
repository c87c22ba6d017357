"""What changed lately or changes soon anywhere: announced, lifted, ended, withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from guidance.models import ActCode, Declaration, LevelPeriod
from guidance.rules.dates import day, local
from guidance.rules.levels import Level
from guidance.rules.notices import issued_in_error, lifted_on
from guidance.rules.places_list import list_places
from guidance.rules.sentences import takes_effect
from guidance.rules.texts import capitalised
from guidance.shown.book import STANDS_FOR
from guidance.shown.cards import decision
from guidance.shown.ground import Ground
from guidance.shown.marks import LevelMark, Named, level_mark
from guidance.shown.places import place_names

STRIP_STANDS_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class RecentNotice:
    """Hold one line: what happened or will happen, where, and by which decision."""

    state: str
    at: datetime
    mark: LevelMark
    text: str
    codes: Sequence[str]
    places: str
    decision: Named


def error_lines(ground: Ground) -> list[RecentNotice]:
    """List what was withdrawn within a day, for the strip."""
    since = ground.at - STRIP_STANDS_FOR
    acts = ground.book.recent.acts
    return [_error(ground, act) for act in acts if _is_withdrawal(act, since)]


def table_notices(ground: Ground) -> list[RecentNotice]:
    """List what a table tells of its places: announced levels, and for a day what was lifted."""
    since = ground.at - STRIP_STANDS_FOR
    lifted = [row for row in past_notices(ground) if row.state == "lifted" and row.at >= since]
    return [*coming_notices(ground), *lifted]


def notices_about(ground: Ground, code: str, notices: Sequence[RecentNotice]) -> list[RecentNotice]:
    """Choose the notices that concern a place; what was lifted only where no level is left."""
    lineage = set(ground.atlas.tree.lineage(code))
    has_level = ground.place(code).level is not None
    about = (row for row in notices if lineage.intersection(row.codes))
    return [row for row in about if row.state == "announced" or not has_level]


def coming_notices(ground: Ground) -> list[RecentNotice]:
    """List what was published and takes effect later."""
    return [_coming(ground, act) for act in ground.book.recent.coming]


def past_notices(ground: Ground) -> list[RecentNotice]:
    """List what was withdrawn, was lifted or ran out within three days, the newest first."""
    since = ground.at - STANDS_FOR
    found = ground.book.recent
    errors = [_error(ground, act) for act in found.acts if _is_withdrawal(act, since)]
    lifts = [_lifted(ground, act) for act in found.acts if act.act == ActCode.LIFT]
    ends = [_ended(ground, row) for row in found.ended if _is_lower_now(ground, row)]
    return [*errors, *(row for row in (*lifts, *ends) if since <= row.at <= ground.at)]


def _is_withdrawal(act: Declaration, since: datetime) -> bool:
    return act.act == ActCode.WITHDRAW and (act.published_at or since) >= since


def _error(ground: Ground, act: Declaration) -> RecentNotice:
    wrong = act.refers_to or act
    issued_at = wrong.published_at or ground.at
    text = issued_in_error(issued_at, ground.country.time_zone)[ground.lang]
    level = Level[wrong.level] if wrong.level else None
    return _notice(ground, "in-error", issued_at, level, text, _codes(ground, wrong), act)


def _lifted(ground: Ground, act: Declaration) -> RecentNotice:
    at, codes = act.starts_at or ground.at, _codes(ground, act)
    text = lifted_on(local(at, ground.country.time_zone).date())[ground.lang]
    return _notice(ground, "lifted", at, _level_now(ground, codes), text, codes, act)


def _ended(ground: Ground, row: LevelPeriod) -> RecentNotice:
    codes, at = [ground.atlas.code(row.region_id)], row.ends_at or ground.at
    on = day(local(at, ground.atlas.by_id[row.region_id].time_zone).date(), ground.lang)
    text = f"{capitalised(_('ended as planned'))}: {on}"
    level = _level_now(ground, codes)
    return _notice(ground, "lifted", at, level, text, codes, row.declaration)


def _coming(ground: Ground, act: Declaration) -> RecentNotice:
    at = act.starts_at or ground.at
    text = takes_effect(at, ground.country.time_zone)[ground.lang]
    level = Level[act.level] if act.level else None
    return _notice(ground, "announced", at, level, text, _codes(ground, act), act)


def _notice(
    ground: Ground,
    state: str,
    at: datetime,
    level: Level | None,
    text: str,
    codes: Sequence[str],
    act: Declaration,
) -> RecentNotice:
    mark = level_mark(level, ground.lang, ground.wording)
    places = capitalised(list_places(place_names(ground.atlas, codes), ground.lang))
    return RecentNotice(state, at, mark, text, codes, places, decision(act, ground.lang))


def _codes(ground: Ground, act: Declaration) -> list[str]:
    return [ground.atlas.code(row.region_id) for row in act.regions.all()]


def _level_now(ground: Ground, codes: Sequence[str]) -> Level | None:
    levels = [ground.place(code).level for code in codes]
    return max((level for level in levels if level is not None), default=None)


def _is_lower_now(ground: Ground, row: LevelPeriod) -> bool:
    return (ground.place(ground.atlas.code(row.region_id)).level or 0) < Level[row.level]
