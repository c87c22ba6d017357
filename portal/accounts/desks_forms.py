"""Forms of the desks' screens: names in three languages, a new desk."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.fields import NEEDED, public_text
from guidance.desk_changes import regions_without_desk
from guidance.models import LANGUAGE_NAMES, LANGUAGES

NAME_LENGTH = 160


class NamesForm(forms.Form):
    """Take the official name of a desk in three languages, no two of them equal."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for lang in LANGUAGES:
            field = public_text(
                NAME_LENGTH, lang, rows=2, label=f"{_('Name')} ({LANGUAGE_NAMES[lang]})"
            )
            field.required = True
            self.fields[f"name_{lang}"] = field

    def names(self) -> Mapping[str, str]:
        """Give the three names that were typed."""
        return {lang: self.cleaned_data[f"name_{lang}"] for lang in LANGUAGES}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        seen: dict[str, str] = {}
        for lang in LANGUAGES:
            text = cleaned.get(f"name_{lang}", "").casefold()
            other = seen.setdefault(text, lang) if text else lang
            if other != lang:
                message = _("This text is the same as the one in %(language)s.")
                params = {"language": LANGUAGE_NAMES[other]}
                self.add_error(f"name_{lang}", ValidationError(message, params=params))
        return cleaned


class _RegionField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class DeskForm(NamesForm):
    """Ask for a desk of a region that has none."""

    region = _RegionField(label=_("Region"), queryset=None, error_messages={"required": NEEDED})

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["region"].queryset = regions_without_desk()  # type: ignore[attr-defined]
