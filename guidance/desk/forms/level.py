"""Part 2 of a declaration: which level."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.base import DeskForm
from guidance.rules.levels import Level


class LevelForm(DeskForm):
    """Take one of the three levels."""

    level = forms.ChoiceField(
        label=_("Level"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a level."),
            "invalid_choice": _("There is no such level."),
        },
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["level"].choices = [  # type: ignore[attr-defined]
            (level.name, self.scene.level_label(level)) for level in Level
        ]

    def clean_level(self) -> Level:
        return Level[self.cleaned_data["level"]]

    def level_cards(self) -> list[dict[str, Any]]:
        """Give the levels for the page: shape, words, legal condition."""
        chosen = self["level"].value()
        return [
            {
                "level": level,
                "condition": self.scene.condition(level),
                "is_chosen": chosen == level.name,
                "html_id": f"id_level_{level.name}",
            }
            for level in Level
        ]
