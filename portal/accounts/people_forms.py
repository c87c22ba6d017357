"""Forms of the people's screens: invite somebody, ask for a role."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from guidance.models import Desk, RoleCode
from portal.accounts.groups import OFFERED
from portal.accounts.models import Invitation


class _GroupsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return str(OFFERED[obj.name])


class InvitationForm(forms.ModelForm):  # type: ignore[type-arg]
    """Ask who comes and what for."""

    groups = _GroupsField(
        label=_("Groups"),
        queryset=Group.objects.filter(name__in=OFFERED).order_by("name"),
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Invitation
        fields = ("username", "first_name", "last_name", "email")


class _DeskField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class RoleForm(forms.Form):
    """Ask for a role at a desk."""

    desk = _DeskField(label=_("Desk"), queryset=Desk.objects.order_by("region__code"))
    role = forms.ChoiceField(label=_("Role"), choices=RoleCode.choices)
