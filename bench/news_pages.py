"""What a reader waits for: each list, deep pages, feeds and an article, as one JSON object."""

from __future__ import annotations

import gzip
import json
import logging
import os
from statistics import median
from time import perf_counter, process_time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from portal.static_storage import STYLES, joined_style  # noqa: E402

TURNS = 9
LISTING, ARTICLE = "15 SQL, 15 ms", "12 SQL, 15 ms"
ADDRESSES = {
    "/en/news/": LISTING,
    "/en/news/?page=5": LISTING,
    "/en/news/?page=50": LISTING,
    "/en/news/?type=live": LISTING,
    "/en/news/?type=statement": LISTING,
    "/en/news/?region=KZ": LISTING,
    "/en/news/?region=KZ-15": LISTING,
    "/en/news/?topic=levels": LISTING,
    "/en/news/?organisation=kisi": LISTING,
    "/en/news/?year=2016": LISTING,
    "/en/news/?year=2016&month=6": LISTING,
    "/en/news/?type=comment&region=KZ-75&topic=levels": LISTING,
    "/kk/feeds/news.atom": "",
    "/kk/feeds/news.json?region=KZ-15": "",
    "/kk/news/aqtobe-red-level/": ARTICLE,
    "/ru/news/article-77/": ARTICLE,
    "/kk/": "",
}


def main() -> None:
    """Print what every address takes: on the wall, of the processor, of the database."""
    logging.disable(logging.CRITICAL)
    client = Client()
    folder = settings.BASE_DIR / "portal" / "static"
    style = "".join(
        joined_style(lambda name: (folder / name).read_text("utf-8"), each) for each in STYLES
    )
    print(json.dumps({each: _asked(client, each, style) for each in ADDRESSES}))


def _asked(client: Client, address: str, style: str) -> dict[str, object]:
    walls, busies = [], []
    client.get(address)
    for _ in range(TURNS):
        begin, busy = perf_counter(), process_time()
        answer = client.get(address)
        walls.append(perf_counter() - begin)
        busies.append(process_time() - busy)
    assert answer.status_code == 200, (address, answer.status_code)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    weight = len(gzip.compress(answer.content, 9)) + len(gzip.compress(style.encode(), 9))
    return {
        "wall": 1000 * median(walls), "busy": 1000 * median(busies), "queries": len(queries),
        "weight": weight, "promise": ADDRESSES[address],
    }  # fmt: skip


if __name__ == "__main__":
    main()
