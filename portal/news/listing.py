"""A list of articles as the filters of an address select it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import QueryDict
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from guidance.shown.ground import Ground
from portal.news.archive import Month, month_name
from portal.news.filter_kinds import Filter
from portal.news.filters import Fault, NewsFilters
from portal.news.querysets import NewsPageQuerySet

NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)
PER_PAGE = 20
MOST_ROWS = 1_000  # what is older is reached by year and month; no page reads more than this


@dataclass(frozen=True, slots=True)
class Day:
    """Hold the articles of one day."""

    date: date
    pages: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """Hold a link to another list: what it says, where it leads, how many articles it has."""

    name: str
    query: str
    count: int | None = None
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Mistake:
    """Say what is wrong with an address, and what can be asked instead."""

    text: str
    offers: Sequence[Offer] = ()


class BoundedPaginator(Paginator[Any]):
    """Count and show no more rows than a reader leafs through."""

    def __init__(self, rows: NewsPageQuerySet, selected: NewsPageQuerySet) -> None:
        super().__init__(rows, PER_PAGE)
        self._selected = selected

    @cached_property
    def found(self) -> int:
        """Count the rows, as far as one more than are shown."""
        return int(self._selected.order_by()[: MOST_ROWS + 1].count())

    @cached_property
    def count(self) -> int:
        """Count the rows that are shown."""
        return min(self.found, MOST_ROWS)


class NewsListing:
    """Select articles by the parameters of an address; say which parameter is unknown."""

    def __init__(self, pages: NewsPageQuerySet, asked: QueryDict, ground: Ground) -> None:
        self._chosen = NewsFilters(pages, asked, ground, besides=("page", "lite"))
        self._number = asked.get("page", "").strip() or "1"

    @property
    def filters(self) -> list[Filter]:
        """List the filters of the form; a month is offered beside a year only."""
        has_year = self._chosen.known("year")
        return [each for each in self._chosen.all if each.name != "month" or has_year]

    @property
    def is_filtered(self) -> bool:
        """Tell whether the address narrows the list."""
        return bool(self._chosen.chosen)

    @cached_property
    def chips(self) -> list[Offer]:
        """Offer the list without each of the filters that narrow it."""
        return [
            Offer(f"{each.label}: {each.chosen}", self._without(each.name))
            for each in self._chosen.chosen
            if each.chosen
        ]

    @property
    def known(self) -> tuple[Filter, ...]:
        """List every filter that an address may use."""
        return self._chosen.all

    @property
    def remarks(self) -> list[Fault]:
        """List the parameters that no list has; the articles are shown nevertheless."""
        return self._chosen.strange

    @cached_property
    def errors(self) -> list[Mistake]:
        """List what the address asks for in vain."""
        faults = [self._mistake(fault) for fault in self._chosen.faults]
        if not faults and self.page is None:
            faults.append(self._no_such_page())
        return faults

    @cached_property
    def paginator(self) -> BoundedPaginator:
        """Cut the list into pages."""
        selected = self._chosen.selected()
        return BoundedPaginator(selected.for_lists(), selected)

    @cached_property
    def page(self) -> Page[Any] | None:
        """Return the asked page of the list; nothing if the address asks in vain."""
        if self._chosen.faults:
            return None
        try:
            return self.paginator.page(self._number if NUMBER.fullmatch(self._number) else 0)
        except InvalidPage:
            return None

    @property
    def total(self) -> int:
        """Count the articles of the whole list, as far as it is shown."""
        return self.paginator.count

    @property
    def is_cut(self) -> bool:
        """Tell whether older articles are reached by year and month only."""
        return self.paginator.found > MOST_ROWS

    @cached_property
    def days(self) -> list[Day]:
        """Group the page by day, newest first."""
        rows: Iterable[Any] = self.page or ()
        by_day = groupby(rows, key=lambda page: localdate(page.published_at))
        return [Day(day, tuple(pages)) for day, pages in by_day]

    @cached_property
    def years(self) -> list[Offer]:
        """Offer the same list of each year."""
        chosen, query = self._year, self._chosen.query
        return [
            Offer(str(year), query(year=str(year), month=""), is_current=year == chosen)
            for year in self._chosen.archive.years
        ]

    @cached_property
    def months(self) -> list[Offer]:
        """Offer the same list of each month of the chosen year, else of the latest."""
        found: Sequence[Month] = ()
        if self._year and not self._chosen.faults:
            found = self._chosen.archive.months(self._chosen.of_all_times, self._year)
        number = self._chosen.known("month")
        return [self._month(month, is_current=number == str(month.number)) for month in found]

    @property
    def query(self) -> str:
        """Return the query string of this list, whatever its page; feeds take the same."""
        return self._chosen.query()

    def address_of_page(self, number: int) -> str:
        """Return the query string of another page of the same list."""
        return self._chosen.query(page=str(number))

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

    @cached_property
    def _year(self) -> int | None:
        if asked := self._chosen.known("year"):
            return int(asked)
        return next(iter(self._chosen.archive.years), None)

    def _month(self, month: Month, *, is_current: bool) -> Offer:
        query = self._chosen.query(year=str(self._year), month=str(month.number))
        first = date(self._year or 1, month.number, 1)
        return Offer(month_name(first), query, month.count, is_current)

    def _without(self, name: str) -> str:
        # A month means nothing without its year.
        dropped = {"year": "", "month": ""} if name == "year" else {name: ""}
        return self._chosen.query(**dropped) or "?"

    def _mistake(self, fault: Fault) -> Mistake:
        each = self._chosen.named(fault.name)
        if each is None:
            return Mistake(fault.text)
        query = self._chosen.query
        offers = [Offer(label, query(**{each.name: value})) for value, label in each.choices]
        return Mistake(fault.text, offers)

    def _no_such_page(self) -> Mistake:
        told = self._number[:20]
        text = _("This list has no page %(number)s.") % {"number": told}
        if self.is_cut:
            text += " " + _("Older articles are reached by year and month.")
        last = Offer(_("The last page"), self.address_of_page(self.paginator.num_pages))
        return Mistake(text, [Offer(_("The first page"), self._chosen.query() or "?"), last])
