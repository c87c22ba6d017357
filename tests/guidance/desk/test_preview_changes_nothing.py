"""Looking at a preview leaves no trace: not in the database, not in what the process keeps."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guidance import situations
from guidance.models import Declaration
from guidance.shown import stored_book
from tests.guidance.desk import posts
from tests.guidance.desk.previewing import framed

PATHS = ("ru/regions/aqtobe/", "ru/regions/", "ru/declarations/…/")
KINDS = ("ru", "data", "difference")
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
# Session, person, roles, the draft with its parts, the proposal, the situation, then the page.
MOST_QUERIES_OF_A_PAGE = 60


@pytest.mark.parametrize("path", PATHS)
def test_a_framed_page_writes_nothing(path: str, waiting: Declaration, approver: Client) -> None:
    framed(approver, waiting, path)  # what the process keeps is read once

    with CaptureQueriesContext(connection) as captured:
        framed(approver, waiting, path)

    said = [query["sql"] for query in captured.captured_queries]
    assert [sql for sql in said if WRITES.match(sql)] == []
    assert len(said) <= MOST_QUERIES_OF_A_PAGE, len(said)


@pytest.mark.parametrize("kind", KINDS)
def test_a_screen_of_previews_writes_nothing(
    kind: str, waiting: Declaration, approver: Client
) -> None:
    with CaptureQueriesContext(connection) as captured:
        response = approver.get(posts.address(waiting, f"preview/{kind}"))

    assert response.status_code == 200
    said = [query["sql"] for query in captured.captured_queries]
    assert [sql for sql in said if WRITES.match(sql)] == []
    assert len(said) <= MOST_QUERIES_OF_A_PAGE, len(said)


def test_the_process_keeps_nothing_of_a_preview(
    waiting: Declaration, approver: Client, client: Client
) -> None:
    before = client.get("/ru/regions/aqtobe/").content
    kept, book = dict(situations._kept), dict(stored_book._kept)

    for path in PATHS:
        framed(approver, waiting, path)

    assert situations._kept == kept
    assert stored_book._kept == book
    assert client.get("/ru/regions/aqtobe/").content == before
    waiting.refresh_from_db()
    assert (waiting.status, waiting.number, waiting.sequence) == ("SUBMITTED", None, None)
