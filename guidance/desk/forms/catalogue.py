"""The form of one line of a catalogue: its texts in three languages, its facts, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import Any

from django import forms
from django.core.validators import RegexValidator, URLValidator
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from guidance.catalogue_kinds import NO_LEVEL, Catalogue
from guidance.desk.forms.base import Cells, DeskForm
from guidance.desk.forms.fields import DayField, HourField, line, note, public_text
from guidance.desk.scene import Scene
from guidance.models import LANGUAGES, AdviceAudience, AdviceGroup, AdviceSituation, LevelCode

LABELS = {
    "name": _("Name"),
    "name_in": _("Name in a sentence (where?)"),
    "degree": _("Degree"),
    "colour": _("Colour"),
    "definition": _("Definition"),
    "condition": _("Set when"),
    "state_may": _("What the state may do"),
    "text": _("Text"),
}
KEYS = {
    "ADVICE": (r"[A-Z]\d{1,3}", _("Write the code like Y10.")),
    "EMERGENCY_NUMBER": (r"\d{3,4}", _("Write the number like 112.")),
}
CODE = (r"[A-Z][A-Z0-9_]{1,39}", _("Write the code in capital Latin letters, like NEW_MEASURE."))
PHONE = RegexValidator(
    r"\A(?:\d{3,4}|\+7 \d{3} \d{3} \d{2} \d{2})\Z", _("Write the number like +7 700 000 00 00.")
)
REASON_LENGTH = 280


class CatalogueForm(DeskForm):
    """Take what a line shall say; nothing changes before another person confirms it."""

    def __init__(self, catalogue: Catalogue, row: Any, data: Any = None, *, scene: Scene) -> None:
        self.catalogue, self.row = catalogue, row
        self.key = "" if row is None else catalogue.key_of(row)
        initial = {"position": 0} if row is None else catalogue.facts_of(row)
        super().__init__(data=data, scene=scene, initial=initial)
        if row is None:
            self.fields.update(self._first_fields())
        for name, text in catalogue.texts.items():
            for lang in LANGUAGES:
                self.fields[f"{name}_{lang}"] = public_text(
                    text.limit, lang, rows=text.lines, label=LABELS[name]
                )
        self.fields.update({name: FACTS[name]() for name in catalogue.facts})
        if catalogue.is_versioned:
            self.fields["day"] = DayField(label=_("In force from (empty: when confirmed)"))
            self.fields["hour"] = HourField(label=_("Hour"))
        self.fields["reason"] = note(REASON_LENGTH, label=_("Why"), required=True)

    def _first_fields(self) -> dict[str, forms.Field]:
        found: dict[str, forms.Field] = {}
        if "region" in self.catalogue.first_facts:
            places = [(code, self.scene.name(code)) for code in self._places()]
            found["region"] = forms.ChoiceField(label=_("Place"), choices=places)
        else:
            pattern, message = KEYS.get(self.catalogue.code, CODE)
            found["key"] = line(40, label=_("Code"), required=True)
            found["key"].validators.append(RegexValidator(rf"\A{pattern}\Z", message))
        if "group" in self.catalogue.first_facts:
            found["group"] = forms.ChoiceField(label=_("List"), choices=AdviceGroup.choices)
            found["situation"] = _cell(_("Where"), AdviceSituation.choices)
            found["audience"] = _cell(_("To whom"), AdviceAudience.choices)
        if "is_regime" in self.catalogue.first_facts:
            found["is_regime"] = forms.BooleanField(label=_("It is a regime"), required=False)
        return found

    def _places(self) -> Iterable[str]:
        regions = self.scene.ground.atlas.regions
        return (c for c in self.scene.draftable if regions[c].kind in ("REGION", "CITY", "COUNTRY"))

    def clean(self) -> dict[str, Any]:
        for name, text in self.catalogue.texts.items():
            has_none = self.key == NO_LEVEL and name in ("degree", "colour")
            self.require_row(name, needed=text.is_needed and not has_none)
        speaks_of_a_level = "genitive_ru" in self.fields and self.key != NO_LEVEL
        if speaks_of_a_level and not self.cleaned_data.get("genitive_ru"):
            self.miss("genitive_ru", _("Fill in this field."))
        if self._is_cell_without_level():
            self.add_error("group", _("Only a level has advice by place and by reader."))
        if self.in_force_from is not None and self.in_force_from <= self.scene.at:
            self.add_error("day", _("This moment has passed."))
        return self.cleaned_data

    def _is_cell_without_level(self) -> bool:
        chosen = {name: self.cleaned_data.get(name) for name in ("group", "situation", "audience")}
        is_cell = bool(chosen["situation"] or chosen["audience"])
        return is_cell and chosen["group"] not in LevelCode.values

    @property
    def in_force_from(self) -> datetime | None:
        """Give the moment that was named, or None for the confirmation."""
        day = self.cleaned_data.get("day")
        return day and make_aware(datetime.combine(day, self.cleaned_data.get("hour") or time()))

    @property
    def wished_facts(self) -> dict[str, Any]:
        """Give the columns as the line shall have them."""
        return {name: self.cleaned_data[name] for name in self.catalogue.columns}

    @property
    def first_facts(self) -> dict[str, Any]:
        """Give what only a new line chooses."""
        if self.row is not None:
            return {}
        return {name: self.cleaned_data[name] for name in self.catalogue.first_facts}

    def text_rows(self) -> list[tuple[Any, Cells]]:
        """Give the rows of texts: label and cells."""
        return [(LABELS[name], self.cells(name)) for name in self.catalogue.texts]

    def other_fields(self) -> list[forms.BoundField]:
        """Give the fields beside the texts, in their order."""
        texts = {f"{name}_{lang}" for name in self.catalogue.texts for lang in LANGUAGES}
        return [self[name] for name in self.fields if name not in texts and name != "reason"]


def _cell(label: Any, choices: list[tuple[str, Any]]) -> forms.Field:
    everything = ("", _("everywhere, everyone"))
    return forms.ChoiceField(label=label, choices=[everything, *choices], required=False)


def _whole_number() -> forms.Field:
    return forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=999)


def _yes() -> forms.Field:
    return forms.BooleanField(label=_("Dropped: no longer shown"), required=False)


def _web_address() -> forms.Field:
    field = line(300, label=_("Web address"))
    field.validators.append(URLValidator(schemes=["https", "http"]))
    return field


def _number() -> forms.Field:
    field = line(20, label=_("Number to call"), required=True)
    field.validators.append(PHONE)
    return field


def _genitive() -> forms.Field:
    return line(60, lang="ru", label=_("Name in Russian sentences (genitive)"))


FACTS: Mapping[str, Any] = {
    "position": _whole_number,
    "is_dropped": _yes,
    "address": _web_address,
    "number": _number,
    "genitive_ru": _genitive,
}

__all__ = ["FACTS", "LABELS", "CatalogueForm"]
