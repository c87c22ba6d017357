"""The latest statements and news of a place, for its page."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.translation import get_language

from guidance.shown.request import ground_of
from portal.news.models import NewsPage

register = template.Library()

MOST = 5


@register.inclusion_tag("news/of_place.html", takes_context=True)
def news_of_place(context: Context, code: str) -> Mapping[str, Any]:
    """List what was published about a place's region up to the instant of the page."""
    region = "-".join(code.split("-")[:2])  # a town's readers read its region's news
    at = ground_of(context, timezone.now()).at
    pages = _headlines().about_region(region).published_by(at)
    return {
        "pages": pages[:MOST],
        "all": f"/{get_language()}/news/?region={region}",
    }


@cache
def _headlines() -> Any:
    """Put the question that the page of every place begins from; asking it is the smaller part."""
    return NewsPage.objects.live().for_headlines()
