"""The form of "what did the citizen see": place, day and hour by its clocks, language."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guidance.desk.forms.base import DeskForm
from guidance.desk.forms.fields import DayField, HourField
from guidance.desk.moments import moment_in
from guidance.desk.scene import Scene
from guidance.models import LANGUAGE_NAMES

CHOOSE = gettext_lazy("Choose an entry of the list.")


class SawForm(DeskForm):
    """Take a minute of the past and a place of the person's desks."""

    place = forms.ChoiceField(
        label=gettext_lazy("Place"), error_messages={"required": CHOOSE, "invalid_choice": CHOOSE}
    )
    date = DayField(label=gettext_lazy("Day"), required=True)
    hour = HourField(label=gettext_lazy("Hour, like 14:05"), required=True)
    lang = forms.ChoiceField(
        label=gettext_lazy("Language of the page"),
        choices=list(LANGUAGE_NAMES.items()),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    def __init__(self, data: Any = None, *, scene: Scene, initial: Any = None) -> None:
        super().__init__(data, scene=scene, initial=initial)
        self.fields["place"].choices = [  # type: ignore[attr-defined]
            (code, scene.name(code)) for code in scene.tree if code in scene.readable_desks
        ]

    @property
    def at(self) -> datetime:
        """Give the instant that is asked about."""
        asked = self.cleaned_data
        return moment_in(self.scene.zone(asked["place"]), asked["date"], asked["hour"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if {"place", "date", "hour"} <= cleaned.keys() and self.at > self.scene.at:
            self.add_error("date", _("This moment is still ahead."))
        return cleaned
