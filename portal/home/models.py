"""The home page: the root of the site."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from portal.checked_texts import CheckedTextsMixin
from portal.kept_pages import KeptShortlyMixin
from portal.news.choices import STORY_KINDS, NewsKind
from portal.news.found import at_address, past_page, public_page
from portal.news.models import NewsPage
from portal.page_guards import FixedPageMixin
from portal.translated import TranslatedPageMixin, language_tabs

SHARES = {
    "statements": ((NewsKind.STATEMENT,), 3),
    "stories": (STORY_KINDS, 5),
    "advice": ((NewsKind.ADVICE,), 3),
}


class HomePage(CheckedTextsMixin, FixedPageMixin, KeptShortlyMixin, TranslatedPageMixin, Page):
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

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the latest statements, stories and advice."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        latest = list(NewsPage.objects.live().latest_of(SHARES.values()))
        groups = {
            name: [page for page in latest if page.kind in kinds]
            for name, (kinds, _number) in SHARES.items()
        }
        return context | groups

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a page by its whole address: one query instead of two for each step to it."""
        if not path_components:
            result: RouteResult = super().route(request, path_components)
            return result
        address = self.url_path + "/".join(path_components) + "/"
        if path_components[0] == "news" and len(path_components) > 1:
            page = public_page(address) or past_page(address)
        else:
            found = Page.objects.live().filter(**at_address(address)).first()
            page = found and found.specific
        if page is None:
            raise Http404
        return RouteResult(page)

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
