"""The form of articles, statements, live posts and correction notices."""

from typing import Any

from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from guidance.models import Region
from portal.news import change_question
from portal.news.choices import ARTICLE_KINDS, ChangeWeight, NewsKind
from portal.news.findings_form import FindingsForm


class NewsPageForm(FindingsForm):
    """Show regions and topics by name, offer the present moment, ask what a change means."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "published_at" in self.fields and self.instance.published_at is None:
            self.initial["published_at"] = now()
        if "kind" in self.fields:
            self.fields["kind"].choices = self._kinds()
        if "regions" in self.fields:
            field: Any = self.fields["regions"]
            field.queryset = Region.objects.by_code()
            field.label_from_instance = lambda region: region.name
        if change_question.WEIGHT in self.fields:
            open_yet = ("", _("Not answered yet"))
            self.fields[change_question.WEIGHT].choices = [open_yet, *ChangeWeight.choices]
        page = self.instance
        if change_question.is_spent(page.change_answered_at, page.last_published_at):
            self.initial |= dict.fromkeys(change_question.FIELDS, "")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("kind") == NewsKind.ADVICE and not self.is_deferred_validation:
            self._ask_when_reviewed(cleaned)
        if self.instance.first_published_at:
            self._take_the_answer(cleaned)
        return cleaned

    def _kinds(self) -> list[tuple[str, Any]]:
        # An article of the time before other types had pages of their own keeps its kind.
        stored = NewsKind(self.instance.kind)
        kinds = ARTICLE_KINDS if stored in ARTICLE_KINDS else (*ARTICLE_KINDS, stored)
        return [(kind.value, kind.label) for kind in kinds]

    def _ask_when_reviewed(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("reviewed_on"):
            self.add_error("reviewed_on", _("Say when this advice was last reviewed."))

    def _take_the_answer(self, cleaned: dict[str, Any]) -> None:
        answered = bool(cleaned.get(change_question.WEIGHT))
        self.instance.change_answered_at = now() if answered else None
        if self.is_deferred_validation:
            return
        speaks_english = bool(cleaned.get("headline_en"))
        for name, message in change_question.gaps(cleaned, speaks_english=speaks_english):
            self.add_error(name, message)
