"""The forms of the desk, one file for each part."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from guidance.desk.forms.declare import ChangeForm, DeclareForm
from guidance.desk.forms.kept import KeptForm
from guidance.desk.forms.later import ExtendForm, LiftForm
from guidance.desk.forms.referring import CorrectForm, ReferringForm, WithdrawForm
from guidance.desk.forms.trial import TriedForm
from guidance.rules.acts import ActKind

FORMS: Mapping[ActKind, type[TriedForm]] = {
    ActKind.DECLARE: DeclareForm,
    ActKind.CHANGE: ChangeForm,
    ActKind.EXTEND: ExtendForm,
    ActKind.LIFT: LiftForm,
}


ABOUT_A_DECLARATION: Mapping[ActKind, type[ReferringForm]] = {
    ActKind.CORRECT: CorrectForm,
    ActKind.WITHDRAW: WithdrawForm,
}

__all__ = ["ABOUT_A_DECLARATION", "FORMS", "KeptForm", "act_name", "form_title"]


def form_title(kind: ActKind, *, is_new: bool) -> str:
    """Head a form."""
    return act_name(kind) if is_new else _("Edit the draft")


def act_name(kind: ActKind) -> str:
    """Name an act that is still to be done."""
    return {
        ActKind.DECLARE: _("Declare level"),
        ActKind.CHANGE: _("Change level"),
        ActKind.EXTEND: _("Extend level"),
        ActKind.LIFT: _("Lift level"),
        ActKind.CORRECT: _("Correct"),
        ActKind.WITHDRAW: _("Withdraw as error"),
    }[kind]
