"""The list of articles and statements."""

from typing import Any

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from guidance.shown.request import present_ground
from portal.checked_texts import CheckedTextsMixin
from portal.kept_pages import KeptShortlyMixin
from portal.news.listing import NewsListing
from portal.news.models.pages import NewsPage
from portal.page_guards import FixedPageMixin
from portal.translated import TranslatedPageMixin, language_tabs


class NewsIndexPage(CheckedTextsMixin, FixedPageMixin, KeptShortlyMixin, TranslatedPageMixin, Page):
    """List articles and statements by day, with filters."""

    headline = models.CharField(_("headline"), max_length=255)
    lead = models.CharField(_("description for search engines"), max_length=255, blank=True)

    edit_handler = language_tabs(["headline", "lead"], {"headline", "lead"})
    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "news.ArticlePage",
        "news.StatementPage",
        "news.LivePage",
        "news.CorrectionPage",
    ]

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the rows that the filters of the address select."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        ground = present_ground(request, now())
        context["listing"] = NewsListing(NewsPage.objects.live(), request.GET, ground)
        return context
