"""What a page weighs on a thin line."""

from __future__ import annotations

import gzip
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings

from portal.static_storage import joined_style
from tests.guidance.views.conftest import LANGUAGES, Reader

RED_IN_AQTOBE = datetime.fromisoformat("2016-06-07T12:00:00+06:00")
STATIC = Path(settings.BASE_DIR) / "portal" / "static"
BUDGET = 14 * 1024


def compressed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


@pytest.mark.usefixtures("record_of_2016")
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "address",
    ["", "regions/", "regions/aqtobe-town/", "regions/kazakhstan/", "history/2016-06-07/"],
)
def test_fits_the_first_round_trip_with_its_style(read: Reader, lang: str, address: str) -> None:
    page = read(f"/{lang}/{address}", RED_IN_AQTOBE)

    style = joined_style(lambda name: (STATIC / name).read_text(encoding="utf-8"))
    weight = compressed(page.response.content.decode()) + compressed(style)
    assert weight <= BUDGET, f"/{lang}/{address} weighs {weight} bytes"
