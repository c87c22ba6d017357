"""The home page: the root of the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.page_guards import FixedPageMixin
from portal.translated import TranslatedPageMixin, language_tabs


class HomePage(FixedPageMixin, TranslatedPageMixin, Page):
    """Show the situation now, and the latest statements, news and advice."""

    headline = models.CharField(_("name of the site"), max_length=255)
    lead = models.CharField(_("description for search engines"), max_length=255, blank=True)

    edit_handler = language_tabs(["headline", "lead"], {"headline", "lead"})
    template = "home/home_page.html"
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "information.LevelIndexPage",
        "news.NewsIndexPage",
        "information.InformationPage",
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
