"""The addresses of the feeds: strict about what they are asked, as machines need it."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from guidance.channels.atom import MEDIA_TYPE as ATOM
from guidance.channels.atom import atom
from guidance.channels.json_feed import MEDIA_TYPE as JSON_FEED
from guidance.channels.json_feed import json_feed
from guidance.shown.feeds import Feed, Sibling
from guidance.shown.request import present_ground
from guidance.views.machines import Made, answered
from guidance.views.parameters import bad_request, single_values
from portal.news.feeds.entries import changed_at, entry_of, latest
from portal.news.filters import NewsFilters
from portal.news.models import NewsIndexPage, NewsPage
from portal.translated import LANGUAGE_CODES

FORMATS = {"news_atom": ATOM, "news_json": JSON_FEED}
KEPT_SECONDS = 60


@csrf_exempt  # a POST is told as a problem that nothing is written here
def news_atom(request: HttpRequest) -> HttpResponse:
    """Answer with the articles that the filters select, in Atom."""
    return answered(request, lambda: _made(request, "news_atom", atom))


@csrf_exempt
def news_json(request: HttpRequest) -> HttpResponse:
    """Answer with the articles that the filters select, in JSON Feed."""
    return answered(request, lambda: _made(request, "news_json", json_feed))


def _made(request: HttpRequest, name: str, write: Callable[[Feed], bytes]) -> Made:
    filters = NewsFilters(NewsPage.objects.live(), request.GET, present_ground(request, now()))
    single_values(request, [each.name for each in filters.all])
    for fault in filters.faults:
        raise bad_request(fault.name, fault.text)
    index, rows = NewsIndexPage.objects.get(), latest(filters.selected())
    changes = [changed_at(row) for row in rows]
    feed = _feed(filters, name, index, rows, max(changes, default=index.first_published_at))
    # A small correction changes the words, but not the date that readers go by.
    touched = [row.last_published_at for row in rows if row.last_published_at]
    modified_at = max([feed.updated_at, *touched])
    return Made(write(feed), f"{FORMATS[name]}; charset=utf-8", KEPT_SECONDS, modified_at)


def _feed(
    filters: NewsFilters, name: str, index: Any, rows: Iterable[Any], updated_at: datetime
) -> Feed:
    language, query = get_language() or settings.LANGUAGE_CODE, filters.query()
    return Feed(
        address=_address(name, language) + query,
        language=language,
        title=" · ".join(["Деңгей", index.headline, *(each.chosen for each in filters.chosen)]),
        subtitle=_("Terrorism threat levels in Kazakhstan, official statements and what to do"),
        page=index.full_url_in(language) + query,
        siblings=[
            Sibling(media_type, code, _address(other, code) + query)
            for other, media_type in FORMATS.items()
            for code in LANGUAGE_CODES
            if (other, code) != (name, language) and (other == name or code == language)
        ],
        author=settings.OPERATOR_NAME[language] or "Деңгей",
        author_address=f"{settings.BASE_URL}/{language}/about/",
        updated_at=updated_at,
        entries=[entry_of(row, language) for row in rows],
    )


def _address(name: str, language: str) -> str:
    with override(language):
        return f"{settings.BASE_URL}{reverse(name)}"
