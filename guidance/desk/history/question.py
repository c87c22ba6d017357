"""What somebody asks of the history: place, desk, person, act, days, number; all by GET."""

from datetime import time, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.fields import DayField
from guidance.desk.history.reach import Reach
from guidance.desk.moments import moment_in
from guidance.desk.scene import Scene
from guidance.models import AuditEntry, DeclarationRegion

NUMBER_LENGTH = 16
UNKNOWN = {
    "invalid_choice": _("Choose one from the list."),
    "invalid": _("Choose one from the list."),
}


class QuestionForm(forms.Form):
    """Take a question; what a person may not read is not among the choices."""

    region = forms.ChoiceField(label=_("Place"), required=False, error_messages=UNKNOWN)
    desk = forms.ChoiceField(label=_("Desk"), required=False, error_messages=UNKNOWN)
    person = forms.ChoiceField(label=_("Person"), required=False, error_messages=UNKNOWN)
    action = forms.ChoiceField(label=_("Step"), required=False, error_messages=UNKNOWN)
    since = DayField(label=_("From day"))
    until = DayField(label=_("To day"))
    number = forms.CharField(
        label=_("Number of the declaration"), required=False, max_length=NUMBER_LENGTH
    )
    upto = forms.IntegerField(
        required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput
    )

    def __init__(self, data: Any, *, scene: Scene, reach: Reach, zone: str) -> None:
        super().__init__(data)
        self.scene, self.reach, self.zone = scene, reach, zone
        home = {desk.region.code for desk in reach.desks}
        places = [code for code in scene.tree if not home.isdisjoint(scene.tree.lineage(code))]
        people = reach.people.order_by("last_name", "first_name", "username", "pk")
        anything = [("", _("All"))]
        offered: dict[str, list[tuple[str, Any]]] = {
            "region": [(code, scene.name(code)) for code in places],
            "desk": [(desk.code, desk.name) for desk in reach.desks],
            "person": [(str(each.pk), scene.person(each)) for each in people],
            "action": [(action.value, action.label) for action in reach.actions],
        }
        for name, choices in offered.items():
            field: Any = self.fields[name]
            field.choices = [*anything, *choices]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("This day is before the first one."))
        return cleaned

    @property
    def asks_anything(self) -> bool:
        """Tell whether the question leaves anything out."""
        return any(self.cleaned_data.get(name) for name in self.fields if name != "upto")

    def entries(self) -> QuerySet[AuditEntry]:
        """Give what was asked for, the newest first."""
        asked, found = self.cleaned_data, self.reach.entries
        if asked["region"]:
            found = found.filter(_about(self.scene, asked["region"]))
        if asked["desk"]:
            found = found.filter(desk__code=asked["desk"])
        if asked["person"]:
            found = found.filter(Q(actor=asked["person"]) | Q(subject=asked["person"]))
        if asked["action"]:
            found = found.filter(action=asked["action"])
        if asked["number"]:
            found = found.filter(declaration__number=asked["number"].strip())
        if asked["upto"]:
            found = found.filter(pk__lte=asked["upto"])
        return self._within(found).order_by("-at", "-pk")

    def _within(self, found: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
        since, until = self.cleaned_data["since"], self.cleaned_data["until"]
        midnight = moment_in(self.zone, since, time.min) if since else None
        if midnight is not None:
            found = found.filter(at__gte=midnight)
        if until:
            found = found.filter(at__lt=moment_in(self.zone, until + timedelta(days=1), time.min))
        return found

    def query(self, **more: Any) -> str:
        """Write the question as it stands in an address."""
        asked = {name: self.data.get(name, "") for name in self.fields if name != "upto"}
        return urlencode({name: value for name, value in {**asked, **more}.items() if value})


def _about(scene: Scene, code: str) -> Q:
    """Select the acts that name a place, a part of it, or a wider place."""
    tree = scene.tree
    near = {*tree.lineage(code), *tree.descendants(code), code}
    named = DeclarationRegion.objects.filter(region__code__in=near)
    return Q(Exists(named.filter(declaration=OuterRef("declaration")))) | Q(
        Exists(named.filter(declaration=OuterRef("declaration__refers_to")))
    )
