"""The panels of the newsroom's forms: texts, facts, and the question after publication."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    Panel,
    PublishingPanel,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.news.findings_panel import FindingsPanel
from portal.translated import LANGUAGE_CODES

TEXT_FIELDS = ("headline", "lead", "body", "is_machine")
TEXT_PANELS = [
    FindingsPanel(),
    "headline",
    FieldPanel("lead", widget=AdminAutoHeightTextInput(attrs={"rows": 3})),
    "body",
    "is_machine",
]


class ChangePanel(MultiFieldPanel):
    """Ask how much a change matters, of pages that readers have seen."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return bool(super().is_shown() and self.instance.first_published_at)


class LogPanel(Panel):
    """Show what readers were told of earlier changes; nobody edits it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "news/editor/log.html"

        def is_shown(self) -> bool:
            return bool(super().is_shown() and self.instance.first_published_at)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"updates": self.instance.updates.newest_first()}


CHANGE = ChangePanel(
    [
        FieldPanel("change_weight", widget=forms.RadioSelect),
        FieldPanel("change_kind"),
        *(
            FieldPanel(f"change_text_{code}", widget=AdminAutoHeightTextInput(attrs={"lang": code}))
            for code in LANGUAGE_CODES
        ),
    ],
    heading=_("What did you change?"),
    help_text=_(
        "Readers have seen this page. Before a change is published, say whether they must know."
    ),
)
EXERCISE = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("exercise_starts_at"), FieldPanel("exercise_ends_at")])],
    heading=_("Exercise"),
    help_text=_(
        "Only for the announcement of an exercise. Its regions say where; readers see a purple"
        " strip there from publication until the exercise ends. It never changes a level."
    ),
)
FACTS = [
    FindingsPanel(),
    CHANGE,
    MultiFieldPanel(
        [
            FieldPanel("published_at"),
            FieldPanel("regions", widget=forms.CheckboxSelectMultiple, required_on_save=False),
            FieldPanel("topics", widget=forms.CheckboxSelectMultiple, required_on_save=False),
            FieldPanel("picture"),
        ],
        heading=_("Facts"),
    ),
    MultipleChooserPanel(
        "person_mentions", chooser_field_name="person", heading=_("People spoken of")
    ),
    MultipleChooserPanel(
        "organisation_mentions",
        chooser_field_name="organisation",
        heading=_("Organisations spoken of"),
    ),
    InlinePanel("sources", heading=_("Sources"), label=_("source")),
    LogPanel(heading=_("Corrections and updates")),
    FieldPanel("address"),
    PublishingPanel(),
]
