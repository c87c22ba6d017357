"""The short card of a place, which home shows a reader who keeps the place on the device."""

from __future__ import annotations

from datetime import datetime

import pytest

from guidance.models import FormerSlug, Region
from tests.guidance.views.conftest import Reader

pytestmark = pytest.mark.usefixtures("record_of_2016")

QUIET = datetime.fromisoformat("2026-11-22T12:00:00+05:00")
RED_IN_AQTOBE = datetime.fromisoformat("2016-06-07T12:00:00+06:00")
ENDS_SOON = datetime.fromisoformat("2016-06-12T12:00:00+06:00")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("kk", "Ақтөбе қаласы : шекті («қызыл») Басталуы: шамамен 2016 жылғы 5 маусым, 20:00"),
        ("ru", "Город Актобе : критический («красный») Начало: ориентировочно 5 июня 2016 года"),
        ("en", "The town of Aktobe : critical (red) From: approximately 5 June 2016, 20:00"),
    ],
)
def test_tells_level_since_end_and_as_of_by_the_place_s_own_clocks(
    read: Reader, lang: str, words: str
) -> None:
    page = read(f"/{lang}/regions/aqtobe-town/short/", RED_IN_AQTOBE)

    assert words in page.text
    assert 'data-level="red"' in page.source
    assert 'data-state="in-force"' in page.source
    assert "11:00 (UTC+5)" in page.text


def test_names_the_part_that_is_higher(read: Reader) -> None:
    page = read("/en/regions/aqtobe/short/", RED_IN_AQTOBE)

    assert "moderate (yellow)" in page.text
    assert "In part of the region: critical (red) : the town of Aktobe" in page.text


def test_says_that_a_level_ends_soon_and_that_there_is_none(read: Reader) -> None:
    assert "Ends soon" in read("/en/regions/aqtobe-town/short/", ENDS_SOON).text
    quiet = read("/en/regions/aqtobe-town/short/", QUIET)
    assert "no level is in force" in quiet.text
    assert "From:" not in quiet.text


def test_is_kept_as_briefly_as_a_page_without_cookies_or_a_place_in_search(read: Reader) -> None:
    read("/en/regions/aqtobe/short/", QUIET)
    page = read("/en/regions/aqtobe/short/", QUIET)

    assert page.response["Cache-Control"] == "public, max-age=4"
    assert page.response["X-Robots-Tag"] == "noindex"
    assert not page.response.cookies
    assert len(page.queries) == 1, page.queries  # the head of the ledger


def test_a_renamed_place_is_followed_and_an_unknown_one_is_not_found(read: Reader) -> None:
    FormerSlug.objects.create(slug="aktyubinsk", region=Region.objects.get(code="KZ-15"))

    renamed = read("/en/regions/aktyubinsk/short/", QUIET)

    assert renamed.status == 301
    assert renamed.response["Location"] == "/en/regions/aqtobe/short/"
    for slug in ("nowhere", "%00", "x" * 500):
        assert read(f"/en/regions/{slug}/short/", QUIET).status == 404


def test_the_page_of_a_place_offers_to_keep_it_and_no_other_page_has_the_script(
    read: Reader,
) -> None:
    region, others = read("/ru/regions/aqtobe/", QUIET), read("/ru/regions/", QUIET)

    assert 'data-keep="aqtobe"' in region.source
    assert "Добавьте страницу в закладки" in region.text
    assert "portal/js/place" in region.source
    assert "portal/js/place" not in others.source
