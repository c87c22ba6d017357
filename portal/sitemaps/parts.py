"""The kinds of public pages, each read in one query however many there are."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from wagtail.models import Page

from guidance.models import Declaration, Region
from portal.home.models import HomePage
from portal.news.models import NewsPage, Organisation, Person, Topic
from portal.sitemaps.entries import Entry, Part
from portal.translated import LANGUAGE_CODES

VIEWS = ("regions/", "history/", "exercises/", "status/", "data/")
OF_AN_ARTICLE = ("slug", "last_published_at", *(f"headline_{code}" for code in LANGUAGE_CODES))


def parts() -> list[Part]:
    """List the kinds of pages in the order of the list."""
    pages, levels = cache(_pages), cache(_levels)  # counted first, then told
    return [
        Part("pages", lambda: len(pages()), lambda start, end: pages()[start:end]),
        Part("levels", lambda: len(levels()), lambda start, end: levels()[start:end]),
        _by_slug("people", "people", Person.objects.by_slug()),
        _by_slug("organisations", "organisations", Organisation.objects.by_slug()),
        _by_slug("topics", "topics", Topic.objects.by_slug()),
        Part("declarations", _ledger().count, _declarations),
        Part("news", _articles().count, _news),
    ]


def speaks(headlines: Iterable[str | None]) -> tuple[str, ...]:
    """Name the languages in which there is a headline."""
    pairs = zip(LANGUAGE_CODES, headlines, strict=True)
    return tuple(code for code, headline in pairs if headline)


def _pages() -> list[Entry]:
    """Read the pages of Wagtail's tree but the articles: home, the guide, the lists, about."""
    home = HomePage.objects.get()
    of_the_site = Page.objects.live().descendant_of(home, inclusive=True)
    pages = of_the_site.not_type(NewsPage).order_by("path").specific()
    return [
        Entry(
            page.url_path.removeprefix(home.url_path),
            page.last_published_at,
            speaks(getattr(page, f"headline_{code}") for code in LANGUAGE_CODES),
        )
        for page in pages
    ]


def _levels() -> list[Entry]:
    slugs = Region.objects.by_code().values_list("slug", flat=True)
    return [Entry(path) for path in (*VIEWS, *(f"regions/{slug}/" for slug in slugs))]


def _by_slug(name: str, folder: str, rows: Any) -> Part:
    def some(start: int, end: int) -> Iterator[Entry]:
        for slug in rows.values_list("slug", flat=True)[start:end]:
            yield Entry(f"{folder}/{slug}/")

    count: Callable[[], int] = rows.count
    return Part(name, count, some)


def _ledger() -> Any:
    return Declaration.objects.published().of_ledger(exercise=False).order_by("sequence")


def _declarations(start: int, end: int) -> Iterator[Entry]:
    for number, published_at in _ledger().values_list("number", "published_at")[start:end]:
        yield Entry(f"declarations/{number}/", published_at)


def _articles() -> Any:
    return NewsPage.objects.live().order_by("pk")


def _news(start: int, end: int) -> Iterator[Entry]:
    for slug, changed_at, *headlines in _articles().values_list(*OF_AN_ARTICLE)[start:end]:
        yield Entry(f"news/{slug}/", changed_at, speaks(headlines))
