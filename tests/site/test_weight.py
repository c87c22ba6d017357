"""A first view is light: the page and its style sheets, compressed, below 14 KB in two requests."""

from __future__ import annotations

import gzip
import re
from datetime import datetime

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from portal.offline.scripts import page_script, worker
from portal.static_storage import SITE_STYLE, STYLES, joined_style, lightened
from tests.site.pages import LANGUAGES, PAGE_TYPES

STATIC = settings.BASE_DIR / "portal" / "static" / "portal"
MOST = 14 * 1024
ALL_SCRIPTS = 6 * 1024
NOW = datetime.fromisoformat("2026-11-22T12:00:00+05:00")
# Red in the town of Aktobe, yellow in the rest of the country: the longest pages there are.
RED = datetime.fromisoformat("2016-06-07T12:00:00+06:00")
# Where somebody begins who asks what the level is: one page and one style sheet.
OF_A_LEVEL = ("home", "region", "town", "regions", "country", "history of a day")
OF_READING = ("article", "statement", "live post", "news", "advice")
# These are fetched before anything is drawn; deferred scripts and pictures further down are not.
BLOCKING = re.compile(
    r'<link rel="stylesheet"|<script(?![^>]*(?:\bdefer\b|ld\+json))|<img(?![^>]*loading="lazy")'
)
# The desk has a script of its own; the device's scripts stand behind words that the server writes.
NOT_AS_IT_IS = ("desk.js", "offline.js", "sw.js", "sw-off.js")


def compressed(text: bytes) -> int:
    return len(gzip.compress(text, 9))


def weight_of_style(name: str) -> int:
    style = joined_style(lambda path: (STATIC.parent / path).read_text(encoding="utf-8"), name)
    return compressed(style.encode())


@pytest.mark.usefixtures("whole_site")
@pytest.mark.parametrize("kind", [*OF_A_LEVEL, *OF_READING])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("at", [NOW, RED], ids=["now", "red"])
def test_a_first_view_is_below_fourteen_kilobytes(
    client: Client, kind: str, lang: str, at: datetime
) -> None:
    with time_machine.travel(at, tick=False):
        page = client.get(PAGE_TYPES[kind].format(lang=lang)).content

    styles = [name for name in STYLES if name.encode() in page]
    whole = compressed(page) + sum(map(weight_of_style, styles))
    assert styles[0] == SITE_STYLE
    assert whole <= MOST, f"{kind} in {lang}: {whole} bytes"
    if kind in ("home", "region", "town", "country"):
        assert len(BLOCKING.findall(page.decode())) == 1, "one style sheet beside the page"


def test_all_scripts_of_readers_together_are_below_six_kilobytes() -> None:
    texts = {
        path.name: lightened(path.read_text(encoding="utf-8"))
        for path in (STATIC / "js").glob("*.js")
        if path.name not in NOT_AS_IT_IS
    }
    texts |= {"sw.js": worker(), "offline.js": max(map(page_script, LANGUAGES), key=len)}

    weights = {name: compressed(text.encode()) for name, text in texts.items()}

    assert sum(weights.values()) <= ALL_SCRIPTS, weights
