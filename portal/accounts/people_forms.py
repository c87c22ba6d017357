"""Forms of the people's screens: invite somebody, ask for a role."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

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
