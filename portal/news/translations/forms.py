"""The forms of the translation desk."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import SuspiciousOperation, ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.news.models import Progress
from portal.news.translations.inline import is_same
from portal.news.translations.report import KINDS
from portal.news.translations.rows import Lone, Row

MOST_BYTES = 10_000_000
FORMATS = [("xliff", "XLIFF 1.2"), ("po", "gettext PO")]


class SideBySideForm(forms.Form):
    """Hold the texts of one language, each beside the source."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, rows: Sequence[Row], lone: Sequence[Lone], language: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows, self.lone = rows, lone
        for row in rows:
            field = forms.CharField(
                label=row.text.label, required=False, widget=_widget(row), initial=row.target
            )
            field.widget.attrs["lang"] = language
            if row.text.is_rich:
                # The editor of rich text is no field of the browser's: it gets its name from here.
                field.widget.options["ariaLabelledBy"] = f"id_{name_of(row.id)}-label"
            self.fields[name_of(row.id)] = field
        for block in lone:
            label = _("Leave this block out")
            self.fields[_out(block.id)] = forms.BooleanField(label=label, required=False)

    def _widget_data_value(self, widget: forms.Widget, html_name: str) -> Any:
        try:
            return super()._widget_data_value(widget, html_name)  # type: ignore[misc]
        except (ValueError, KeyError, TypeError, AttributeError) as broken:
            # The editor of rich text sends its own JSON; no page of ours sends another.
            raise SuspiciousOperation(html_name) from broken

    def pairs(self) -> Iterator[tuple[Row, Any]]:
        """Give every text of the source with the field of its translation."""
        return ((row, self[name_of(row.id)]) for row in self.rows)

    def lone_pairs(self) -> Iterator[tuple[Lone, Any]]:
        """Give every block that only the target has, with the box that leaves it out."""
        return ((block, self[_out(block.id)]) for block in self.lone)

    def see(self, revision: int | None) -> None:
        """Take it that the person has seen a revision from now on."""
        seen: Any = self.data
        self.data = seen.copy()
        seen = self.data
        seen["seen"] = str(revision or "")

    def changed(self) -> dict[str, str]:
        """Return the texts that were changed, by address."""
        typed = {row.id: _said(self.cleaned_data[name_of(row.id)]) for row in self.rows}
        return {
            row.id: typed[row.id] for row in self.rows if not is_same(typed[row.id], row.target)
        }

    def left_out(self) -> list[str]:
        """Name the blocks to leave out."""
        return [block.id for block in self.lone if self.cleaned_data[_out(block.id)]]


class ImportForm(forms.Form):
    """Take a file of a translator."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("XLIFF (.xlf, .xliff), gettext (.po), or an archive of them (.zip)."),
        widget=forms.FileInput(attrs={"accept": ".xlf,.xliff,.po,.zip"}),
    )
    is_machine = forms.BooleanField(
        label=_("A machine made this translation"),
        help_text=_("Readers are told so wherever the text is shown."),
        required=False,
    )

    def clean_file(self) -> Any:
        """Refuse what no article amounts to."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than 10 MB."))
        return file


class ExportForm(forms.Form):
    """Choose articles, languages and a format."""

    source = forms.ChoiceField(
        label=pgettext_lazy("language", "From"), choices=settings.LANGUAGES, initial="ru"
    )
    target = forms.ChoiceField(
        label=pgettext_lazy("language", "Into"), choices=settings.LANGUAGES, initial="en"
    )
    state = forms.MultipleChoiceField(
        label=_("Articles whose translation is"),
        choices=Progress,
        initial=[Progress.MISSING, Progress.PARTLY, Progress.OLDER],
        widget=forms.CheckboxSelectMultiple,
    )
    type = forms.MultipleChoiceField(
        label=_("Of these types"),
        choices=KINDS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: of every type."),
    )
    format = forms.ChoiceField(
        label=_("Format"), choices=FORMATS, initial="xliff", widget=forms.RadioSelect
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a translation into the same language."""
        cleaned = super().clean() or {}
        if cleaned.get("source") and cleaned.get("source") == cleaned.get("target"):
            self.add_error("target", _("Choose another language than the source's."))
        return cleaned


def name_of(address: str) -> str:
    """Return the name of a field: scripts of the editor can't bear every sign of an address."""
    return "t_" + re.sub(r"[^\w-]", "_", address.replace("/", "--"))


def _out(address: str) -> str:
    return f"out_{name_of(address)}"


def _said(text: str) -> str:
    """Return a text, or nothing: the editor of rich text leaves an empty paragraph."""
    return text if strip_tags(text).strip() else ""


def _widget(row: Row) -> Any:
    if row.text.is_rich:
        block = row.text.block
        return get_rich_text_editor_widget(block.editor, features=block.features)
    return AdminAutoHeightTextInput(attrs={"rows": 1})
