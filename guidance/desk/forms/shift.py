"""The form of a shift: from when until when, who drafts, who approves, where to call."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.base import DeskForm
from guidance.desk.forms.fields import NEEDED, DayField, HourField, line
from guidance.desk.moments import moment_in
from guidance.desk.scene import Scene
from guidance.models import Desk, Membership, RoleCode
from guidance.models.duty import PHONE_LENGTH
from guidance.roster import Plan

_PHONE = re.compile(r"\+?[\d\s()\-]+")
_DIGITS = range(5, 16)
NOBODY = ("", "–")


def _refuse_other_than_a_phone(text: str) -> None:
    if not (_PHONE.fullmatch(text) and sum(c.isdigit() for c in text) in _DIGITS):
        raise ValidationError(_("Write the number like +7 701 123 45 67."), code="phone")


def _person(label: Any, *, required: bool = True) -> forms.ChoiceField:
    messages = {"required": NEEDED, "invalid_choice": _("This person is not a member of the desk.")}
    return forms.ChoiceField(label=label, required=required, error_messages=messages)


class ShiftForm(DeskForm):
    """Take a shift of one desk, in the clocks of its region."""

    starts_date = DayField(label=_("From: day"), required=True)
    starts_time = HourField(label=_("From: hour, like 14:05"), required=True)
    ends_date = DayField(label=_("Until: day"), required=True)
    ends_time = HourField(label=_("Until: hour, like 14:05"), required=True)
    drafter = _person(_("Drafts"))
    approver = _person(_("Approves"))
    reserve = _person(_("In reserve"), required=False)
    phone = line(
        PHONE_LENGTH,
        label=_("Phone for urgent approval"),
        required=True,
        help_text=_("Colleagues of the desk see it, nobody else."),
    )

    def __init__(
        self, data: Any = None, *, scene: Scene, desk: Desk, members: Iterable[Membership],
        initial: Any = None,
    ) -> None:  # fmt: skip
        super().__init__(data, scene=scene, initial=initial)
        self.desk = desk
        rows = [row for row in members if row.desk_id == desk.pk]
        self.people = {str(row.user_id): row.user for row in rows}
        self._offer("drafter", rows, RoleCode.DRAFTER)
        self._offer("approver", rows, RoleCode.APPROVER)
        self._offer("reserve", rows, RoleCode.DRAFTER, RoleCode.APPROVER)
        self.fields["phone"].validators.append(_refuse_other_than_a_phone)
        self.fields["phone"].widget.attrs.update(
            {"inputmode": "tel", "autocomplete": "off", "size": 20}
        )

    def _offer(self, name: str, rows: Iterable[Membership], *roles: RoleCode) -> None:
        found = {str(row.user_id): self.scene.person(row.user) for row in rows if row.role in roles}
        choices = [NOBODY, *sorted(found.items(), key=lambda pair: (pair[1], pair[0]))]
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def plan(self) -> Plan:
        """Give the shift that was typed; the form is valid."""
        typed = self.cleaned_data
        return Plan(
            starts_at=self._moment("starts"),
            ends_at=self._moment("ends"),
            drafter=self.people[typed["drafter"]],
            approver=self.people[typed["approver"]],
            reserve=self.people.get(typed["reserve"]),
            phone=typed["phone"],
        )

    def _moment(self, name: str) -> datetime:
        zone = self.scene.zone(self.desk.region.code)
        return moment_in(zone, self.cleaned_data[f"{name}_date"], self.cleaned_data[f"{name}_time"])
