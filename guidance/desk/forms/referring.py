"""The forms of the acts that speak of a declaration: correct its words, withdraw it as an error."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.advice import LocalAdviceForm
from guidance.desk.forms.basis import GroundsForm, OrderForm, ReasonForm
from guidance.desk.forms.kept import KeptForm
from guidance.desk.ready import READY
from guidance.models import LANGUAGES, Declaration
from guidance.publish import Draft
from guidance.publishing.asking import ask
from guidance.publishing.facts import texts
from guidance.publishing.people import concerned
from guidance.publishing.refusal_texts import refusal_text
from guidance.rules.acts import Act, ActKind
from guidance.rules.errors import LaterActsDependOnIt, RuleError
from guidance.stored.corrected import Words, words_now

LOCKED = ("level", "regions", "start_", "end_", "measure_", "authority", "legal_basis")


class ReferringForm(KeptForm):
    """Know the declaration that the act speaks of, and try the act at once."""

    target: Declaration

    is_complete_unasked = True

    def __init__(self, data: Any = None, *, target: Declaration, **options: Any) -> None:
        self.target = target
        super().__init__(data, **options)
        self.refusal: RuleError | None = None
        try:
            act = self.act()
            exercise = self.scene.exercise
            self.applied = ask(self.scene.atlas, act, exercise=exercise, target=target).applied
        except RuleError as refusal:
            self.refusal = refusal

    @property
    def named(self) -> tuple[str, ...]:
        return concerned(self.target)

    def act(self) -> Act:
        return self.scene.act(self.kind, refers_to=self.target.sequence)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.refusal is not None:
            name = "refers_to" if "refers_to" in self.fields else None
            self.add_error(name, self.refusal_text)
        return cleaned

    @property
    def refusal_text(self) -> str:
        """Say why the rules refuse the act."""
        return refusal_text(self.refusal, self.scene.names) if self.refusal else ""

    @property
    def first_to_withdraw(self) -> list[str]:
        """Give the numbers of the later declarations that stand in the way."""
        if not isinstance(self.refusal, LaterActsDependOnIt):
            return []
        return [self.scene.number(sequence) for sequence in self.refusal.dependents]


class WithdrawForm(ReferringForm, GroundsForm):
    """Take that a declaration was issued in error: it is chosen once more, and why."""

    rows: tuple[str, ...] = ("reason",)
    kind = ActKind.WITHDRAW
    field_order = ("refers_to",)
    refers_to = forms.CharField(
        label=_("Choose the declaration again"),
        widget=forms.HiddenInput,
        max_length=40,
        error_messages={"required": _("Choose the declaration.")},
    )

    def clean_refers_to(self) -> str:
        chosen = str(self.cleaned_data["refers_to"])
        if chosen != self.target.number:
            raise forms.ValidationError(
                _("This is not the declaration that you opened, No. %(number)s. Read it again."),
                code="another",
                params={"number": self.target.number},
            )
        return chosen

    def draft(self) -> Draft:
        """Give the draft to save."""
        return Draft(act=self.kind, refers_to=self.target.number or "", **self.grounds())


class CorrectForm(ReferringForm, ReasonForm, LocalAdviceForm, OrderForm):
    """Take new words for a declaration, and what was wrong with the old ones."""

    rows: tuple[str, ...] = ("reason",)
    kind = ActKind.CORRECT
    field_order = ("reason_kk", "reason_ru", "reason_en")

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["note_to_approver"].label = _("What was wrong")
        self.fields["note_to_approver"].required = True

    @cached_property
    def words_before(self) -> Words:
        """Give the words as they read now."""
        return words_now(self.target)

    @property
    def words_after(self) -> Words | None:
        """Give the words as they will read, once all of them are there."""
        if not self.is_bound or "local_advice" not in self.cleaned_data:
            return None
        return Words(
            self.texts_of("reason"),
            self.cleaned_data["local_advice"],
            self.cleaned_data.get("order_number", ""),
            self.cleaned_data.get("order_date"),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in self._locked_but_posted():
            self.add_error(
                None,
                forms.ValidationError(
                    _(
                        "A correction changes words only, not “%(name)s”: use Change, Extend, Lift"
                        " or Withdraw."
                    ),
                    code="locked",
                    params={"name": name[:40]},
                ),
            )
        self._check_order(cleaned)
        if not self.errors and self.words_after == self.words_before:
            self.add_error("reason_kk", _("Nothing differs from the present words."))
        return cleaned

    def _locked_but_posted(self) -> Iterable[str]:
        return [name for name in self.data if name.startswith(LOCKED) and self.data[name]]

    def _check_order(self, cleaned: Mapping[str, Any]) -> None:
        if "order_number" in self.errors or cleaned.get("order_number"):
            return
        if self.words_before.order_number:
            self.miss("order_number", _("An order number can be corrected, not taken away."))
        elif cleaned.get("order_date"):
            self.miss("order_number", _("An order date needs an order number."))

    def draft(self) -> Draft:
        """Give the draft to save; who decided, and on what ground, stays as it was."""
        given, target = self.cleaned_data, self.target
        return Draft(
            act=self.kind,
            refers_to=target.number or "",
            authority=target.authority.code if target.authority else "",
            authority_post=texts(target, "authority_post"),
            legal_basis=target.legal_basis.code if target.legal_basis else "",
            order_number=given["order_number"],
            order_date=given["order_date"],
            reason=self.texts_of("reason"),
            local_advice=given["local_advice"],
            note_to_approver=given["note_to_approver"],
        )


def first_words(form: type[ReferringForm], target: Declaration) -> dict[str, Any]:
    """Give what the form begins with: the words to mend, or the ready reason of a withdrawal."""
    if not issubclass(form, CorrectForm):
        ready = READY["ISSUED_IN_ERROR"].texts.as_dict()
        return {f"reason_{lang}": text for lang, text in ready.items()}
    words = words_now(target)
    rows = {"reason": words.reason}
    rows |= {f"advice_{number}": line for number, line in enumerate(words.local_advice)}
    found = {
        f"{name}_{lang}": row.get(lang, "") for name, row in rows.items() for lang in LANGUAGES
    }
    return {**found, "order_number": words.order_number, "order_date": words.order_date}
