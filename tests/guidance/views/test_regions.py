"""The page of all regions: table, filter, picker and map."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from tests.guidance.views.conftest import LANGUAGES, Reader

pytestmark = pytest.mark.usefixtures("record_of_2016")

RED_IN_AQTOBE = datetime.fromisoformat("2016-06-07T12:00:00+06:00")
QUIET = datetime.fromisoformat("2026-11-22T12:00:00+05:00")
# The ledger's head; regions, acts, texts and what is recent are kept in the process.
WARM_QUERIES = 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lists_every_region_in_every_language(read: Reader, lang: str) -> None:
    page = read(f"/{lang}/regions/", QUIET)

    assert page.status == 200
    assert len(re.findall(r'<tr role="row" data-place="KZ-\d\d"', page.source)) == 20


def test_sorts_by_the_kazakh_alphabet(read: Reader) -> None:
    page = read("/kk/regions/", QUIET)

    names = re.findall(r'scope="row"><a [^>]*>([^<]+)</a>', page.source)
    assert names.index("Қарағанды облысы") < names.index("Маңғыстау облысы")
    assert names.index("Ұлытау облысы") < names.index("Шығыс Қазақстан облысы")
    assert names[0] == "Абай облысы"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("kk", "шекті («қызыл»)"),
        ("ru", "критический («красный»)"),
        ("en", "critical (red)"),
    ],
)
def test_says_in_words_which_part_is_higher(read: Reader, lang: str, words: str) -> None:
    page = read(f"/{lang}/regions/", RED_IN_AQTOBE)

    row = page.source.split('data-place="KZ-15"')[1].split("</tr>")[0]
    assert 'data-level="yellow"' in row
    assert words in row
    assert f"/{lang}/regions/aqtobe-town/" in row


def test_draws_a_link_with_a_full_name_for_every_region(read: Reader) -> None:
    page = read("/en/regions/", QUIET)

    labels = re.findall(r'<a href="/en/regions/[^"]+" aria-label="([^"]+)"', page.source)
    assert len(labels) == 20
    assert "Aktobe Region: no level is in force" in labels


def test_draws_the_fill_and_shape_of_a_level_and_names_its_end(read: Reader) -> None:
    page = read("/en/regions/", RED_IN_AQTOBE)

    assert 'fill="url(#p-yellow)"' in page.source
    assert 'id="p-yellow"' in page.source
    assert 'id="p-orange"' not in page.source
    label = re.search(r'aria-label="(Aktobe Region: [^"]+)"', page.source)
    assert label
    assert label[1] == (
        "Aktobe Region: moderate (yellow), until the end of 15 January 2017; "
        "critical (red) in 1 town: the town of Aktobe"
    )


def test_credits_the_map(read: Reader) -> None:
    page = read("/en/regions/", QUIET)

    assert page.source.count("https://www.openstreetmap.org/copyright") == 1


def test_leads_from_the_picker_to_the_region(read: Reader) -> None:
    page = read("/ru/regions/?go=aqtobe", QUIET)

    assert page.status == 302
    assert page.response["Location"] == "/ru/regions/aqtobe/"


@pytest.mark.parametrize("slug", ["nowhere", "%00", "../admin", "x" * 5000])
def test_tells_that_a_picked_region_does_not_exist(read: Reader, slug: str) -> None:
    page = read(f"/en/regions/?go={slug}", QUIET)

    assert page.status == 200
    assert "There is no such region" in page.text
    assert "Aktobe Region" in page.text


def test_filters_by_a_part_of_a_name_in_any_language(read: Reader) -> None:
    page = read("/en/regions/?name=актюб&level=none", QUIET)

    assert re.findall(r'<tr role="row" data-place="([^"]+)"', page.source) == ["KZ-15"]


def test_filters_by_level(read: Reader) -> None:
    page = read("/en/regions/?level=none", RED_IN_AQTOBE)

    assert "Nothing found" in page.text


def test_shows_all_regions_when_a_filter_finds_nothing(read: Reader) -> None:
    page = read("/en/regions/?name=zzz&only=1", QUIET)

    assert "Nothing found" in page.text
    assert len(re.findall(r'<tr role="row" data-place=', page.source)) == 20


def test_overlooks_a_level_that_does_not_exist(read: Reader) -> None:
    page = read("/en/regions/?level=purple", QUIET)

    assert page.status == 200
    assert "Nothing found" not in page.text


def test_costs_one_query_when_warm(read: Reader) -> None:
    read("/en/regions/", QUIET)

    page = read("/en/regions/", QUIET)

    assert len(page.queries) == WARM_QUERIES, page.queries


def test_may_be_cached_for_seconds_and_not_past_the_next_change(read: Reader) -> None:
    quiet = read("/en/regions/", QUIET)
    before_an_end = datetime.fromisoformat("2016-06-12T19:59:57+05:00")
    ending = read("/en/regions/", before_an_end)

    assert quiet.response["Cache-Control"] == "public, max-age=4"
    assert ending.response["Cache-Control"] == "public, max-age=3"
