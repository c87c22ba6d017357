"""The tables of the pages of regions and of the ledger as files, by the filters of those pages."""

import json
import re
from collections.abc import Callable, Collection, Mapping
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from guidance.channels import api, spreadsheet
from guidance.channels.problems import Problem
from guidance.models import ActCode, Declaration, LevelCode
from guidance.shown.ground import Ground
from guidance.shown.ledger_list import FILTERS, wanted_acts
from guidance.shown.marks import NO_LEVEL_KEY
from guidance.shown.region_list import asked_for, region_row, wanted_regions
from guidance.shown.request import present_ground, seconds_to_keep
from guidance.shown.tables import LEDGER_COLUMNS, REGION_COLUMNS, ledger_table, region_table
from guidance.views.machines import Made, answered
from guidance.views.parameters import bad_request, single_values

MOST_ROWS = 5_000  # a second of work; who wants more asks year by year
LEVELS = [code.lower() for code in LevelCode.values]
ACTS = [code.lower() for code in ActCode.values]
YEAR = re.compile(r"[0-9]{4}", re.ASCII)

Values = Mapping[str, str]


@csrf_exempt  # a POST is told as a problem that nothing is written here
def regions_csv(request: HttpRequest) -> HttpResponse:
    """Answer with the table of regions."""
    return _saved(answered(request, lambda: _regions(request)), "regions")


@csrf_exempt
def history_csv(request: HttpRequest) -> HttpResponse:
    """Answer with the table of the ledger."""
    return _saved(answered(request, lambda: _history(request, _history_sheet)), "history")


@csrf_exempt
def history_json(request: HttpRequest) -> HttpResponse:
    """Answer with the same decisions as the API tells them."""
    return answered(request, lambda: _history(request, _history_document))


def _regions(request: HttpRequest) -> Made:
    values = single_values(request, ("name", "level", "only"))
    _one_of(values, "level", [NO_LEVEL_KEY, *LEVELS])
    _one_of(values, "only", ["1"])
    ground = present_ground(request, timezone.now())
    rows = list(map(partial(region_row, ground), wanted_regions(ground, asked_for(values))))
    body = spreadsheet.sheet_of(REGION_COLUMNS, region_table(ground, rows))
    return Made(body, spreadsheet.MEDIA_TYPE, seconds_to_keep(ground.public))


def _history(request: HttpRequest, write: Callable[[Ground, list[Declaration]], Made]) -> Made:
    values = single_values(request, FILTERS)
    ground = present_ground(request, timezone.now())
    _one_of(values, "place", ground.atlas.by_slug)
    _one_of(values, "act", ACTS)
    _one_of(values, "level", LEVELS)
    if values.get("year") and not YEAR.fullmatch(values["year"]):
        raise bad_request("year", _("“%(name)s” has no such value.") % {"name": "year"})
    acts = list(wanted_acts(ground, values)[: MOST_ROWS + 1])
    if len(acts) > MOST_ROWS:
        detail = _("More than %(most)s rows: choose a year, and put the files together.")
        raise Problem(400, _("Bad request"), detail % {"most": MOST_ROWS}, "year")
    return write(ground, acts)


def _history_sheet(ground: Ground, acts: list[Declaration]) -> Made:
    body = spreadsheet.sheet_of(LEDGER_COLUMNS, ledger_table(ground, acts))
    return Made(body, spreadsheet.MEDIA_TYPE, seconds_to_keep(ground.public))


def _history_document(ground: Ground, acts: list[Declaration]) -> Made:
    document = {"count": len(acts), "declarations": list(map(api.declaration_summary, acts))}
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return Made(body, "application/json", seconds_to_keep(ground.public))


def _one_of(values: Values, name: str, known: Collection[str]) -> None:
    if values.get(name) and values[name] not in known:
        raise bad_request(name, _("“%(name)s” has no such value.") % {"name": name})


def _saved(response: HttpResponse, name: str) -> HttpResponse:
    """Name the file where it is one."""
    if response.status_code == 200:
        response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
