"""Pages, posters and cards in one process: weight, queries and processor time, with promises."""

from __future__ import annotations

import gzip
import logging
import os
import re
from statistics import median
from time import process_time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from portal.offline.scripts import page_script, worker  # noqa: E402
from portal.static_storage import STYLES, joined_style, lightened  # noqa: E402

TURNS = 25
FIRST_VIEW = "14 KB, 8 SQL, 8 ms"
PAGES = {
    "/healthz": "near-empty",
    "/{lang}/": FIRST_VIEW,
    "/{lang}/regions/aqtobe/": FIRST_VIEW,
    "/{lang}/regions/mangystau/": FIRST_VIEW,
    "/{lang}/regions/aqtobe/?lite=1": "10 KB",
    "/{lang}/regions/": "",
    "/{lang}/history/2016-07-18/": "",
    "/{lang}/check/": "",
}
DRAWN = {
    "/{lang}/regions/aqtobe/poster.pdf": "2 s",
    "/{lang}/levels/red/poster.pdf": "2 s",
    "/{lang}/regions/aqtobe/card.png": "0.3 s",
}
STATIC = settings.BASE_DIR / "portal" / "static"
STYLE = re.compile(r'<link rel="stylesheet" href="[^"]*/portal/(\w+)\.')


def main() -> None:
    """Print one line a page, the longest of its three languages."""
    logging.disable(logging.CRITICAL)
    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    print(f"{'page, red in Aktobe Region':40} {'weight':>8} {'SQL':>4} {'processor':>10}")
    for address, promise in PAGES.items():
        rows = [_page(client, address.format(lang=lang)) for lang in ("kk", "ru", "en")]
        weight, queries, busy = (max(column) for column in zip(*rows, strict=True))
        print(f"{address:40} {weight:6} B {queries:4} {busy:7.1f} ms   {_told(promise)}")
    print(f"{'all scripts of readers':40} {_scripts():6} B                   (promised: 6 KB)")
    for warm in ("/kk/levels/yellow/poster.pdf", "/kk/levels/yellow/card.png"):
        _drawn(client, warm)  # fonts are read once a process
    for address, promise in DRAWN.items():
        took = max(_drawn(client, address.format(lang=lang)) for lang in ("kk", "ru", "en"))
        print(f"{address:40} {took:23.2f} s    {_told(promise)}")


def _told(promise: str) -> str:
    return f"(promised: {promise})" if promise[:1].isdigit() else promise


def _page(client: Client, address: str) -> tuple[int, int, float]:
    client.get(address)
    times = []
    for _turn in range(TURNS):
        begin = process_time()
        answer = client.get(address)
        times.append(process_time() - begin)
    assert answer.status_code == 200, (address, answer.status_code)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    styles = [name for name in STYLES if name.removesuffix(".css").split("/")[1] in _named(answer)]
    weight = _compressed(answer.content) + sum(map(_style, styles))
    return weight, len(queries), 1000 * median(times)


def _named(answer: object) -> set[str]:
    return set(STYLE.findall(answer.content.decode()))  # type: ignore[attr-defined]


def _style(name: str) -> int:
    return _compressed(joined_style(lambda path: (STATIC / path).read_text("utf-8"), name).encode())


def _scripts() -> int:
    folder = STATIC / "portal" / "js"
    apart = ("desk.js", "offline.js", "sw.js", "sw-off.js")
    texts = [
        lightened(path.read_text("utf-8")) for path in folder.glob("*.js") if path.name not in apart
    ]
    return sum(_compressed(text.encode()) for text in (*texts, worker(), page_script("kk")))


def _compressed(text: bytes) -> int:
    return len(gzip.compress(text, 9))


def _drawn(client: Client, address: str) -> float:
    cache.clear()
    begin = process_time()
    answer = client.get(address, follow=True)
    took = process_time() - begin
    assert answer.status_code == 200, (address, answer.status_code)
    return took


if __name__ == "__main__":
    main()
