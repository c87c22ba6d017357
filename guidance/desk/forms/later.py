"""The forms of the later acts: extend and lift, each with its own facts only."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from guidance.desk.forms.advice import LocalAdviceForm
from guidance.desk.forms.basis import GroundsForm
from guidance.desk.forms.measures import MeasuresForm
from guidance.desk.forms.period import DAY, MOMENT, PeriodForm, StartForm
from guidance.desk.forms.trial import TriedForm
from guidance.desk.moments import QUICK_DAYS, end_after
from guidance.publish import Draft
from guidance.rules.acts import Act, ActKind


class ExtendForm(TriedForm, PeriodForm, GroundsForm, MeasuresForm):
    """Take a new end for the level in force on the chosen places."""

    rows: tuple[str, ...] = ("reason",)
    kind = ActKind.EXTEND

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        # An extension begins where the period ends and always has an end of its own.
        for name in [name for name in self.fields if name.startswith(("start_", "end_reason"))]:
            del self.fields[name]
        del self.fields["ready_end_reason"]

    def end_choices(self) -> list[tuple[str, Any]]:
        quick = [
            (str(days), ngettext("%(days)s more day", "%(days)s more days", days) % {"days": days})
            for days in QUICK_DAYS
        ]
        return [*quick, (DAY, _("To the end of a day")), (MOMENT, _("Day and hour"))]

    def _ends_at(self, kind: str) -> datetime | None:
        if kind.isdigit():
            present = self._end_to_extend(self.cleaned_data.get("regions") or ())
            return end_after(self.zone, present or self.scene.at, int(kind))
        return super()._ends_at(kind)

    def _end_to_extend(self, regions: Iterable[str]) -> datetime | None:
        """Give the earliest end now in force on the places."""
        ends = [self.scene.place(code).until for code in regions]
        return min((end for end in ends if end is not None), default=None)

    def act(self) -> Act | None:
        facts = self.cleaned_data
        if not facts.get("regions") or facts.get("ends_at") is None or self.has_faulty("measure_"):
            return None
        return self.scene.act(
            self.kind,
            regions=facts["regions"],
            ends_at=facts["ends_at"],
            measures=facts["measures"],
        )

    def draft(self) -> Draft:
        """Give the draft to save."""
        given = self.cleaned_data
        return Draft(
            act=self.kind,
            regions=given["regions"],
            ends_at=given["ends_at"],
            measures=given["measures"],
            **self.grounds(),
        )


class LiftForm(TriedForm, StartForm, GroundsForm, MeasuresForm, LocalAdviceForm):
    """Take the moment at which the level ends, and the measures that go on by themselves."""

    rows: tuple[str, ...] = ("reason",)
    kind = ActKind.LIFT

    def act(self) -> Act | None:
        facts = self.cleaned_data
        if not facts.get("regions") or "start_kind" not in facts:
            return None
        if self.has_faulty("start_", "measure_"):
            return None
        return self.scene.act(
            self.kind,
            regions=facts["regions"],
            starts_at=facts["starts_at"],
            measures=facts["measures"],
        )

    def draft(self) -> Draft:
        """Give the draft to save."""
        given = self.cleaned_data
        return Draft(
            act=self.kind,
            regions=given["regions"],
            starts_at=given["starts_at"],
            measures=given["measures"],
            local_advice=given["local_advice"],
            **self.grounds(),
        )
