"""The list of pages at its fixed address, its parts where there are too many, and the news."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.news.models import NewsPage
from portal.sitemaps.entries import Part
from portal.sitemaps.parts import parts, speaks
from portal.sitemaps.writing import list_of, list_of_lists, list_of_news
from portal.translated import LANGUAGE_CODES

MOST_ENTRIES: Final = 5_000
# A list may hold so many pages that their addresses in three languages are no more than that.
PAGES_IN_A_LIST: Final = MOST_ENTRIES // len(LANGUAGE_CODES)
# Search engines take news of two days, and a thousand addresses of them.
IS_NEWS: Final = timedelta(hours=48)
MOST_NEWS: Final = 1_000
KEPT_SECONDS: Final = 300


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List all pages, or the lists of them where one would be too long."""
    counted = [(part, part.count()) for part in parts()]
    if sum(count for _part, count in counted) <= PAGES_IN_A_LIST:
        entries = (entry for part, count in counted for entry in part.some(0, count))
        return _answer(list_of(entries, settings.BASE_URL))
    return _answer(list_of_lists(_addresses(counted)))


@require_safe
def part_of_sitemap(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """List the pages of one part."""
    part = next((part for part in parts() if part.name == name), None)
    start = (number - 1) * PAGES_IN_A_LIST
    if part is None or start < 0 or start >= max(part.count(), 1):
        raise Http404
    return _answer(list_of(part.some(start, start + PAGES_IN_A_LIST), settings.BASE_URL))


@require_safe
def news_sitemap(request: HttpRequest) -> HttpResponse:
    """List the articles of the last two days in each language that they speak."""
    return _answer(list_of_news(_news(), settings.WAGTAIL_SITE_NAME))


def _addresses(counted: Iterable[tuple[Part, int]]) -> Iterator[str]:
    for part, count in counted:
        for number in range(1, -(-count // PAGES_IN_A_LIST) + 1):
            yield f"{settings.BASE_URL}/sitemaps/{part.name}-{number}.xml"


def _news() -> Iterator[tuple[str, str, str, str]]:
    at = timezone.now()
    fields = ("slug", "published_at", *(f"headline_{code}" for code in LANGUAGE_CODES))
    fresh = NewsPage.objects.live().filter(published_at__gt=at - IS_NEWS, published_at__lte=at)
    rows = fresh.newest_first().values_list(*fields)[: MOST_NEWS // len(LANGUAGE_CODES)]
    for slug, published_at, *headlines in rows:
        spoken = dict(zip(LANGUAGE_CODES, headlines, strict=True))
        for code in speaks(headlines):
            address = f"{settings.BASE_URL}/{code}/news/{slug}/"
            yield address, code, published_at.isoformat(), spoken[code]


def _answer(lines: Iterable[str]) -> HttpResponse:
    response = HttpResponse(lines, content_type="application/xml")
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return response
