"""All regions, kinds of measures and words of levels, kept in the process until they change."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from guidance.models import LANGUAGES, Ledger, LevelText, MeasureKind, Region
from guidance.rules.level_words import DEFAULT_WORDING, LevelWords, Wording
from guidance.rules.places import Place, Tree
from guidance.rules.places_list import PlaceName
from guidance.rules.texts import Texts


@dataclass(frozen=True)
class Atlas:
    """Hold every region and kind of measure by code; what it gives is shared and only read."""

    regions: Mapping[str, Region]
    measures: Mapping[str, MeasureKind]
    level_texts: Sequence[LevelText] = ()  # all versions, oldest first

    @cached_property
    def by_id(self) -> Mapping[int, Region]:
        """Give the regions by primary key."""
        return {region.pk: region for region in self.regions.values()}

    @cached_property
    def by_slug(self) -> Mapping[str, Region]:
        """Give the regions by the last part of their addresses."""
        return {region.slug: region for region in self.regions.values()}

    @cached_property
    def tree(self) -> Tree:
        """Give the tree that the rules ask."""
        return Tree(place_of(region, self.by_id) for region in self.regions.values())

    def code(self, pk: int) -> str:
        """Give the code of a region by primary key."""
        return self.by_id[pk].code

    def pk(self, code: str) -> int:
        """Give the primary key of a region by code."""
        return self.regions[code].pk

    def wording(self, at: datetime) -> Wording:
        """Give the words of the levels in force at an instant, for sentences."""
        rows = {row.level: row for row in self.level_texts if row.in_force_from <= at}
        return {
            level: _words(rows[level.name]) if level.name in rows else words
            for level, words in DEFAULT_WORDING.items()
        }

    def names(self, codes: Iterable[str], on: date) -> list[PlaceName]:
        """Name regions for a sentence about a day, as they were called on it."""
        return [PlaceName(name_on(self.regions[code], on), self.tree.depth(code)) for code in codes]


def place_of(region: Region, by_id: Mapping[int, Region]) -> Place:
    """Give what the rules know of a region."""
    return Place(
        code=region.code,
        parent=None if region.parent_id is None else by_id[region.parent_id].code,
        kind=region.kind,
        parts_are_complete=region.parts_are_complete,
        established_on=region.established_on,
        formed_from=None if region.formed_from_id is None else by_id[region.formed_from_id].code,
        time_zone=region.time_zone,
    )


def name_of(row: object, field: str = "name") -> Texts:
    """Give a translated field in its three languages."""
    return Texts(*(getattr(row, f"{field}_{code}") or "" for code in LANGUAGES))


def _words(row: LevelText) -> LevelWords:
    return LevelWords(name_of(row), row.genitive_ru)


def name_on(region: Region, on: date) -> Texts:
    """Give the name that a region had on a day."""
    for former in region.former_names.all():
        if (former.from_date is None or former.from_date <= on) and on < former.until_date:
            return name_of(former)
    return name_of(region)


_kept: tuple[str, Atlas] | None = None


def atlas(token: str) -> Atlas:
    """Give the regions as they are while the ledger bears this token."""
    global _kept  # one atlas a process: it is large and seldom changes
    if _kept is None or _kept[0] != token:
        rows = Region.objects.prefetch_related("former_names").order_by("code")
        kinds = MeasureKind.objects.order_by("position", "pk")
        _kept = (
            token,
            Atlas(
                {region.code: region for region in rows},
                {kind.code: kind for kind in kinds},
                tuple(LevelText.objects.order_by("in_force_from", "pk")),
            ),
        )
    return _kept[1]


def present_atlas() -> Atlas:
    """Give the regions as they are now."""
    token = Ledger.objects.values_list("tree_token", flat=True).get(exercise=False)
    return atlas(token)


def regions_changed() -> None:
    """Let every process read the regions again; call it in the transaction that changes them."""
    Ledger.objects.update(tree_token=uuid.uuid4().hex)


def read_again() -> Atlas:
    """Give the regions and measures anew: a kind of measure was added since they were read."""
    token = Ledger.objects.values_list("tree_token", flat=True).get(exercise=False)
    forget_atlas()
    return atlas(token)


def forget_atlas() -> None:
    """Drop what this process keeps."""
    global _kept
    _kept = None
