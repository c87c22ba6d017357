"""The tables of regions and of the ledger as files: the rows of the page, for the same question."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import datetime
from typing import Any

import pytest

from tests.guidance.views.conftest import LANGUAGES, Page, Reader

pytestmark = pytest.mark.usefixtures("record_of_2016")

RED = datetime.fromisoformat("2016-06-07T12:00:00+06:00")
TODAY = datetime.fromisoformat("2026-11-22T12:00:00+05:00")
ROW = re.compile(r'<tr role="row" data-place="([^"]+)" data-level="([^"]+)"[^>]*>(.*?)</tr>', re.S)
NUMBERS = re.compile(r'scope="row"><a class="nb" href="/\w\w/declarations/([\d-]+)/"')


def sheet(page: Page) -> list[dict[str, str]]:
    text = page.response.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def words(source: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", source).split())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("query", ["", "?level=yellow", "?only=1&name=алматы"])
def test_the_file_of_regions_holds_the_rows_of_the_page(
    read: Reader, lang: str, query: str
) -> None:
    shown = ROW.findall(read(f"/{lang}/regions/{query}", RED).source)

    rows = sheet(read(f"/{lang}/regions.csv{query}", RED))

    assert [row["code"] for row in rows] == [code for code, _level, _cells in shown]
    for row, (_code, level, cells) in zip(rows, shown, strict=True):
        assert (row["level"].lower() or "none") == level
        for name in ("name", "level_name", "end_text"):
            assert row[name] in words(cells)
        assert f'datetime="{row["since"]}"' in cells


def test_a_region_tells_what_is_higher_inside_it_and_who_set_its_level(read: Reader) -> None:
    [aqtobe] = sheet(read("/en/regions.csv?name=aktobe", RED))

    assert aqtobe["level"] == "YELLOW"
    assert aqtobe["set_for"] == "KZ"
    assert aqtobe["declarations"].split(";")[0] == "2016-0002"
    assert aqtobe["in_part"].startswith("critical (red): ")
    assert aqtobe["as_of"] == "2016-06-07T12:00+06:00"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "query",
    ["", "?level=red", "?place=almaty&act=change&level=red&year=2016", "?year=2025", "?act=&year="],
)
def test_the_files_of_the_ledger_hold_the_rows_of_the_page(
    read: Reader, lang: str, query: str
) -> None:
    page = read(f"/{lang}/history/{query}", TODAY)

    rows = sheet(read(f"/{lang}/history.csv{query}", TODAY))
    told = json.loads(read(f"/{lang}/history.json{query}", TODAY).response.content)

    assert [row["number"] for row in rows] == NUMBERS.findall(page.source)
    assert [each["number"] for each in told["declarations"]] == NUMBERS.findall(page.source)
    assert told["count"] == len(rows)
    for row in rows:
        for name in ("act_name", "places", "end_text"):
            assert row[name] in page.text
        assert row["address"] == f"https://dengei.example/{lang}/declarations/{row['number']}/"


@pytest.mark.parametrize("query", ["level=red", "place=aqtobe-town&year=2017", "act=lift"])
def test_the_page_leads_to_the_files_of_its_filter(read: Reader, query: str) -> None:
    source = read(f"/kk/history/?{query}", TODAY).source

    assert f'href="/kk/history.csv?{query}"' in source
    assert f'href="/kk/history.json?{query}"' in source


def test_the_page_of_regions_leads_to_the_file_of_its_filter(read: Reader) -> None:
    source = read("/ru/regions/?level=red&only=1&name=&bogus=1", TODAY).source

    assert 'href="/ru/regions.csv?level=red&only=1"' in source


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("regions.csv?level=green", "level"), ("regions.csv?go=aqtobe", "go"),
        ("regions.csv?only=yes", "only"), ("regions.csv?name=a&name=b", "name"),
        ("history.csv?year=16", "year"), ("history.csv?year=２０１６", "year"),
        ("history.csv?place=nowhere", "place"), ("history.csv?page=2", "page"),
        ("history.json?act=declared", "act"), ("history.csv?level=none", "level"),
        ("history.csv?place=%00", "place"),
    ],
)  # fmt: skip
def test_what_a_filter_does_not_know_is_refused(read: Reader, address: str, parameter: str) -> None:
    answer: Any = read(f"/kk/{address}", TODAY).response

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert json.loads(answer.content)["parameter"] == parameter
    assert "Content-Disposition" not in answer


def test_a_ledger_longer_than_a_file_is_told_and_not_cut(
    read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guidance.views.tables.MOST_ROWS", 2)

    assert read("/en/history.csv", TODAY).status == 400
    assert read("/en/history.csv?year=2017", TODAY).status == 200


def test_files_are_saved_under_a_name_kept_briefly_and_open_to_scripts(read: Reader) -> None:
    first: Any = read("/kk/history.csv", TODAY).response
    again = read("/kk/history.csv", TODAY, **{"If-None-Match": first["ETag"]})

    assert first["Content-Disposition"] == 'attachment; filename="history.csv"'
    assert first["Content-Type"] == "text/csv; charset=utf-8"
    assert first["Cache-Control"] == "public, max-age=4"
    assert first["Access-Control-Allow-Origin"] == "*"
    assert again.status == 304
    # The ledger's key, the acts with their bulletins, their regions, the measures' words.
    assert len(again.queries) <= 5
