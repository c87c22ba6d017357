"""The filters of an address: what was asked, what is asked in vain, and what they select."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists
from django.http import QueryDict
from django.utils.translation import gettext as _

from guidance.shown.ground import Ground
from portal.news.archive import Archive, answers, ends_of
from portal.news.filter_kinds import (
    Filter,
    by_month,
    by_organisation,
    by_region,
    by_topic,
    by_type,
    by_year,
)
from portal.news.querysets import NewsPageQuerySet

FEW = 2_000  # so many articles are gathered and sorted faster than they are met along the dates
MOST_OF_A_NAME = 40  # how much of an odd name is told back


@dataclass(frozen=True, slots=True)
class Fault:
    """Say what is wrong with an address, and which parameter it is."""

    name: str
    text: str


class NewsFilters:
    """Read an address as filters of news; ignore nothing of it silently."""

    def __init__(
        self,
        pages: NewsPageQuerySet,
        asked: QueryDict,
        ground: Ground,
        *,
        besides: Sequence[str] = (),
    ) -> None:
        self._pages = pages
        self._asked = asked
        self._ground = ground
        self._besides = besides

    @cached_property
    def archive(self) -> Archive:
        """Give the years and months that articles are dated in."""
        return Archive(self._facts)

    @cached_property
    def all(self) -> tuple[Filter, ...]:
        """List the filters in the order of the form."""
        year = by_year(self._one("year"), self.archive.years)
        return (*self._about.values(), year, by_month(self._one("month")))

    @cached_property
    def chosen(self) -> list[Filter]:
        """List the filters that the address uses."""
        return [each for each in self.all if each.value]

    def named(self, name: str) -> Filter | None:
        """Return a filter by its name."""
        return next((each for each in self.all if each.name == name), None)

    def known(self, name: str) -> str:
        """Return what was asked of a filter, if it exists."""
        each = self.named(name)
        return each.known if each else ""

    @cached_property
    def strange(self) -> list[Fault]:
        """List the parameters that no list of news has."""
        names = (name for name in self._asked if name not in self._names)
        text = _("This list has no filter “%(name)s”.")
        return [Fault(name, text % {"name": name[:MOST_OF_A_NAME]}) for name in names]

    @cached_property
    def faults(self) -> list[Fault]:
        """List what lets the filters select nothing: values that are unknown, or given twice."""
        return [*self._repeated(), *self._unknown()]

    @cached_property
    def of_all_times(self) -> NewsPageQuerySet:
        """Select the articles that the filters let through, whenever they are dated."""
        pages, about = self._pages, self._about
        if kind := about["type"].known:
            pages = pages.of_kinds([kind.upper()])
        if region := about["region"].known:
            pages = pages.about_region(region, is_rare=self._is_rare("region"))
        if topic := about["topic"].known:
            pages = pages.about_topic(topic, is_rare=self._is_rare("topic"))
        if organisation := about["organisation"].known:
            pages = pages.about_organisation(organisation)
        return pages

    def selected(self) -> NewsPageQuerySet:
        """Select the articles that every filter lets through."""
        year, month = self.known("year"), self.known("month")
        if year and month:
            return self.of_all_times.in_month(int(year), int(month))
        return self.of_all_times.in_year(int(year)) if year else self.of_all_times

    def query(self, **changes: str) -> str:
        """Return the query string of the same list with changes; an empty value drops a filter."""
        values = {each.name: each.known for each in self.all} | changes
        kept = {name: value for name, value in values.items() if value}
        return "?" + urlencode(kept) if kept else ""

    @cached_property
    def _about(self) -> dict[str, Filter]:
        filters = (
            by_type(self._one("type")),
            by_region(self._one("region"), self._ground),
            by_topic(self._one("topic"), self._ground.lang),
            by_organisation(self._one("organisation"), self._ground.lang),
        )
        return {each.name: each for each in filters}

    @cached_property
    def _facts(self) -> dict[str, Any]:
        """Ask in one query when articles are dated, and which filters let many of them through."""
        links = {
            "region": self._pages.regions_named(self._about["region"].known),
            "topic": self._pages.topics_named(self._about["topic"].known),
        }
        asked = {name: rows for name, rows in links.items() if self._about[name].known}
        many = {name: Exists(rows[FEW : FEW + 1]) for name, rows in asked.items()}
        return answers(**ends_of(self._pages), **many)

    def _is_rare(self, name: str) -> bool:
        return not self._facts[name]

    @property
    def _names(self) -> set[str]:
        return {*self._besides, *(each.name for each in self.all)}

    def _repeated(self) -> Iterator[Fault]:
        for name, values in self._asked.lists():
            if len(values) > 1 and name in self._names:
                yield Fault(name, _("“%(name)s” is given more than once.") % {"name": name})

    def _unknown(self) -> Iterator[Fault]:
        for each in self.all:
            if each.is_unknown:
                yield Fault(each.name, each.error)
            elif each.name == "month" and each.value and not self._one("year"):
                yield Fault("year", _("A month is chosen together with its year."))

    def _one(self, name: str) -> str:
        return self._asked.get(name, "").strip()
