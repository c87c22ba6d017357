"""Who decided, on what ground, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.base import Cells, DeskForm
from guidance.desk.forms.fields import NEEDED, DayField, line, note, public_text
from guidance.desk.ready import choices_for
from guidance.models import Authority, LegalBasis
from guidance.models.declarations import REASON_LENGTH

POST_LENGTH = 200
NOTE_LENGTH = 1000


class CatalogueField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Take one entry of a catalogue by its code."""

    def __init__(self, model: Any, *, label: Any) -> None:
        super().__init__(
            queryset=model._default_manager.order_by("position", "pk"),
            to_field_name="code",
            label=label,
            empty_label=_("Choose"),
            error_messages={
                "required": NEEDED,
                "invalid_choice": _("Choose an entry of the list."),
            },
        )

    def label_from_instance(self, entry: Any) -> str:
        return str(entry.name)


class OrderForm(DeskForm):
    """Take the number and the day of the order that the act carries out."""

    order_number = line(80, label=_("Order number"))
    order_date = DayField(label=_("Order date"))


class BasisForm(OrderForm):
    """Take the legal basis, the authority, the officer's post and the order."""

    legal_basis = CatalogueField(LegalBasis, label=_("Legal basis"))
    authority = CatalogueField(Authority, label=_("Authority"))
    authority_post_kk = public_text(POST_LENGTH, "kk", label=_("Post of the officer"))
    authority_post_ru = public_text(POST_LENGTH, "ru", label=_("Post of the officer"))
    authority_post_en = public_text(POST_LENGTH, "en", label=_("Post of the officer"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self.require_row("authority_post", needed=False)
        return cleaned

    @property
    def post_cells(self) -> Cells:
        return self.cells("authority_post")

    @property
    def has_post(self) -> bool:
        """Tell whether a post was typed or refused."""
        return any(field.value() or field.errors for _lang, _name, field in self.post_cells)


class ReasonForm(DeskForm):
    """Take the public reason in three languages, and a note for the approver alone."""

    rows: tuple[str, ...] = ("reason",)
    ready_reason = forms.ChoiceField(
        label=_("Ready sentence"), choices=choices_for("reason"), required=False
    )
    reason_kk = public_text(REASON_LENGTH, "kk", rows=5, label=_("Public reason"))
    reason_ru = public_text(REASON_LENGTH, "ru", rows=5, label=_("Public reason"))
    reason_en = public_text(REASON_LENGTH, "en", rows=5, label=_("Public reason"))
    note_to_approver = note(NOTE_LENGTH, label=_("Note to the approver"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self.require_row("reason", needed=True)
        return cleaned

    @property
    def reason_cells(self) -> Cells:
        return self.cells("reason")


class GroundsForm(BasisForm, ReasonForm):
    """Take what every act rests on."""

    rows: tuple[str, ...] = ("reason",)

    def grounds(self) -> dict[str, Any]:
        """Give it as a draft takes it."""
        given = self.cleaned_data
        return {
            "legal_basis": given["legal_basis"].code,
            "authority": given["authority"].code,
            "authority_post": self.texts_of("authority_post"),
            "order_number": given["order_number"],
            "order_date": given["order_date"],
            "reason": self.texts_of("reason"),
            "note_to_approver": given["note_to_approver"],
        }
