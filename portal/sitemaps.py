"""The sitemap: every public page in every language it has, each naming the others."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.sitemaps.views import sitemap as django_sitemap
from django.core.paginator import EmptyPage
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap as PageSitemap

from guidance.models import Declaration, Region

LATEST_DECLARATIONS = 5000


class LevelSitemap:
    """List the pages that are views: regions, history, declarations."""

    def get_urls(self, page: int | str = 1, **kwargs: Any) -> list[dict[str, Any]]:
        """Return an entry per page and language; all of them stand on one page."""
        if str(page) != "1":
            raise EmptyPage
        return [entry for address in self._addresses() for entry in _entries(address)]

    def _addresses(self) -> list[Callable[[], str]]:
        fixed = [
            _named("regions"),
            _named("history"),
            _named("exercises"),
            _named("status"),
            _named("data"),
        ]
        places = [_named("region", slug=slug) for slug in _slugs()]
        ledger = Declaration.objects.of_ledger(exercise=False).newest_first()
        numbers = ledger.values_list("number", flat=True)[:LATEST_DECLARATIONS]
        acts = [_named("declaration", number=str(number)) for number in numbers]
        return fixed + places + acts


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Answer with the addresses of all public pages."""
    parts: dict[str, Any] = {"pages": PageSitemap(request), "levels": LevelSitemap()}
    return django_sitemap(request, parts)


def _named(name: str, **parts: str) -> Callable[[], str]:
    return lambda: reverse(name, kwargs=parts or None)


def _slugs() -> list[str]:
    return list(Region.objects.by_code().values_list("slug", flat=True))


def _entries(address: Callable[[], str]) -> list[dict[str, Any]]:
    found = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            found.append((code, settings.BASE_URL + address()))
    alternates = [{"location": url, "lang_code": code} for code, url in found]
    alternates.append({"location": found[0][1], "lang_code": "x-default"})
    return [{"location": url, "alternates": alternates} for _code, url in found]
