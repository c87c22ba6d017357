"""Measures and regimes of the catalogue, each with places and a period of its own if it needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.fields import DayField, HourField
from guidance.desk.forms.where import WhereForm
from guidance.desk.moments import end_of, moment_in
from guidance.models import MeasureKind
from guidance.rules.acts import NamedMeasure

PARTS = ("from_date", "from_time", "until_date", "until_time")


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """Hold what the page shows of one measure."""

    kind: MeasureKind
    is_chosen: bool
    tick: forms.BoundField
    places: forms.BoundField
    period: list[forms.BoundField]
    has_own: bool  # or something refused there


class MeasuresForm(WhereForm):
    """Take measures; one without places or times has those of the act."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.kinds = self.scene.measure_kinds
        inside = [
            (code, self.scene.name(code))
            for code in self.scene.tree
            if any(self.scene.tree.is_within(code, wider) for wider in self.chosen)
        ]
        for kind in self.kinds:
            self._add_fields(kind, inside)

    def _add_fields(self, kind: MeasureKind, inside: list[tuple[str, str]]) -> None:
        prefix = f"measure_{kind.code}"
        self.fields[prefix] = forms.BooleanField(label=kind.name, required=False)
        self.fields[f"{prefix}_places"] = forms.MultipleChoiceField(
            label=_("Only in these places"),
            choices=inside,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={
                "invalid_choice": _("“%(value)s” lies outside the places of this act.")
            },
        )
        self.fields[f"{prefix}_from_date"] = DayField(label=_("From, day"))
        self.fields[f"{prefix}_from_time"] = HourField(label=_("From, hour"))
        self.fields[f"{prefix}_until_date"] = DayField(label=_("Until, last day"))
        self.fields[f"{prefix}_until_time"] = HourField(label=_("Until, hour"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned["measures"] = tuple(
            self._measure(kind.code) for kind in self.kinds if cleaned.get(f"measure_{kind.code}")
        )
        return cleaned

    def _measure(self, code: str) -> NamedMeasure:
        prefix = f"measure_{code}"
        starts_at = self._moment(prefix, "from")
        ends_at = self._moment(prefix, "until")
        if starts_at is not None and ends_at is not None and ends_at <= starts_at:
            self.add_error(f"{prefix}_until_date", _("The end must lie after the start."))
        places = tuple(self.cleaned_data.get(f"{prefix}_places") or ())
        return NamedMeasure(code, places, starts_at, ends_at)

    def _moment(self, prefix: str, edge: str) -> datetime | None:
        """Read one edge of a period: a day alone is its beginning, or its end."""
        day_name, hour_name = f"{prefix}_{edge}_date", f"{prefix}_{edge}_time"
        day, hour = self.cleaned_data.get(day_name), self.cleaned_data.get(hour_name)
        if day is None:
            if hour is not None:
                self.miss(day_name, self.fields[day_name].error_messages["required"])
            return None
        if hour is not None:
            return moment_in(self.zone, day, hour)
        if edge == "until":
            return end_of(self.zone, day)
        return moment_in(self.zone, day, datetime.min.time())

    def measure_rows(self) -> Iterator[MeasureRow]:
        """Give the catalogue for the page."""
        for kind in self.kinds:
            prefix = f"measure_{kind.code}"
            period = [self[f"{prefix}_{part}"] for part in PARTS]
            places = self[f"{prefix}_places"]
            yield MeasureRow(
                kind=kind,
                is_chosen=bool(self[prefix].value()),
                tick=self[prefix],
                places=places,
                period=period,
                has_own=any(field.value() or field.errors for field in [*period, places]),
            )
