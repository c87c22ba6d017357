"""What a reader gets at the address of a page that was published once and is no more."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from wagtail.contrib.redirects.middleware import get_redirect

from guidance.shown.request import kept_shortly, present_ground

if TYPE_CHECKING:
    from wagtail.models import Page as PageBase  # what the mixin stands before
else:
    PageBase = models.Model

GONE = 410


class GoneMixin(PageBase):
    """Say that a page has been taken down, or that its time is over; it stands before Page."""

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer a reader; what was never published is not there."""
        if self.live:
            response: HttpResponse = super().serve(request, *args, **kwargs)
            return response
        # An editor may lead the old address elsewhere: Wagtail does so where nothing is found.
        if self.first_published_at is None or get_redirect(request, request.path.rstrip("/")):
            raise Http404
        ground = present_ground(request, now())
        context = {"has_expired": self.expired, "news_address": f"/{ground.lang}/news/"}
        answer = render(request, "news/gone.html", context, status=GONE)
        return kept_shortly(answer, ground.public)
