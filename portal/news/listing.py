"""A list of articles as the filters of an address select it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import InvalidPage, Page, Paginator
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from guidance.shown.ground import Ground
from guidance.shown.places import by_alphabet, first_level
from portal.news.choices import NewsKind
from portal.news.models.records import Topic
from portal.news.querysets import NewsPageQuerySet

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Filter:
    """Hold one filter: its name in the address, what was asked, and what can be asked."""

    name: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...]
    message: str

    @property
    def is_unknown(self) -> bool:
        """Tell whether the address asks for what does not exist."""
        return bool(self.value) and self.value not in dict(self.choices)

    @property
    def error(self) -> str:
        """Return what to tell a reader whose address names something unknown."""
        return self.message % {"value": self.value[:60]} if self.is_unknown else ""


@dataclass(frozen=True, slots=True)
class Day:
    """Hold the articles of one day."""

    date: date
    pages: tuple[Any, ...]


class NewsListing:
    """Select articles by the parameters of an address; say which parameter is unknown."""

    def __init__(
        self, pages: NewsPageQuerySet, parameters: Mapping[str, str], ground: Ground
    ) -> None:
        self._pages = pages
        self._ground = ground
        self._parameters = parameters

    @cached_property
    def filters(self) -> tuple[Filter, ...]:
        """List the filters in the order of the form."""
        return (self._type(), self._region(), self._topic(), self._year())

    @cached_property
    def is_filtered(self) -> bool:
        """Tell whether the address narrows the list."""
        return any(chosen.value for chosen in self.filters)

    @cached_property
    def errors(self) -> list[str]:
        """List what the address asks for in vain."""
        unknown = [chosen.error for chosen in self.filters if chosen.is_unknown]
        if not unknown and self.page is None:
            number = self._parameters.get("page", "")[:20]
            unknown.append(_("This list has no page %(number)s.") % {"number": number})
        return unknown

    @cached_property
    def page(self) -> Page[Any] | None:
        """Return the asked page of the list; nothing if the address asks in vain."""
        if any(chosen.is_unknown for chosen in self.filters):
            return None
        paginator = Paginator(self._selected().for_lists(), PER_PAGE)
        try:
            return paginator.page(self._parameters.get("page") or 1)
        except InvalidPage:
            return None

    @cached_property
    def days(self) -> list[Day]:
        """Group the page by day, newest first."""
        rows: Iterable[Any] = self.page or ()
        by_day = groupby(rows, key=lambda page: localdate(page.published_at))
        return [Day(day, tuple(pages)) for day, pages in by_day]

    def address_of_page(self, number: int) -> str:
        """Return the query string of another page of the same list."""
        chosen = {each.name: each.value for each in self.filters if each.value}
        return "?" + urlencode({**chosen, "page": number})

    @property
    def newer(self) -> str:
        """Return the query string of the page before, if there is one."""
        page = self.page
        return self.address_of_page(page.number - 1) if page and page.has_previous() else ""

    @property
    def older(self) -> str:
        """Return the query string of the page after, if there is one."""
        page = self.page
        return self.address_of_page(page.number + 1) if page and page.has_next() else ""

    def _selected(self) -> NewsPageQuerySet:
        kind, region, topic, year = (chosen.value for chosen in self.filters)
        selected = self._pages
        if kind:
            selected = selected.of_kinds([kind.upper()])
        if region:
            selected = selected.about_region(region)
        if topic:
            selected = selected.about_topic(topic)
        if year:
            selected = selected.in_year(int(year))
        return selected

    def _asked(self, name: str) -> str:
        return self._parameters.get(name, "").strip()

    def _type(self) -> Filter:
        choices = tuple((kind.value.lower(), str(kind.label)) for kind in NewsKind)
        message = _("There is no such type: %(value)s.")
        return Filter("type", _("Type"), self._asked("type"), choices, message)

    def _region(self) -> Filter:
        asked, atlas = self._asked("region"), self._ground.atlas
        offered = [self._ground.country, *by_alphabet(first_level(atlas), self._ground.lang)]
        # A place below the first level is not offered, but may be asked for.
        if asked in atlas.regions and atlas.regions[asked] not in offered:
            offered.append(atlas.regions[asked])
        choices = tuple((region.code, region.name) for region in offered)
        message = _("There is no such region: %(value)s.")
        return Filter("region", _("Region"), asked, choices, message)

    def _topic(self) -> Filter:
        topics = Topic.objects.by_slug()
        choices = tuple((topic.slug, topic.name) for topic in topics)
        message = _("There is no such topic: %(value)s.")
        return Filter("topic", _("Topic"), self._asked("topic"), choices, message)

    def _year(self) -> Filter:
        years = self._pages.datetimes("published_at", "year", order="DESC")
        choices = tuple((f"{year:%Y}", f"{year:%Y}") for year in years)
        message = _("There is nothing from the year %(value)s.")
        return Filter("year", _("Year"), self._asked("year"), choices, message)
