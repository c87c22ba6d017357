"""The page of an organisation: what it is, former names, statements, people by date."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from guidance.shown.places import headed_place
from guidance.shown.request import kept_shortly, present_ground
from portal.news.models import NewsPage, Organisation
from portal.news.views.trail import trail

MOST_PAGES = 20


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what an organisation issued, and who spoke for it when."""
    ground = present_ground(request, timezone.now())
    shown: Organisation = get_object_or_404(
        Organisation.objects.with_names().select_related("place"), slug=slug
    )
    live = NewsPage.objects.live()
    query = f"?organisation={shown.slug}"
    context = {
        "organisation": shown,
        "place": headed_place(shown.place, ground.lang) if shown.place else None,
        "former_names": shown.former_names_newest_first(),
        "statements": live.issued_by(shown).for_rows()[:MOST_PAGES],
        "articles": live.speaking_of_organisation(shown).for_rows()[:MOST_PAGES],
        "posts": shown.posts_newest_first(),
        "query": query,
        "news": f"/{ground.lang}/news/{query}",
        "crumbs": trail(ground.lang),
        "as_of": ground.as_of,
    }
    return kept_shortly(render(request, "news/organisation.html", context), ground.public)
