"""The guide: what each level means, what follows from it, where and when it was in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from guidance.models import AdviceGroup, LevelPeriod
from guidance.rules.dates import Precision
from guidance.rules.ends import End, end_value
from guidance.rules.levels import Level
from guidance.rules.texts import capitalised
from guidance.shown.cards import decision
from guidance.shown.ground import Ground
from guidance.shown.holding import status_holds_until
from guidance.shown.marks import LevelMark, Moment, Named, level_mark, shown_moment
from guidance.shown.places import headed_place, named_place
from guidance.shown.status import in_force_rows

LINES_ON_A_PANEL = 3
ROWS_OF_THE_PAST = 20
SCALE: Sequence[Level | None] = (None, *Level)


@dataclass(frozen=True, slots=True)
class LevelPanel:
    """Hold one panel of the guide."""

    mark: LevelMark
    scale: Sequence[LevelMark]
    degree: str
    colour: str
    condition: str
    definition: str
    state_may: str
    advice: Sequence[str]
    in_force: Sequence[Named]
    until: str
    address: str

    @property
    def meaning(self) -> str:
        """Say what the level means anywhere: that none is in force is true of some places only."""
        return self.condition if self.mark.is_none else self.definition


@dataclass(frozen=True, slots=True)
class PastRow:
    """Hold one time and place where a level was in force."""

    place: Named
    since: Moment
    until: str
    act: Named


@dataclass(frozen=True, slots=True)
class GroupAdvice:
    """Hold a list of advice as it stands beside a text."""

    mark: LevelMark | None
    name: str
    lines: Sequence[str]
    version: Moment | None
    address: str


def level_panel(ground: Ground, level: Level | None) -> LevelPanel:
    """Tell what a level means, in the words of the reference texts."""
    texts = ground.catalogue.level_texts.get(level)
    mark = level_mark(level, ground.lang, ground.wording)
    lines = ground.catalogue.advice(level)
    # "Follow all the advice for yellow" tells nothing by itself.
    own = [line.text for line in lines if line.code not in ("O1",)]
    return LevelPanel(
        mark=mark,
        scale=[level_mark(each, ground.lang, ground.wording) for each in SCALE],
        degree=capitalised(texts.degree) if texts is not None and texts.degree else mark.headed,
        colour=texts.colour if texts is not None else "",
        condition=texts.condition if texts is not None else "",
        definition=texts.definition if texts is not None else "",
        state_may=texts.state_may if texts is not None else "",
        advice=own[:LINES_ON_A_PANEL],
        in_force=places_at(ground, level),
        until=status_holds_until(ground),
        address=f"/{ground.lang}/levels/{mark.key}/" if level is not None else "",
    )


def full_advice(ground: Ground, level: Level | None) -> list[str]:
    """Give every line for a level."""
    return [line.text for line in ground.catalogue.advice(level)]


def lower_advice(ground: Ground, level: Level | None) -> list[str]:
    """Give the lines of the lower levels that go on under a level."""
    return [line.text for line in ground.catalogue.lower_advice(level)]


def group_advice(ground: Ground, group: str) -> GroupAdvice:
    """Give a list of advice in the version of the instant; an unknown list is empty."""
    rows = ground.catalogue.advice_of(group)
    level = Level[group] if group in Level.__members__ else None
    newest = max((row.in_force_from for row in rows), default=None)
    version = None
    if newest is not None:
        zone = ground.country.time_zone
        version = shown_moment(newest, zone, ground.lang, precision=Precision.DAY)
    return GroupAdvice(
        mark=None if level is None else level_mark(level, ground.lang, ground.wording),
        name=str(AdviceGroup(group).label) if group in AdviceGroup.values else "",
        lines=[row.text for row in rows if row.code not in ("O1",)],
        version=version,
        address=f"/{ground.lang}/levels/" + (f"{group.lower()}/" if level is not None else ""),
    )


def newest_text(ground: Ground, level: Level | None) -> datetime:
    """Tell since when what is said about a level reads as it does."""
    texts = ground.catalogue.level_texts.get(level)
    rows = [*ground.catalogue.advice(level), *ground.catalogue.lower_advice(level)]
    begun = [row.in_force_from for row in rows]
    return max([*begun, texts.in_force_from] if texts is not None else begun, default=ground.at)


def places_at(ground: Ground, level: Level | None) -> list[Named]:
    """Name where a level is in force now; no level is named only when it is so everywhere."""
    if level is None:
        country = headed_place(ground.country, ground.lang)
        return [country] if ground.public.highest is None else []
    rows = (row for row in in_force_rows(ground) if ground.place(row.code).level is level)
    return [row.place for row in rows]


def past_rows(ground: Ground, level: Level) -> list[PastRow]:
    """List when and where a level was in force before, the newest first."""
    rows = ground.book.past_periods(level, ground.at, ROWS_OF_THE_PAST)
    return [_past_row(ground, row) for row in rows]


def _past_row(ground: Ground, row: LevelPeriod) -> PastRow:
    region = ground.atlas.by_id[row.region_id]
    zone, act = region.time_zone, row.ended_by or row.declaration
    end = End(row.ends_at, zone, zone, precision=act.precision, may_be_extended=False)
    place = named_place(region, ground.lang)
    return PastRow(
        Named(capitalised(place.name), place.address),
        shown_moment(row.starts_at, zone, ground.lang, precision=row.declaration.precision),
        end_value(end, ground.lang, offset=False),
        decision(row.declaration, ground.lang),
    )
