"""The rules' own judgement on a form, and the measures and advice that go with it."""

from typing import Any

from django import forms

from guidance.desk.forms.where import WhereForm
from guidance.models import LANGUAGES
from guidance.publish import Draft
from guidance.publishing.refusal_texts import refusal_text
from guidance.rules.acts import Act, ActKind
from guidance.rules.errors import RuleError
from guidance.rules.timeline import Applied


def _row(name: str) -> tuple[str, ...]:
    return tuple(f"{name}_{lang}" for lang in LANGUAGES)


class TriedForm(WhereForm):
    """Try the act on the timeline as it is now, as soon as its facts are there."""

    # The order of the page, so that refusals are listed as they are met; the rest comes after.
    field_order = (
        *("regions", "level", "start_kind", "start_date", "start_time"),
        *("end_kind", "end_date", "end_time", *_row("end_reason")),
        *("legal_basis", "authority", "order_number", "order_date", *_row("authority_post")),
        *(*_row("reason"), "note_to_approver"),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1)
    idempotency_key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    kind: ActKind
    applied: Applied | None = None

    def act(self) -> Act | None:
        """Give the act that the form describes, when enough of it is there."""
        raise NotImplementedError

    def draft(self) -> Draft:
        """Give the draft to save; the form is valid."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        act = self.act()
        if act is not None:
            self._try(act)
        return cleaned

    def _try(self, act: Act) -> None:
        try:
            self.applied = self.scene.trial(act)
        except RuleError as error:
            self.add_error(self._field_of(error), refusal_text(error, self.scene.names))

    def _field_of(self, error: RuleError) -> str:
        if error.field == "measures":
            return f"measure_{error.measure}"  # type: ignore[attr-defined]
        named = {"starts_at": "start_date", "ends_at": getattr(self, "end_field", "regions")}
        wanted = named.get(error.field, error.field)
        return wanted if wanted in self.fields else "regions"
