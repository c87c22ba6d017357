"""The parameters of a machine's request, read strictly: what is unknown or odd is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from guidance.channels.problems import Problem

INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})", re.ASCII
)
PLUS_BECAME_A_SPACE = re.compile(r"T[\d:.]+ \d{2}:?\d{2}$", re.ASCII)
YEARS = range(2000, 2101)


def bad_request(parameter: str, detail: str) -> Problem:
    """Return the refusal of one parameter."""
    return Problem(400, _("Bad request"), detail, parameter)


def single_values(request: HttpRequest, known: Iterable[str]) -> dict[str, str]:
    """Return the query's values by name; refuse what is unknown or given twice."""
    names = tuple(known)
    for name, values in request.GET.lists():
        if name not in names:
            allowed = ", ".join(names) or "-"
            detail = _("Unknown parameter “%(name)s”. Known here: %(allowed)s.")
            raise bad_request(name[:80], detail % {"name": name[:80], "allowed": allowed})
        if len(values) > 1:
            raise bad_request(name, _("“%(name)s” is given more than once.") % {"name": name})
    return {name: request.GET[name] for name in names if name in request.GET}


def instant(name: str, value: str) -> datetime:
    """Read an instant with its offset."""
    if PLUS_BECAME_A_SPACE.search(value):
        detail = _("The plus sign of the offset arrived as a space: write it as %2B.")
        raise bad_request(name, detail)
    if INSTANT.fullmatch(value):
        try:
            found = datetime.fromisoformat(value)
        except ValueError:
            found = None
        if found is not None and found.year in YEARS:
            return found
    detail = _("“%(name)s” must be an ISO 8601 instant with its offset, between 2000 and 2100.")
    raise bad_request(name, detail % {"name": name})


def page_number(name: str, value: str) -> int:
    """Read the number of a page."""
    if re.fullmatch(r"[1-9]\d{0,5}", value, re.ASCII):
        return int(value)
    raise bad_request(name, _("“%(name)s” must be a whole number from 1.") % {"name": name})
