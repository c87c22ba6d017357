"""The form that sets a level: declare it, or change it."""

from guidance.desk.forms.advice import LocalAdviceForm
from guidance.desk.forms.basis import GroundsForm
from guidance.desk.forms.level import LevelForm
from guidance.desk.forms.measures import MeasuresForm
from guidance.desk.forms.period import PeriodForm
from guidance.desk.forms.trial import TriedForm
from guidance.publish import Draft
from guidance.rules.acts import Act, ActKind


class DeclareForm(TriedForm, PeriodForm, LevelForm, GroundsForm, MeasuresForm, LocalAdviceForm):
    """Take everything that setting a level needs."""

    rows: tuple[str, ...] = ("reason", "end_reason")
    kind = ActKind.DECLARE

    def act(self) -> Act | None:
        facts = self.cleaned_data
        if not facts.get("regions") or "level" not in facts or "start_kind" not in facts:
            return None
        if not facts.get("end_kind") or self.has_faulty("start_", "end_", "measure_"):
            return None
        return self.scene.act(
            self.kind,
            regions=facts["regions"],
            level=facts["level"],
            starts_at=facts["starts_at"],
            ends_at=facts["ends_at"],
            measures=facts["measures"],
        )

    def draft(self) -> Draft:
        """Give the draft to save."""
        given = self.cleaned_data
        return Draft(
            act=self.kind,
            level=given["level"].name,
            regions=given["regions"],
            starts_at=given["starts_at"],
            ends_at=given["ends_at"],
            measures=given["measures"],
            local_advice=given["local_advice"],
            end_reason=self.texts_of("end_reason") if given["ends_at"] is None else {},
            **self.grounds(),
        )


class ChangeForm(DeclareForm):
    """Take everything that changing a level needs."""

    kind = ActKind.CHANGE
