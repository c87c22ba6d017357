"""The pictures of articles, at an address beside each article's."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guidance.views.pictures import picture_of
from portal.news.cards import story_of
from portal.news.models import NewsPage


@require_safe
def article_card(request: HttpRequest, slug: str) -> HttpResponse:
    """Draw the picture of an article in a language that it speaks."""
    language = get_language() or settings.LANGUAGE_CODE
    page: Any = NewsPage.objects.live().filter(slug=slug).first()
    if page is None or not page.speaks(language):
        raise Http404(_("There is no such page"))
    regions = list(page.regions.all())
    story = story_of(page.specific, regions, language, settings.TIME_ZONE)
    return picture_of(request, story, page.published_at)
