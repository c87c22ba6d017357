"""How long caches may keep a page that shows the situation."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.utils.timezone import now

from guidance.shown.request import kept_shortly, present_ground

if TYPE_CHECKING:
    from wagtail.models import Page as PageBase  # what the mixin stands before
else:
    PageBase = models.Model


LONGEST = "_longest_seconds"


def changes_at(request: HttpRequest, at: datetime, instant: datetime) -> None:
    """Note that something on the page of `at` changes at a later instant."""
    seconds = max(0, int((instant - at).total_seconds()))
    setattr(request, LONGEST, min(seconds, getattr(request, LONGEST, seconds)))


def shorten(request: HttpRequest, response: HttpResponseBase) -> None:
    """Shorten how long caches keep a page by what its templates found to change earlier."""
    longest = getattr(request, LONGEST, None)
    if longest is not None and "max-age" in response.get("Cache-Control", ""):
        patch_cache_control(response, max_age=longest)  # the shorter of the two


class KeptShortlyMixin(PageBase):
    """Let caches keep a page only while the status on it holds; it stands before Page."""

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer a reader."""
        response = super().serve(request, *args, **kwargs)
        return kept_shortly(response, present_ground(request, now()).public)
