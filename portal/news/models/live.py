"""Live posts: the page around what is known and the entries."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.news.choices import NewsKind
from portal.news.live_shown import LivePost
from portal.news.models.pages import NewsPage
from portal.news.panels import FACTS, TEXT_FIELDS, TEXT_PANELS
from portal.translated import language_tabs


class LivePage(NewsPage):
    """Hold the frame of a live post; summary and entries are rows that no revision overwrites."""

    edit_handler = language_tabs(TEXT_PANELS, TEXT_FIELDS, shared=FACTS)
    needed = ()  # the text is background; the post speaks by its entries

    class Meta:
        verbose_name = _("live post")
        verbose_name_plural = _("live posts")

    def minimal_clean(self) -> None:
        """Check a draft."""
        self.kind = NewsKind.LIVE
        super().minimal_clean()

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Check a live post before it goes out."""
        self.kind = NewsKind.LIVE
        super().full_clean(*args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what is known, the key moments and the asked page of entries."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        post = LivePost(self, request.GET, context["updates"])
        times = [at for at in (context["updated_at"], post.changed_at) if at]
        return context | {"post": post, "updated_at": max(times, default=None)}

    def related(self, *_about: Any) -> list[Any]:
        """Return nothing: whoever follows an event looks for its next entry only."""
        return []
