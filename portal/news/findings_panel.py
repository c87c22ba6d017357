"""A panel of the editor that says what is still missing, in the language of its tab."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from portal.news.findings import language_findings, shared_findings


class FindingsPanel(Panel):
    """List what is missing in one language, or beside all texts; without a script, as saved."""

    def __init__(self, language: str = "", **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Before publication"), **kwargs})
        self.language = language

    def clone_kwargs(self) -> dict[str, Any]:
        """Return what a copy is made of."""
        kwargs: dict[str, Any] = super().clone_kwargs()
        return kwargs | {"language": self.language}

    def for_language(self, language: str) -> "FindingsPanel":
        """Return the same panel for another tab."""
        return FindingsPanel(**{**self.clone_kwargs(), "language": language})

    class BoundPanel(Panel.BoundPanel):
        """Show the findings of one page."""

        template_name = "news/findings.html"

        def is_shown(self) -> bool:
            """Leave a page alone that nobody has saved yet."""
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the findings, those that refuse first."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            language = self.panel.language
            found = (
                language_findings(self.instance, language)
                if language
                else shared_findings(self.instance)
            )
            return context | {"found": sorted(found, key=lambda finding: not finding.refuses)}
