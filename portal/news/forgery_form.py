"""The form of a forged notice: the number of the true decision must be one."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from guidance.models import Declaration
from guidance.rules.codes_in_text import Code, codes_in


class ForgeryForm(WagtailAdminModelForm):
    """Read a number as loosely as readers type it, and look it up."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            now = timezone.localtime()
            self.initial.setdefault("seen_date", now.date())
            self.initial.setdefault("shown_from", now.replace(second=0, microsecond=0))

    def clean_true_number(self) -> str:
        typed = str(self.cleaned_data["true_number"]).strip()
        if not typed:
            return ""
        found = codes_in(typed).codes
        if len(found) != 1 or not _is_published(found[0]):
            self.add_error("true_number", _("The portal has published no decision of this number."))
            return typed
        return found[0].number


def _is_published(code: Code) -> bool:
    ledger = Declaration.objects.published().of_ledger(exercise=code.is_exercise)
    return bool(ledger.filter(number=code.number).exists())
