"""A few rows of each of several lists, found in one query without reading the rest."""

from collections.abc import Iterable
from typing import Any

from django.db.models import BigIntegerField, Func, Subquery


class _Few(Subquery):
    """Hold a cut list; SQLite lets none be a part of a union, but what is selected from it."""

    template = "SELECT * FROM (%(subquery)s) few"


class _AnyOf(Func):
    """Join cut lists."""

    template = "%(expressions)s"
    arg_joiner = " UNION ALL "
    output_field = BigIntegerField()


def any_of(lists: Iterable[Any]) -> Func:
    """Return the numbers in any of some cut lists, for a lookup `id__in`."""
    return _AnyOf(*(_Few(rows) for rows in lists))
