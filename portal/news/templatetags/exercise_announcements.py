"""The statements that announce exercises, for the page about exercises."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import get_language

from portal.news.choices import NewsKind
from portal.news.models import NewsPage

register = template.Library()

TOPIC = "exercises"
MOST = 5


@register.inclusion_tag("news/exercise_announcements.html")
def announced_exercises() -> Mapping[str, Any]:
    """List the latest announcements; they are ordinary statements, not levels."""
    statements: Any = NewsPage.objects.live().of_kinds([NewsKind.STATEMENT])
    return {
        "pages": statements.about_topic(TOPIC).for_rows()[:MOST],
        "all": f"/{get_language()}/news/?type=statement&topic={TOPIC}",
    }
