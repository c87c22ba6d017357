"""Correction notices: what was wrong, where, and what is right."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel

from guidance.models import Declaration
from portal.news.choices import NewsKind
from portal.news.fields import DecisionField
from portal.news.models.pages import NewsPage
from portal.news.page_form import NewsPageForm
from portal.news.panels import FACTS, TEXT_FIELDS, TEXT_PANELS
from portal.translated import language_tabs


class CorrectionPageForm(NewsPageForm):
    """Ask for a decision by its number, and for one thing at least that is corrected."""

    corrects_declaration = DecisionField(label=_("Number of the corrected decision"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_deferred_validation and not (
            cleaned.get("corrects_page") or cleaned.get("corrects_declaration")
        ):
            self.add_error("corrects_page", _("Choose the page or the decision that is corrected."))
        return cleaned


class CorrectionPage(NewsPage):
    """Name the page or decision that was wrong, what it said, and what is true."""

    corrects_page = models.ForeignKey(
        NewsPage,
        models.PROTECT,
        verbose_name=_("corrected page"),
        null=True,
        blank=True,
        related_name="correction_notices",
    )
    corrects_declaration = models.ForeignKey(
        Declaration,
        models.PROTECT,
        verbose_name=_("corrected decision"),
        null=True,
        blank=True,
        related_name="+",
    )
    said = models.TextField(_("what it said"))
    says_now = models.TextField(_("what is right"))

    base_form_class = CorrectionPageForm
    needed = ()  # the correction itself is the text

    edit_handler = language_tabs(
        [*TEXT_PANELS[:3], "said", "says_now", *TEXT_PANELS[3:]],
        (*TEXT_FIELDS, "said", "says_now"),
        shared=[
            MultiFieldPanel(
                [
                    PageChooserPanel("corrects_page", "news.NewsPage"),
                    FieldPanel("corrects_declaration"),
                ],
                heading=_("What is corrected"),
            ),
            *FACTS,
        ],
    )

    class Meta:
        verbose_name = _("correction notice")
        verbose_name_plural = _("correction notices")

    def minimal_clean(self) -> None:
        """Check a draft."""
        self.kind = NewsKind.CORRECTION
        super().minimal_clean()

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Check a notice before it goes live."""
        self.kind = NewsKind.CORRECTION
        super().full_clean(*args, **kwargs)
