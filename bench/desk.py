"""What an editor waits for: the first page of the desk, on the database with a long history."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

import time_machine
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.measuring import HOUR, now, published, waiting_for
from portal.accounts.models import User
from tests.people import sign_in

PAGE, FRAGMENT = "/admin/desk/", "/admin/desk/live/"
TURNS = 15


class Figure(NamedTuple):
    """Hold what one page took: on the wall, of the processor, of the database."""

    name: str
    wall: float
    busy: float
    queries: int


def first_pages() -> Iterator[Figure]:
    """Open the first page as the republican drafter, whose desk has all 1,000 places."""
    logging.disable(logging.INFO)
    settings.ALLOWED_HOSTS = ["testserver"]
    with time_machine.travel(now() + HOUR):
        desk = sign_in(Client(headers={"host": "testserver"}), User.objects.get(username="drafter"))
        yield _asked(desk, "the desk's first page", PAGE, TURNS)
        published(waiting_for(act="DECLARE", level="RED", regions=("KZ-3",), ends_at=now() + HOUR))
        yield _asked(desk, "the same, first after a publication", PAGE, 1)
        yield _asked(desk, "the part of it that is asked for again", FRAGMENT, TURNS)


def _asked(desk: Client, name: str, path: str, turns: int) -> Figure:
    walls, busies = [], []
    for _ in range(turns):
        begin, busy = perf_counter(), process_time()
        answer = desk.get(path, secure=True)
        walls.append(perf_counter() - begin)
        busies.append(process_time() - busy)
        assert answer.status_code == 200, answer.status_code
    with CaptureQueriesContext(connection) as queries:
        desk.get(path, secure=True)
    return Figure(name, median(walls), median(busies), len(queries))
