"""The page of a topic: what it is about, and the latest of every kind of page on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from guidance.shown.request import kept_shortly, present_ground
from portal.news.choices import STORY_KINDS, NewsKind
from portal.news.models import NewsPage, Topic
from portal.news.views.trail import trail

SHARES = {
    "statements": ((NewsKind.STATEMENT,), 10),
    "stories": (STORY_KINDS, 20),
    "advice": ((NewsKind.ADVICE,), 10),
}


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the latest statements, articles and advice on a topic."""
    ground = present_ground(request, timezone.now())
    shown: Topic = get_object_or_404(Topic, slug=slug)
    latest = list(NewsPage.objects.live().about_topic(slug).latest_of(SHARES.values()))
    groups = {
        name: [page for page in latest if page.kind in kinds]
        for name, (kinds, _number) in SHARES.items()
    }
    query = f"?topic={shown.slug}"
    context = {
        "topic": shown,
        **groups,
        "query": query,
        "news": f"/{ground.lang}/news/{query}",
        "crumbs": trail(ground.lang),
        "as_of": ground.as_of,
    }
    return kept_shortly(render(request, "news/topic.html", context), ground.public)
