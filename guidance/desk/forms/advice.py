"""Local advice: up to five short lines, each in all three languages."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.base import Cells, DeskForm
from guidance.desk.forms.fields import public_text
from guidance.models import LANGUAGES
from guidance.models.declarations import LOCAL_ADVICE_LENGTH, LOCAL_ADVICE_LINES


class LocalAdviceForm(DeskForm):
    """Take the lines of advice that hold for the named places only."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for number in range(LOCAL_ADVICE_LINES):
            for lang in LANGUAGES:
                self.fields[f"advice_{number}_{lang}"] = public_text(
                    LOCAL_ADVICE_LENGTH,
                    lang,
                    rows=2,
                    label=_("Local advice, line %(number)s") % {"number": number + 1},
                )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for number in range(LOCAL_ADVICE_LINES):
            self.require_row(f"advice_{number}", needed=False)
        rows = (self.texts_of(f"advice_{number}") for number in range(LOCAL_ADVICE_LINES))
        cleaned["local_advice"] = tuple(row for row in rows if all(row.values()))
        return cleaned

    def advice_rows(self) -> list[tuple[int, Cells]]:
        """Give the rows for the page, numbered from one."""
        return [
            (number + 1, self.cells(f"advice_{number}")) for number in range(LOCAL_ADVICE_LINES)
        ]

    @property
    def has_local_advice(self) -> bool:
        """Tell whether a line was typed."""
        return any(field.value() for _n, row in self.advice_rows() for _l, _name, field in row)
