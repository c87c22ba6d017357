"""Part 1 of a form: where."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.base import DeskForm
from guidance.rules.levels import Level


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold one line of the tree: a place, how deep it lies, its level now and until when."""

    code: str
    name: str
    depth: int
    is_chosen: bool
    level: Level | None
    until: str
    html_id: str


class WhereForm(DeskForm):
    """Take the places; those outside the desk's territory are not on the list."""

    find = forms.CharField(label=_("Find a place"), required=False, max_length=80)
    regions = forms.MultipleChoiceField(
        label=_("Places"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one place."),
            "invalid_choice": _("“%(value)s” is not a place of your desk."),
        },
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["regions"].choices = [  # type: ignore[attr-defined]
            (code, self.scene.name(code)) for code in self.reachable
        ]

    @property
    def reachable(self) -> tuple[str, ...]:
        """Give the places that the editor may name."""
        return self.scene.draftable

    @property
    def chosen(self) -> tuple[str, ...]:
        """Give the places chosen so far, in the tree's order, whatever else is wrong."""
        value = set(self["regions"].value() or ())
        return tuple(code for code in self.reachable if code in value)

    @property
    def zone(self) -> str:
        """Give the zone in which the times of this form are typed."""
        return self.scene.zone(self.chosen[0] if self.chosen else self.scene.home)

    @property
    def zone_label(self) -> str:
        """Name the clocks in which the times of this form are typed."""
        return self.scene.zone_label(self.chosen[0] if self.chosen else self.scene.home)

    def clean_regions(self) -> tuple[str, ...]:
        wanted = set(self.cleaned_data["regions"])
        chosen = tuple(code for code in self.reachable if code in wanted)
        if not self.scene.may_draft(chosen):  # each lies at a desk of the editor's, but not at one
            raise forms.ValidationError(_("All these places must belong to one desk."))
        return chosen

    def places(self) -> Iterator[Choice]:
        """List the tree, or what the search found and what is chosen already."""
        wanted = str(self["find"].value() or "").strip().casefold()
        top = min((self.scene.tree.depth(code) for code in self.reachable), default=0)
        for code in self.reachable:
            is_chosen = code in self.chosen
            if wanted and not is_chosen and not self.scene.answers_to(code, wanted):
                continue
            yield Choice(
                code=code,
                name=self.scene.name(code),
                depth=self.scene.tree.depth(code) - top,
                is_chosen=is_chosen,
                level=self.scene.level(code),
                until=self.scene.until(code),
                html_id=f"id_regions_{code}",
            )
