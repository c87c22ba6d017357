"""The forms of the desk, one file for each part."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from guidance.desk.forms.declare import ChangeForm, DeclareForm
from guidance.desk.forms.later import ExtendForm, LiftForm
from guidance.desk.forms.trial import TriedForm
from guidance.rules.acts import ActKind

FORMS: Mapping[ActKind, type[TriedForm]] = {
    ActKind.DECLARE: DeclareForm,
    ActKind.CHANGE: ChangeForm,
    ActKind.EXTEND: ExtendForm,
    ActKind.LIFT: LiftForm,
}


def form_title(kind: ActKind, *, is_new: bool) -> str:
    """Head a form."""
    if not is_new:
        return _("Edit the draft")
    return {
        ActKind.DECLARE: _("Declare level"),
        ActKind.CHANGE: _("Change level"),
        ActKind.EXTEND: _("Extend level"),
        ActKind.LIFT: _("Lift level"),
    }[kind]
