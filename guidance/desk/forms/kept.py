"""What every form that writes a draft has: its act, its version, its key."""

from django import forms

from guidance.desk.forms.base import DeskForm
from guidance.models import Declaration
from guidance.publish import Draft
from guidance.rules.acts import Act, ActKind
from guidance.rules.timeline import Applied


class KeptForm(DeskForm):
    """Become a draft."""

    version = forms.IntegerField(
        required=False, widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1
    )
    idempotency_key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    kind: ActKind
    target: Declaration | None = None  # the declaration that a correction or withdrawal speaks of
    applied: Applied | None = None
    is_complete_unasked = False  # what it does is known before anything is typed

    @property
    def named(self) -> tuple[str, ...]:
        """Give the places that the act is about."""
        raise NotImplementedError

    def act(self) -> Act | None:
        """Give the act that the form describes, when enough of it is there."""
        raise NotImplementedError

    def draft(self) -> Draft:
        """Give the draft to save; the form is valid."""
        raise NotImplementedError

    def given(self, name: str) -> str:
        """Give what stands in a field now: what was taken from the page, or what it began with."""
        found = self.cleaned_data.get(name) if self.is_bound else self.initial.get(name)
        return str(found or "")
