"""Kinds of fields of the desk: public texts, notes, days and hours."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from guidance.desk.moments import FIRST_YEAR, LAST_YEAR
from guidance.desk.texts import NOTE, PLAIN_LINE, PUBLIC_TEXT

Check = Callable[[str], None]
DAY_FORMATS = ("%Y-%m-%d", "%d.%m.%Y")
HOUR_FORMATS = ("%H:%M", "%H.%M", "%H%M")
NEEDED = _("Fill in this field.")


class TextField(forms.CharField):
    """Take a text of limited length and pass it through checks."""

    def __init__(
        self, *, limit: int, checks: Sequence[Check], rows: int = 0, lang: str = "", **options: Any
    ) -> None:
        # No maxlength in the page: a browser would cut a pasted text without a word.
        self.limit = limit
        attrs: dict[str, Any] = {"lang": lang} if lang else {}
        widget = forms.Textarea({**attrs, "rows": rows}) if rows else forms.TextInput(attrs)
        super().__init__(
            widget=widget, validators=[self._refuse_long, *checks], **{"required": False, **options}
        )
        self.error_messages["required"] = NEEDED

    def _refuse_long(self, text: str) -> None:
        if len(text) > self.limit:
            raise ValidationError(
                _("At most %(limit)s characters; this text has %(length)s."),
                code="max_length",
                params={"limit": self.limit, "length": len(text)},
            )


def public_text(limit: int, lang: str, *, rows: int = 0, label: Any = "") -> TextField:
    """Make a field for a text that the public will read."""
    return TextField(limit=limit, checks=PUBLIC_TEXT, rows=rows, lang=lang, label=label)


def line(limit: int, **options: Any) -> TextField:
    """Make a field for one line such as an order number."""
    return TextField(limit=limit, checks=PLAIN_LINE, **options)


def note(limit: int, **options: Any) -> TextField:
    """Make a field for a note that colleagues alone will read."""
    return TextField(limit=limit, checks=NOTE, rows=3, **options)


class DayField(forms.DateField):
    """Take a day between the years that a declaration may name."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=DAY_FORMATS, **{"required": False, **options})
        self.error_messages["invalid"] = _("Write the day like 22.11.2026.")
        self.error_messages["required"] = _("Choose a day.")

    def to_python(self, value: Any) -> Any:
        day = super().to_python(value)
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError(
                _("The year must lie between %(first)s and %(last)s."),
                code="year",
                params={"first": FIRST_YEAR, "last": LAST_YEAR},
            )
        return day


class HourField(forms.TimeField):
    """Take an hour of the day, such as 14:05."""

    def __init__(self, **options: Any) -> None:
        attrs = {"size": 6, "autocomplete": "off"}
        super().__init__(
            widget=forms.TimeInput(attrs, format="%H:%M"),
            input_formats=HOUR_FORMATS,
            **{"required": False, **options},
        )
        self.error_messages["invalid"] = _("Write the hour like 14:05.")
        self.error_messages["required"] = _("Write the hour.")
