"""The rules' own judgement on a form, as soon as its facts are there."""

from typing import Any

from guidance.desk.forms.kept import KeptForm
from guidance.desk.forms.where import WhereForm
from guidance.models import LANGUAGES
from guidance.publishing.refusal_texts import refusal_text
from guidance.rules.acts import Act
from guidance.rules.errors import RuleError


def _row(name: str) -> tuple[str, ...]:
    return tuple(f"{name}_{lang}" for lang in LANGUAGES)


class TriedForm(KeptForm, WhereForm):
    """Try the act on the timeline as it is now, as soon as its facts are there."""

    # The order of the page, so that refusals are listed as they are met; the rest comes after.
    field_order = (
        *("regions", "level", "start_kind", "start_date", "start_time"),
        *("end_kind", "end_date", "end_time", *_row("end_reason")),
        *("legal_basis", "authority", "order_number", "order_date", *_row("authority_post")),
        *(*_row("reason"), "note_to_approver"),
    )

    @property
    def named(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data.get("regions") or ())

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
