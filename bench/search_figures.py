"""What a reader of the search waits for, and how long processors work on it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

from django.db import connection
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from guidance.shown.request import present_ground
from portal.search.answers import answer
from portal.search.asked import Asked

TICKS = os.sysconf("SC_CLK_TCK")


class Times(NamedTuple):
    """Hold what one question took: the answer, and the page with its template."""

    wall: float
    busy: float  # of our process and of the database's
    page: float


def figures(client: Client, asked: Mapping[str, Sequence[str]], turns: int) -> Iterator[str]:
    """Ask every question several times; machines are shared, so processors are told too."""
    middle: dict[str, Times] = {}
    for lang, questions in asked.items():
        every = []
        for question in questions:
            address = f"/{lang}/search/?q={question}"
            times = [_asked(client, lang, address) for _turn in range(turns + 2)][2:]
            middle[address] = Times(*map(median, zip(*times, strict=True)))
            every += times
        yield _line(f"an answer in {lang}, median of {len(every)}", *_median(every))
        yield _line(f"an answer in {lang}, worst", *map(max, zip(*every, strict=True)))
    slowest = max(middle, key=lambda address: middle[address].wall)
    yield _line(f"slowest by median: {slowest}", *middle[slowest])


def _median(times: Sequence[Times]) -> Times:
    return Times(*map(median, zip(*times, strict=True)))


def _asked(client: Client, lang: str, address: str) -> Times:
    begin = perf_counter()
    page = client.get(address)
    whole = perf_counter() - begin
    assert page.status_code == 200, address
    begin, busy, serving = perf_counter(), process_time(), _server()
    with override(lang):
        ground = present_ground(None, timezone.now())
        answer(Asked(ground, page.wsgi_request.GET), page.wsgi_request)
    spent = perf_counter() - begin
    return Times(spent, process_time() - busy + _server() - serving, whole)


def _server() -> float:
    """Tell how long the database's process for this connection has worked."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0.0
    user, system = stat.read_text(encoding="ascii").rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) / TICKS


def _line(what: str, wall: float, busy: float, page: float) -> str:
    told = f"ms, processors {1000 * busy:.0f} ms, the page {1000 * page:.0f} ms"
    return f"{what:58} {1000 * wall:10.1f} {told}   (promised: 50 ms)"
