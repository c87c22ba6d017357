"""The data of a page as a machine reads it out of the HTML."""

import json
from html.parser import HTMLParser
from typing import Any


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.others: list[str] = []
        self._is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            told = dict(attrs)
            self._is_data = told.get("type") == "application/ld+json"
            (self.texts if self._is_data else self.others).append(told.get("src") or "")

    def handle_data(self, data: str) -> None:
        if self._is_data:
            self.texts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._is_data = False


def nodes_of(page: str) -> dict[str, Any]:
    """Give the nodes of the one data block of a page by their types."""
    scripts = _Scripts()
    scripts.feed(page)
    [text] = scripts.texts
    told = json.loads(text)
    assert told["@context"] == "https://schema.org"
    return {node["@type"]: node for node in told["@graph"]}


def scripts_of(page: str) -> list[str]:
    """Give the files of the elements that a browser would run; empty where the page holds it."""
    scripts = _Scripts()
    scripts.feed(page)
    return scripts.others
