"""The forms of the steps: submit, approve, return, reject."""

from collections.abc import Iterable
from typing import Any
from zlib import crc32

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.base import DeskForm
from guidance.desk.forms.fields import DayField, HourField, note
from guidance.desk.moments import moment_in
from guidance.desk.warnings import Warned
from guidance.rules.levels import Level

SOON, BY_TIME = "soon", "time"
REASON_LENGTH = 1000
AGREE_FIRST = _("Tick this first.")


class SubmitForm(DeskForm):
    """Take that every warning was seen, and by when the approver should act."""

    deadline_kind = forms.ChoiceField(
        label=_("Needed by"),
        choices=[(SOON, _("As soon as possible")), (BY_TIME, _("By day and hour"))],
        widget=forms.RadioSelect,
        initial=SOON,
        error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one.")},
    )
    deadline_date = DayField(label=_("Day"))
    deadline_time = HourField(label=_("Hour, like 14:05"))

    def __init__(self, data: Any = None, *, warned: Iterable[Warned], **options: Any) -> None:
        super().__init__(data, **options)
        # Named by their words: a tick must not count for a warning that came up since.
        self.warned = {f"seen_{crc32(each.text.encode()):08x}": each for each in warned}
        for name, warning in self.warned.items():
            self.fields[name] = forms.BooleanField(
                label=warning.text, error_messages={"required": AGREE_FIRST}
            )

    def ticks(self) -> list[forms.BoundField]:
        """Give the warnings for the page, each with its box."""
        return [self[name] for name in self.warned]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned["deadline_at"] = None
        if cleaned.get("deadline_kind") == BY_TIME:
            day, hour = cleaned.get("deadline_date"), cleaned.get("deadline_time")
            for name, value in (("deadline_date", day), ("deadline_time", hour)):
                if value is None:
                    self.miss(name, self.fields[name].error_messages["required"])
            if day is not None and hour is not None:
                cleaned["deadline_at"] = moment_in(self.scene.zone(self.scene.home), day, hour)
        return cleaned


class ReasonedForm(DeskForm):
    """Take why something is returned or rejected."""

    reason = note(REASON_LENGTH, label=_("Reason"), required=True)


class ApprovalForm(DeskForm):
    """Take level and places once more, that all languages were read, and a fresh second factor."""

    seen_hash = forms.CharField(widget=forms.HiddenInput, max_length=20_000, required=False)
    level = forms.ChoiceField(
        label=_("Choose the level again"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a level."),
            "invalid_choice": _("There is no such level."),
        },
    )
    regions = forms.MultipleChoiceField(
        label=_("Choose the places again"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one place."),
            "invalid_choice": _("“%(value)s” is not a place of your desk."),
        },
    )
    refers_to = forms.CharField(
        label=_("Choose the declaration again"),
        widget=forms.HiddenInput,
        max_length=40,
        error_messages={"required": _("Choose the declaration.")},
    )
    has_read = forms.BooleanField(
        label=_("I have read all three languages"), error_messages={"required": AGREE_FIRST}
    )
    code = forms.CharField(
        label=_("Code of the second factor"),
        max_length=40,
        strip=True,
        widget=forms.TextInput(
            {"autocomplete": "one-time-code", "inputmode": "numeric", "size": 10}
        ),
        help_text=_("Your last second factor is older than 5 minutes."),
        error_messages={"required": _("Enter the code that your device shows now.")},
    )

    def __init__(
        self,
        data: Any = None,
        *,
        level: Level | None,
        regions: Iterable[str],
        refers_to: str,
        needs_code: bool,
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.true_level = level
        self.true_regions = frozenset(regions)
        self.fields["regions"].choices = [  # type: ignore[attr-defined]
            (code, self.scene.name(code)) for code in self.scene.approvable
        ]
        self.fields["level"].choices = [  # type: ignore[attr-defined]
            (each.name, self.scene.level_label(each)) for each in Level
        ]
        self.true_number = refers_to
        if level is None:
            del self.fields["level"]
        # Of an act that names no places, the declaration that it speaks of is chosen again.
        for name in ("regions",) if refers_to else ("refers_to",):
            del self.fields[name]
        if not needs_code:
            del self.fields["code"]

    def levels(self) -> list[tuple[Any, Level]]:
        """Give the radios of the level, each with its level."""
        return list(zip(self["level"], Level, strict=True))

    def clean_level(self) -> str:
        chosen = str(self.cleaned_data["level"])
        if self.true_level is not None and chosen != self.true_level.name:
            raise forms.ValidationError(_("This is not the level of this act. Read it again."))
        return chosen

    def clean_refers_to(self) -> str:
        chosen = str(self.cleaned_data["refers_to"])
        if chosen != self.true_number:
            raise forms.ValidationError(
                _("This is not the declaration that this act speaks of. Read it again.")
            )
        return chosen

    def clean_regions(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["regions"]
        if frozenset(chosen) != self.true_regions:
            raise forms.ValidationError(_("These are not the places of this act. Read it again."))
        return chosen
