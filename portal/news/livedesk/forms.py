"""Forms of live posts: an entry, the languages that one lacks, what is known, a correction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from portal.news.choices import UpdateKind
from portal.news.fields import DecisionField
from portal.news.models import LiveEntry, LiveSummary, Update
from portal.translated import LANGUAGE_CODES, REQUIRED_LANGUAGES

NEEDED = _("This field is required.")
Cell = tuple[str, str, forms.BoundField]
CODES = LANGUAGE_CODES
HEADLINES = [f"headline_{code}" for code in CODES]
TEXTS = [f"text_{code}" for code in CODES]
MACHINES = [f"is_machine_{code}" for code in CODES]
REQUIRED = [f"{name}_{code}" for code in REQUIRED_LANGUAGES for name in ("headline", "text")]


class WordsForm(forms.ModelForm):  # type: ignore[type-arg]
    """Set each text out in three languages side by side, for the template."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in set(self.fields) & {*HEADLINES, *TEXTS}:
            lines = 4 if name.startswith("text") else 0
            attrs = {"lang": name[-2:]}
            field = self.fields[name]
            field.required = False
            # No maxlength in the page: a browser would cut a pasted text without a word.
            field.widget = forms.Textarea({**attrs, "rows": lines}) if lines else _line(attrs)

    def cells(self, name: str) -> list[Cell]:
        """List a text's fields with code and name of their language."""
        asked = ((code, language, f"{name}_{code}") for code, language in settings.LANGUAGES)
        return [(code, lang, self[field]) for code, lang, field in asked if field in self.fields]

    def headlines(self) -> list[Cell]:
        """List the headlines."""
        return self.cells("headline")

    def texts(self) -> list[Cell]:
        """List the texts."""
        return self.cells("text")

    def machines(self) -> list[Cell]:
        """List the ticks that own up to a machine's words."""
        return self.cells("is_machine")

    def need(self, names: Iterable[str]) -> None:
        """Ask for fields that are empty."""
        for name in names:
            if name not in self.errors and not self.cleaned_data.get(name):
                self.add_error(name, NEEDED)


class EntryForm(WordsForm):
    """Write an entry; only what is published must be whole."""

    declaration = DecisionField(label=_("Number of the decision"))
    key = forms.UUIDField(widget=forms.HiddenInput)

    class Meta:
        model = LiveEntry
        fields = [
            "kind", *HEADLINES, *TEXTS, *MACHINES, "source", "source_address",
            "source_language", "declaration", "at",
        ]  # fmt: skip
        widgets = {"kind": forms.RadioSelect, "at": AdminDateTimeInput}

    def __init__(self, *args: Any, now: datetime, is_publishing: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._now, self._is_publishing = now, is_publishing
        self.initial["key"] = self.instance.key

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        self.instance.key = cleaned.get("key") or self.instance.key
        if self._is_publishing:
            self.need(REQUIRED)
            self._need_english_whole(cleaned)
            if not (cleaned.get("source") or cleaned.get("declaration")):
                self.add_error("source", _("Say who says so, or name the decision."))
            if cleaned.get("at") and cleaned["at"] > self._now:
                self.add_error("at", _("This time lies ahead."))
        return cleaned

    def _need_english_whole(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get("headline_en") or cleaned.get("text_en"):
            self.need(["headline_en", "text_en"])


class LanguagesForm(WordsForm):
    """Add to a public entry a language that it lacks, or read what a machine wrote."""

    class Meta:
        model = LiveEntry
        fields = [*HEADLINES, *TEXTS, *MACHINES]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code in CODES:
            if code not in open_languages(self.instance):
                for name in ("headline", "text", "is_machine"):
                    del self.fields[f"{name}_{code}"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        self.need(name for name in self.fields if not name.startswith("is_machine"))
        return cleaned


class SummaryForm(WordsForm):
    """Say what is known, one fact a line."""

    class Meta:
        model = LiveSummary
        fields = [*TEXTS, *MACHINES]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        self.need(f"text_{code}" for code in REQUIRED_LANGUAGES)
        return cleaned


class EntryCorrectionForm(WordsForm):
    """Say what is wrong in a public entry, and what is right."""

    class Meta:
        model = Update
        fields = ["kind", *TEXTS]
        widgets = {"kind": forms.RadioSelect}

    def __init__(self, *args: Any, languages: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, initial={"kind": UpdateKind.CORRECTION}, **kwargs)
        kinds: Any = self.fields["kind"]
        kinds.choices = UpdateKind.choices
        self._languages = list(languages)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        self.need(f"text_{code}" for code in self._languages)
        return cleaned


def open_languages(entry: LiveEntry) -> list[str]:
    """List the languages of a public entry for which no person stands yet."""
    return [
        code
        for code in CODES
        if not getattr(entry, f"headline_{code}") or getattr(entry, f"is_machine_{code}")
    ]


def _line(attrs: dict[str, str]) -> forms.TextInput:
    return forms.TextInput(attrs)
