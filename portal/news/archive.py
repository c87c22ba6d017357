"""Years and months of articles: which have any, and how many, asked in a fixed number of queries.

Nothing here reads all articles: a year is looked for until its first article is found, and only the
months of one year are counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Aggregate, BooleanField, Func, IntegerField, Subquery, Value
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.timezone import localtime
from wagtail.models import Site

from portal.news.querysets import NewsPageQuerySet, month_span, year_span

ZONE = ZoneInfo(settings.TIME_ZONE)
MOST_YEARS = 100


class HasDated(Func):
    """Ask whether a live page is dated within a span; so short that many fit into one query."""

    template = (
        "EXISTS (SELECT 1 FROM news_newspage n JOIN wagtailcore_page p ON p.id = n.page_ptr_id"
        " WHERE p.live AND n.published_at >= %(expressions)s)"
    )
    arg_joiner = " AND n.published_at < "
    output_field = BooleanField()


class NumberDated(Aggregate):
    """Count the articles of a list that are dated within a span."""

    template = "COUNT(*) FILTER (WHERE news_newspage.published_at >= %(expressions)s)"
    arg_joiner = " AND news_newspage.published_at < "
    output_field = IntegerField()


@dataclass(frozen=True, slots=True)
class Month:
    """Hold a month of the archive and how many articles it has."""

    number: int
    count: int


def month_names() -> Sequence[tuple[int, str]]:
    """Name the months of a year."""
    return [(number, str(name)) for number, name in sorted(MONTHS.items())]


def month_name(first: date) -> str:
    """Name a month with its year: 2016 жылғы маусым, июнь 2016 года, June 2016."""
    text = date_format(first, "YEAR_MONTH_FORMAT")
    # Django begins Kazakh and Russian months with a capital letter; English ones need it.
    return text if text.isascii() else text.lower()


def answers(**questions: Any) -> dict[str, Any]:
    """Ask several small questions in one query."""
    one_row: Any = Site.objects.order_by("pk").annotate(**questions)
    found: dict[str, Any] = one_row.values(*questions)[0] if questions else {}
    return found


def ends_of(pages: NewsPageQuerySet) -> dict[str, Subquery]:
    """Return the questions when the oldest and the newest article are dated."""
    dates = pages.order_by("published_at").values("published_at")
    newest = dates.order_by("-published_at")
    return {"oldest": Subquery(dates[:1]), "newest": Subquery(newest[:1])}


class Archive:
    """Tell the years and months in which articles are dated, by the clocks of the capital."""

    def __init__(self, ends: Mapping[str, Any]) -> None:
        self._ends = ends

    @cached_property
    def years(self) -> list[int]:
        """List the years that have articles, newest first."""
        ends = self._ends
        if ends["newest"] is None:
            return []
        newest, oldest = (localtime(ends[name], ZONE).year for name in ("newest", "oldest"))
        span = range(newest, max(oldest - 1, newest - MOST_YEARS), -1)
        has = answers(**{f"y{year}": HasDated(*map(Value, year_span(year))) for year in span})
        return [year for year in span if has[f"y{year}"]]

    def months(self, pages: NewsPageQuerySet, year: int) -> list[Month]:
        """Count the articles of `pages` in each month of a year; leave out the empty months."""
        counts = pages.in_year(year).aggregate(
            **{
                f"m{number}": NumberDated(*map(Value, month_span(year, number)))
                for number, _name in month_names()
            }
        )
        return [
            Month(number, counts[f"m{number}"])
            for number, _name in month_names()
            if counts[f"m{number}"]
        ]
