"""A first view is light: the page and its style sheets, compressed, stay below 14 KB."""

from __future__ import annotations

import gzip
from datetime import datetime

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from portal.static_storage import READING_STYLE, REFERENCE_STYLE, SITE_STYLE, joined_style
from tests.site.pages import LANGUAGES, PAGE_TYPES

pytestmark = pytest.mark.usefixtures("whole_site")

MOST = 14 * 1024
# Red in the town of Aktobe, yellow in the rest of the country: the longest pages there are.
RED = datetime.fromisoformat("2016-06-07T12:00:00+06:00")
FIRST_VIEWS = ("home", "region", "town", "article", "statement", "live post", "news", "advice")


def weight_of_style(name: str) -> int:
    static = settings.BASE_DIR / "portal" / "static"
    joined = joined_style(lambda path: (static / path).read_text(encoding="utf-8"), name)
    return len(gzip.compress(joined.encode(), 9))


@pytest.mark.parametrize("kind", FIRST_VIEWS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("at", [None, RED], ids=["now", "red"])
def test_a_first_view_is_below_fourteen_kilobytes(
    client: Client, kind: str, lang: str, at: datetime | None
) -> None:
    with time_machine.travel(at or datetime.fromisoformat("2026-11-22T12:00:00+05:00"), tick=False):
        page = client.get(PAGE_TYPES[kind].format(lang=lang)).content

    styles = [
        name for name in (SITE_STYLE, READING_STYLE, REFERENCE_STYLE) if name.encode() in page
    ]
    whole = len(gzip.compress(page, 9)) + sum(map(weight_of_style, styles))
    assert styles[0] == SITE_STYLE
    assert whole <= MOST, f"{kind} in {lang}: {whole} bytes"
