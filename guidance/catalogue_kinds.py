"""What each catalogue of the desk holds: its table, its texts in three languages, its facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from guidance.models import (
    LANGUAGES,
    Advice,
    Authority,
    CatalogueCode,
    EmergencyNumber,
    LegalBasis,
    LevelText,
    MeasureKind,
    Region,
    RegionContact,
)

NO_LEVEL = "NONE"  # the key of the text about no level, whose code is empty


@dataclass(frozen=True, slots=True)
class Text:
    """Say how long a text of a line may be, and whether it may stay empty."""

    limit: int
    is_needed: bool = True
    lines: int = 0  # more than one: a field of several lines


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Describe one catalogue."""

    code: CatalogueCode
    model: type[models.Model]
    key_field: str
    texts: Mapping[str, Text]
    facts: tuple[str, ...] = ()
    # Facts that are chosen once, when the line is made.
    first_facts: tuple[str, ...] = ()
    is_versioned: bool = False
    takes_new_lines: bool = True
    is_regional: bool = False

    @property
    def slug(self) -> str:
        """Give the name of the catalogue in addresses."""
        return self.code.lower().replace("_", "-")

    @property
    def list_name(self) -> str:
        """Give the name of the address of its list."""
        return f"wagtailsnippets_guidance_{self.model._meta.model_name}:list"

    @property
    def columns(self) -> tuple[str, ...]:
        """Name all columns that a change may write."""
        return (*self._text_columns(), *self.facts)

    def _text_columns(self) -> Iterator[str]:
        for name in self.texts:
            yield from (f"{name}_{lang}" for lang in LANGUAGES)

    def key_of(self, row: Any) -> str:
        """Give the code of a line."""
        return getattr(row, self.key_field) or NO_LEVEL

    def line(self, key: str) -> Any:
        """Give the line of a code as it stands, or None; of versions, the newest."""
        stored = "" if key == NO_LEVEL else key
        rows = self.model._default_manager.filter(**{self.key_field: stored})
        return rows.order_by(*(("-in_force_from", "-pk") if self.is_versioned else ("pk",))).first()

    def lines(self) -> models.QuerySet[Any]:
        """Give all lines, or all versions of them, in the order of the list."""
        order = {
            CatalogueCode.LEVEL_TEXT: ("level", "in_force_from"),
            CatalogueCode.ADVICE: ("group", "position", "in_force_from"),
            CatalogueCode.REGION: ("code",),
            CatalogueCode.CONTACT: ("region__code", "position"),
        }.get(self.code, ("position",))
        return self.model._default_manager.order_by(*order, "pk")

    def facts_of(self, row: Any) -> dict[str, Any]:
        """Give what a change may write, as it stands."""
        values = ((column, getattr(row, column)) for column in self.columns)
        return {column: "" if value is None else value for column, value in values}


_NAME = Text(255)
_LONG = Text(600, is_needed=False, lines=4)

CATALOGUES: Mapping[str, Catalogue] = {
    each.slug: each
    for each in (
        Catalogue(
            CatalogueCode.LEVEL_TEXT,
            LevelText,
            "level",
            {
                "name": Text(60),
                "degree": Text(60, is_needed=False),
                "colour": Text(60, is_needed=False),
                "definition": Text(600, lines=4),
                "condition": _LONG,
                "state_may": _LONG,
            },
            facts=("genitive_ru",),
            is_versioned=True,
            takes_new_lines=False,
        ),
        Catalogue(
            CatalogueCode.ADVICE,
            Advice,
            "code",
            {"text": Text(140)},
            facts=("position", "is_dropped"),
            first_facts=("group", "situation", "audience"),
            is_versioned=True,
        ),
        Catalogue(
            CatalogueCode.MEASURE,
            MeasureKind,
            "code",
            {"name": _NAME},
            facts=("position",),
            first_facts=("is_regime",),
        ),
        Catalogue(
            CatalogueCode.LEGAL_BASIS,
            LegalBasis,
            "code",
            {"name": _NAME},
            facts=("address", "position"),
        ),
        Catalogue(CatalogueCode.AUTHORITY, Authority, "code", {"name": _NAME}, facts=("position",)),
        Catalogue(
            CatalogueCode.EMERGENCY_NUMBER,
            EmergencyNumber,
            "number",
            {"name": Text(120)},
            facts=("position", "is_dropped"),
        ),
        Catalogue(
            CatalogueCode.CONTACT,
            RegionContact,
            "code",
            {"name": Text(120)},
            facts=("number", "position", "is_dropped"),
            first_facts=("region",),
            is_regional=True,
        ),
        Catalogue(
            CatalogueCode.REGION,
            Region,
            "code",
            {"name": Text(120), "name_in": Text(120)},
            takes_new_lines=False,
        ),
    )
}
BY_CODE: Mapping[str, Catalogue] = {each.code: each for each in CATALOGUES.values()}
