"""From when and until when."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from guidance.desk.forms.base import Cells
from guidance.desk.forms.fields import DayField, HourField, public_text
from guidance.desk.forms.where import WhereForm
from guidance.desk.moments import QUICK_DAYS, end_after, end_of, moment_in
from guidance.desk.ready import choices_for
from guidance.models.declarations import REASON_LENGTH

ON_APPROVAL, MOMENT, DAY, OPEN = "approval", "moment", "day", "open"
OLDEST_START = timedelta(hours=24)


class StartForm(WhereForm):
    """Take the start: on approval, or a day and an hour."""

    start_kind = forms.ChoiceField(
        label=_("From"),
        choices=[(ON_APPROVAL, _("On approval")), (MOMENT, _("Day and hour"))],
        widget=forms.RadioSelect,
        initial=ON_APPROVAL,
        error_messages={"required": _("Choose a start."), "invalid_choice": _("Choose a start.")},
    )
    start_date = DayField(label=_("First day"))
    start_time = HourField(label=_("Hour, like 14:05"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned["starts_at"] = None
        if cleaned.get("start_kind") == MOMENT:
            cleaned["starts_at"] = self.typed_moment("start_date", "start_time")
        starts_at = cleaned["starts_at"]
        if starts_at is not None and starts_at < self.scene.at - OLDEST_START:
            self.add_error("start_date", _("The start may lie at most 24 hours in the past."))
        return cleaned

    def typed_moment(self, day_name: str, hour_name: str) -> datetime | None:
        """Put a typed day and hour together in the zone of the form; name what is missing."""
        day, hour = self.cleaned_data.get(day_name), self.cleaned_data.get(hour_name)
        for name, value in ((day_name, day), (hour_name, hour)):
            if value is None:
                self.miss(name, self.fields[name].error_messages["required"])
        return moment_in(self.zone, day, hour) if day is not None and hour is not None else None


class PeriodForm(StartForm):
    """Take the start, and an end: so many days, a last day, a moment, or no end with a reason."""

    rows: tuple[str, ...] = ("end_reason",)
    end_kind = forms.ChoiceField(
        label=_("Until"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an end."), "invalid_choice": _("Choose an end.")},
    )
    end_date = DayField(label=_("Last day"))
    end_time = HourField(label=_("Hour, like 14:05"))
    ready_end_reason = forms.ChoiceField(
        label=_("Ready sentence"), choices=choices_for("end_reason"), required=False
    )
    end_reason_kk = public_text(REASON_LENGTH, "kk", rows=3, label=_("Why there is no end yet"))
    end_reason_ru = public_text(REASON_LENGTH, "ru", rows=3, label=_("Why there is no end yet"))
    end_reason_en = public_text(REASON_LENGTH, "en", rows=3, label=_("Why there is no end yet"))

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["end_kind"].choices = self.end_choices()  # type: ignore[attr-defined]

    def end_choices(self) -> list[tuple[str, Any]]:
        """List the quick terms and the ways to give an end."""
        quick = [
            (str(days), ngettext("%(days)s day", "%(days)s days", days) % {"days": days})
            for days in QUICK_DAYS
        ]
        return [
            *quick,
            (DAY, _("To the end of a day")),
            (MOMENT, _("Day and hour")),
            (OPEN, _("Until further notice")),
        ]

    @property
    def is_open_ended(self) -> bool:
        """Tell whether the form asks why there is no end."""
        return bool(self["end_kind"].value() == OPEN)

    @property
    def end_field(self) -> str:
        """Name the field at which a refusal of the end stands."""
        return "end_date" if self["end_kind"].value() in (DAY, MOMENT) else "end_kind"

    @property
    def end_reason_cells(self) -> Cells:
        return self.cells("end_reason")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        kind = cleaned.get("end_kind", "")
        cleaned["ends_at"] = self._ends_at(kind)
        self._check_order()
        if kind == OPEN:
            self.require_row("end_reason", needed=True)
        return cleaned

    def _ends_at(self, kind: str) -> datetime | None:
        if kind.isdigit():
            return end_after(self.zone, self.cleaned_data["starts_at"] or self.scene.at, int(kind))
        if kind == MOMENT:
            return self.typed_moment("end_date", "end_time")
        if kind != DAY:
            return None
        last_day = self.cleaned_data.get("end_date")
        if last_day is None:
            self.miss("end_date", self.fields["end_date"].error_messages["required"])
        return end_of(self.zone, last_day) if last_day is not None else None

    def _check_order(self) -> None:
        ends_at = self.cleaned_data["ends_at"]
        if ends_at is None or ends_at > (self.cleaned_data["starts_at"] or self.scene.at):
            return
        self.add_error(self.end_field, _("The end must lie after the start."))
