"""The page of a person: posts by date, what was said in which post, statements signed."""

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from guidance.shown.request import kept_shortly, present_ground
from portal.news.models import NewsPage, Person
from portal.news.said import Said, said_by
from portal.news.views.trail import trail

QUOTES_A_PAGE = 20
MOST_PAGES = 20


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a person said and signed, each in the post of that day."""
    ground = present_ground(request, timezone.now())
    who: Person = get_object_or_404(Person.objects.with_posts(), slug=slug)
    live = NewsPage.objects.live()
    context = {
        "person": who,
        "names": who.other_names(ground.lang),
        "role": who.role_on(localdate(ground.at)),
        "posts": who.posts_newest_first(),
        "quotes": _quotes(request, who, ground.lang),
        "statements": live.signed_by(who).for_rows()[:MOST_PAGES],
        "articles": live.speaking_of_person(who).for_rows()[:MOST_PAGES],
        "crumbs": trail(ground.lang),
        "as_of": ground.as_of,
    }
    return kept_shortly(render(request, "news/person.html", context), ground.public)


def _quotes(request: HttpRequest, who: Person, lang: str) -> Page[Said]:
    try:
        return Paginator(said_by(who, lang), QUOTES_A_PAGE).page(request.GET.get("page") or 1)
    except InvalidPage as error:
        raise Http404 from error
