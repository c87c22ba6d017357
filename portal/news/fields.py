"""Form fields of the newsroom: a decision by its number."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.models import Declaration
from guidance.models.choices import Status


class DecisionField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Take a published decision by the number that it bears."""

    widget = forms.TextInput
    default_error_messages = {"invalid_choice": _("There is no published decision %(value)s.")}

    def __init__(self, **kwargs: Any) -> None:
        published = Declaration.objects.filter(status=Status.PUBLISHED, exercise=False)
        super().__init__(
            published,
            to_field_name="number",
            required=False,
            help_text=_("For instance 2016-0004."),
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        """Show the number of a stored decision, and what was typed as it was typed."""
        if isinstance(value, int):
            return Declaration.objects.filter(pk=value).values_list("number", flat=True).first()
        return super().prepare_value(value)

    def to_python(self, value: Any) -> Any:
        """Find the decision, however it was typed."""
        typed = value.strip().removeprefix("№").strip() if isinstance(value, str) else value
        return super().to_python(typed)
