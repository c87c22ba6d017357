"""Tables for spreadsheets: what stands in a cell stays text."""

import csv
import io

import pytest

from guidance.channels.spreadsheet import harmless, sheet_of


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+7", "-2", "@x", "\t=1", "\r=1", "\n=1", "  =1", "＝1", '=HYPERLINK("http://x")'],
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "2016-0001", "«қызғылт сары»", "a=b", "Ақтөбе; Алматы"])
def test_a_text_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


def test_what_is_written_is_read_again_by_whoever_heeds_the_mark_of_its_encoding() -> None:
    cells = ["Ақтөбе", 'a "b", c', "two\nlines", ""]

    body = sheet_of(["one", "two", "three", "four"], [cells])

    assert body.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))
    assert rows == [["one", "two", "three", "four"], cells]
