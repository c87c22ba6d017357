"""The levels beside an article: now, and when it was published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidance.models import Region
from guidance.rules.levels import Level
from guidance.shown.ground import Ground
from guidance.shown.holding import place_holds_until
from guidance.shown.marks import LevelMark, Moment, Named, level_mark
from guidance.shown.places import headed_place
from guidance.situations import at_instant
from portal.news.blocks.level import places_of
from portal.news.models.levels import PublishedLevels
from portal.translated import LANGUAGE_CODES

if TYPE_CHECKING:
    from portal.news.models.pages import NewsPage

SHOWN_AT_ONCE = 3
ADVICE_LINES = 5


@dataclass(frozen=True, slots=True)
class LevelRow:
    """Hold a region's level now and at publication."""

    code: str
    place: Named
    now: LevelMark
    then: LevelMark
    until: str


@dataclass(frozen=True, slots=True)
class LevelBox:
    """Hold the rows of the box; `rest` stays folded."""

    as_of: Moment
    rows: Sequence[LevelRow]
    rest: Sequence[LevelRow]
    has_changed: bool


@dataclass(frozen=True, slots=True)
class AdviceNow:
    """Hold the first advice of the level that is in force now in an article's regions."""

    mark: LevelMark
    lines: Sequence[str]
    until: str


def advice_now(regions: Iterable[Region], ground: Ground) -> AdviceNow:
    """Return what to do at the highest level that the regions have now."""
    codes = [region.code for region in regions]
    levels = (ground.place(code).level for code in codes)
    highest = max((level for level in levels if level is not None), default=None)
    lines = [line.text for line in ground.catalogue.advice(highest)]
    until = place_holds_until(ground, *codes)
    return AdviceNow(_mark(highest, ground), lines[:ADVICE_LINES], until)


def level_in_the_text(code: str, ground: Ground, kept: PublishedLevels | None) -> LevelBox | None:
    """Compare the levels of a place that the text itself names; nothing if it is unknown."""
    region = ground.atlas.regions.get(code)
    return None if region is None else level_box([region], ground, kept)


def level_box(
    regions: Iterable[Region], ground: Ground, kept: PublishedLevels | None
) -> LevelBox | None:
    """Compare the levels of some regions now with those kept; nothing without regions."""
    rows = [_row(region, ground, kept) for region in regions]
    if not rows:
        return None
    return LevelBox(
        as_of=ground.as_of,
        rows=rows[:SHOWN_AT_ONCE],
        rest=rows[SHOWN_AT_ONCE:],
        has_changed=any(row.now != row.then for row in rows),
    )


def freeze_levels(page: NewsPage) -> None:
    """Keep the levels at the article's date, once for the same date and regions."""
    codes = set(page.regions.values_list("code", flat=True)) | _places_in_the_text(page)
    kept = PublishedLevels.objects.filter(page_id=page.pk).first()
    if kept is not None and kept.is_about(codes, page.published_at):
        return
    then = at_instant(page.published_at)
    levels = {code: _name(then.place(code).level) for code in codes}
    if kept is not None and kept.at == page.published_at:
        # What stood in a place is frozen, even if its decision was taken back since.
        levels |= {code: name for code, name in kept.levels.items() if code in codes}
    PublishedLevels.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "at": page.published_at,
            "levels": levels,
        },
    )


def _name(level: Level | None) -> str | None:
    return None if level is None else level.name


def _places_in_the_text(page: NewsPage) -> set[str]:
    bodies = (getattr(page, f"body_{lang}") for lang in LANGUAGE_CODES)
    named = {code for body in bodies for code in places_of(body)}
    return set(Region.objects.filter(code__in=named).values_list("code", flat=True))


def _row(region: Region, ground: Ground, kept: PublishedLevels | None) -> LevelRow:
    now = ground.place(region.code).level
    then = now if kept is None else kept.level_of(region.code)
    return LevelRow(
        code=region.code,
        place=headed_place(region, ground.lang),
        now=_mark(now, ground),
        then=_mark(then, ground),
        until=place_holds_until(ground, region.code),
    )


def _mark(level: Level | None, ground: Ground) -> LevelMark:
    return level_mark(level, ground.lang, ground.wording)
