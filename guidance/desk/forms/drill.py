"""The order of a drill: which desk, which place, which level, and what happened."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.base import DeskForm
from guidance.desk.forms.fields import NEEDED, TextField
from guidance.desk.forms.level import LevelForm
from guidance.desk.texts import NOTE, PLAIN_LINE
from guidance.models import Desk, Region
from guidance.models.drills import HINT_LENGTH

NO_SUCH = _("Choose an entry of the list.")


class DrillForm(LevelForm, DeskForm):
    """Take the order; the place must lie in the territory of the desk."""

    desk: Any = forms.ModelChoiceField(
        queryset=Desk.objects.none(),
        to_field_name="code",
        label=_("Desk"),
        empty_label=_("Choose"),
        error_messages={"required": NEEDED, "invalid_choice": NO_SUCH},
    )
    region = forms.ChoiceField(
        label=_("Place"), error_messages={"required": NEEDED, "invalid_choice": NO_SUCH}
    )
    hint = TextField(
        limit=HINT_LENGTH, checks=(*NOTE, *PLAIN_LINE), rows=3, label=_("What happened")
    )
    field_order = ("desk", "region", "level", "hint")

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        tree = self.scene.tree
        desks: Any = self.fields["desk"]
        desks.queryset = Desk.objects.select_related("region").order_by("region__code", "pk")
        desks.label_from_instance = lambda desk: desk.name
        places: Any = self.fields["region"]
        places.choices = [
            ("", _("Choose")),
            *((code, f"{'– ' * tree.depth(code)}{self.scene.name(code)}") for code in tree),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        desk, code = cleaned.get("desk"), cleaned.get("region")
        if desk is not None and code and not self.scene.tree.is_within(code, desk.region.code):
            self.add_error("region", _("This place is not in the territory of the desk."))
        return cleaned

    def order(self) -> dict[str, Any]:
        """Give the order as a drill takes it; the form is valid."""
        given = self.cleaned_data
        region: Region = self.scene.atlas.regions[given["region"]]
        return {"region": region, "level": given["level"], "hint": given["hint"]}
