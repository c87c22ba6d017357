"""Pages as readers get them: at an instant, in a language, with the number of queries."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from html import unescape
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import NOON

LANGUAGES = ("kk", "ru", "en")


class Page:
    """Hold an answer, its source, and the text that a reader sees."""

    def __init__(self, response: Any, queries: list[str]) -> None:
        self.response = response
        self.status = response.status_code
        self.queries = queries
        self.source = unescape(response.content.decode())

    @property
    def text(self) -> str:
        """Give the words of the page without its markup, spaces made one."""
        return " ".join(re.sub(r"<[^>]+>", " ", self.source).split())

    def part(self, pattern: str) -> str:
        """Give the source from a pattern to the end of its section."""
        found = re.search(rf"<section[^>]*{pattern}.*?</section>", self.source, re.DOTALL)
        assert found, f"no section with {pattern}"
        return found[0]

    def match(self, pattern: str) -> str:
        """Give the text that a pattern finds, its spaces made one."""
        found = re.search(pattern, self.source, re.DOTALL)
        assert found, f"nothing like {pattern}"
        return " ".join(found[1].split())

    @property
    def card(self) -> str:
        """Give the source of the level card."""
        return self.part('class="level"')


Reader = Callable[..., Page]


@pytest.fixture
def read(client: Client) -> Reader:
    """Read an address at an instant."""

    def read_at(address: str, at: datetime = NOON, **headers: str) -> Page:
        with time_machine.travel(at, tick=False), CaptureQueriesContext(connection) as captured:
            response = client.get(address, headers=headers or None)
        return Page(response, [query["sql"] for query in captured.captured_queries])

    return read_at
