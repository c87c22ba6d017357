"""What changed lately or changes soon anywhere: announced, lifted, ended, withdrawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from guidance.models import ActCode, Declaration, LevelPeriod
from guidance.rules.dates import day, local
from guidance.rules.levels import Level
from guidance.rules.notices import issued_in_error, lifted_on
from guidance.rules.places_list import list_places
from guidance.rules.sentences import takes_effect
from guidance.rules.texts import capitalised
from guidance.shown.cards import decision
from guidance.shown.ground import Ground
from guidance.shown.marks import LevelMark, Named, level_mark
from guidance.shown.places import place_names
from guidance.situations import PublicSituation

STANDS_FOR = timedelta(hours=72)
STRIP_STANDS_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Recent:
    """Hold the acts that ended or took back a level, planned ends, and what is still to come."""

    acts: Sequence[Declaration]
    ended: Sequence[LevelPeriod]
    coming: Sequence[Declaration]


@dataclass(frozen=True, slots=True)
class RecentNotice:
    """Hold one line: what happened or will happen, where, and by which decision."""

    state: str
    mark: LevelMark
    text: str
    places: str
    decision: Named | None


_kept: tuple[Mapping[int, str], Recent] | None = None


def recent(public: PublicSituation) -> Recent:
    """Read what is recent; it holds as long as the situation that it belongs to is kept."""
    global _kept  # the error strip stands on every page
    if _kept is None or _kept[0] is not public.numbers:
        _kept = (public.numbers, _read(public))
    return _kept[1]


def error_lines(ground: Ground) -> list[RecentNotice]:
    """List what was withdrawn within a day, for the strip."""
    since = ground.at - STRIP_STANDS_FOR
    return [
        _error(ground, act)
        for act in recent(ground.public).acts
        if act.act == ActCode.WITHDRAW and act.published_at and act.published_at >= since
    ]


def coming_notices(ground: Ground) -> list[RecentNotice]:
    """List what was published and takes effect later."""
    return [_coming(ground, act) for act in recent(ground.public).coming]


def past_notices(ground: Ground) -> list[RecentNotice]:
    """List what was withdrawn, was lifted or ran out within three days, the newest first."""
    since = ground.at - STANDS_FOR
    found = recent(ground.public)
    acts = [act for act in found.acts if act.published_at and act.published_at >= since]
    ended = [row for row in found.ended if row.ends_at and row.ends_at >= since]
    return [
        *(_error(ground, act) for act in acts if act.act == ActCode.WITHDRAW),
        *(_lifted(ground, act) for act in acts if act.act == ActCode.LIFT),
        *(_ended(ground, row) for row in ended if _is_lower_now(ground, row)),
    ]


def _read(public: PublicSituation) -> Recent:
    ledger = Declaration.objects.published().of_ledger(exercise=False)
    published = ledger.filter(published_at__lte=public.at)
    since = public.at - STANDS_FOR
    acts = published.filter(
        act__in=(ActCode.WITHDRAW, ActCode.LIFT), published_at__gte=since
    ).order_by("-sequence")
    coming = published.filter(
        starts_at__gt=public.at, levelperiods__starts_at__gt=public.at
    ).order_by("starts_at", "sequence")
    ended = LevelPeriod.objects.filter(
        ends_at__gte=since, ends_at__lte=public.at, ended_by=None, in_error=False
    ).order_by("-ends_at", "-pk")
    return Recent(
        list(acts.select_related("refers_to").prefetch_related("regions", "refers_to__regions")),
        list(ended.select_related("declaration")),
        list(coming.distinct().prefetch_related("regions")),
    )


def _error(ground: Ground, act: Declaration) -> RecentNotice:
    withdrawn = act.refers_to
    issued_at = withdrawn.published_at if withdrawn is not None else act.published_at
    level = Level[withdrawn.level] if withdrawn is not None and withdrawn.level else None
    text = issued_in_error(issued_at or ground.at, ground.country.time_zone)[ground.lang]
    places = _places(ground, withdrawn) if withdrawn is not None else ""
    return RecentNotice("in-error", _mark(ground, level), text, places, decision(act, ground.lang))


def _lifted(ground: Ground, act: Declaration) -> RecentNotice:
    at = act.starts_at or ground.at
    text = lifted_on(local(at, ground.country.time_zone).date())[ground.lang]
    named = [ground.atlas.code(row.region_id) for row in act.regions.all()]
    now = max((ground.place(code).level or 0 for code in named), default=0)
    mark = _mark(ground, Level(now) if now else None)
    return RecentNotice("lifted", mark, text, _places(ground, act), decision(act, ground.lang))


def _ended(ground: Ground, row: LevelPeriod) -> RecentNotice:
    zone = ground.atlas.by_id[row.region_id].time_zone
    on = day(local(row.ends_at, zone).date(), ground.lang) if row.ends_at else ""
    code = ground.atlas.code(row.region_id)
    places = list_places(place_names(ground.atlas, [code]), ground.lang)
    act = decision(row.declaration, ground.lang)
    mark = _mark(ground, ground.place(code).level)
    return RecentNotice("lifted", mark, f"{capitalised(_('ended as planned'))}: {on}", places, act)


def _coming(ground: Ground, act: Declaration) -> RecentNotice:
    text = takes_effect(act.starts_at or ground.at, ground.country.time_zone)[ground.lang]
    mark = _mark(ground, Level[act.level] if act.level else None)
    return RecentNotice("announced", mark, text, _places(ground, act), decision(act, ground.lang))


def _is_lower_now(ground: Ground, row: LevelPeriod) -> bool:
    return (ground.place(ground.atlas.code(row.region_id)).level or 0) < Level[row.level]


def _places(ground: Ground, act: Declaration) -> str:
    codes = [ground.atlas.code(row.region_id) for row in act.regions.all()]
    return capitalised(list_places(place_names(ground.atlas, codes), ground.lang))


def _mark(ground: Ground, level: Level | None) -> LevelMark:
    return level_mark(level, ground.lang, ground.wording)
