"""How long caches may keep a page that shows the situation."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now

from guidance.shown.request import kept_shortly, present_ground

if TYPE_CHECKING:
    from wagtail.models import Page as PageBase  # what the mixin stands before
else:
    PageBase = models.Model


class KeptShortlyMixin(PageBase):
    """Let caches keep a page only while the status on it holds; it stands before Page."""

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer a reader."""
        response = super().serve(request, *args, **kwargs)
        return kept_shortly(response, present_ground(request, now()).public)
