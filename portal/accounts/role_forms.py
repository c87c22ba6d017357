"""Forms that ask for a role: of a known person at some desk, of somebody at a known desk."""

from datetime import datetime
from typing import Any, TypedDict, Unpack

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.fields import NEEDED, DayField
from guidance.desk.moments import end_of
from guidance.models import Address, Desk, RoleCode, RoleRequest
from guidance.publishing.refusals import StepRefused
from guidance.roles import TermIsOver, request_role
from portal.accounts.models import User
from portal.accounts.refusals import told


class Deed(TypedDict):
    """Name who asks, when, and from where."""

    by: Any
    at: datetime
    address: Address


class _DeskField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class _PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.full_name} ({obj.username})"


class _AskingForm(forms.Form):
    role = forms.ChoiceField(
        label=_("Role"), choices=RoleCode.choices, error_messages={"required": NEEDED}
    )
    last_day = DayField(
        label=_("Last day of the role"),
        help_text=_("Empty: until the role is taken away. After this day it gives no right."),
    )

    def refuse(self, refusal: StepRefused) -> None:
        """Put a refusal at the field that it concerns."""
        self.add_error("last_day" if isinstance(refusal, TermIsOver) else None, told(refusal))

    def _ask(self, user: User, desk: Desk, **deed: Unpack[Deed]) -> RoleRequest:
        last = self.cleaned_data["last_day"]
        return request_role(
            user,
            desk=desk,
            role=RoleCode(self.cleaned_data["role"]),
            ends_at=end_of(desk.region.time_zone, last) if last else None,
            **deed,
        )


class RoleForm(_AskingForm):
    """Ask for a role of a known person."""

    desk = _DeskField(
        label=_("Desk"),
        queryset=Desk.objects.select_related("region").order_by("region__code"),
        error_messages={"required": NEEDED},
    )
    field_order = ("desk", "role", "last_day")

    def ask(self, user: User, **deed: Unpack[Deed]) -> RoleRequest:
        """Ask for what was chosen; another administrator confirms it."""
        return self._ask(user, self.cleaned_data["desk"], **deed)


class MemberForm(_AskingForm):
    """Ask for a role at a known desk."""

    person = _PersonField(
        label=_("Person"),
        queryset=User.objects.active().filter(is_service=False).order_by("last_name", "username"),
        error_messages={"required": NEEDED},
    )
    field_order = ("person", "role", "last_day")

    def ask(self, desk: Desk, **deed: Unpack[Deed]) -> RoleRequest:
        """Ask for what was chosen; another administrator confirms it."""
        return self._ask(self.cleaned_data["person"], desk, **deed)
