"""Feeds as readers' programs see them: asked by address, checked against their schemas, parsed."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

DATA = Path(settings.BASE_DIR) / "tests" / "data"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
RELAX_NG = etree.RelaxNG(etree.parse(DATA / "atom.rng"))
JSON_FEED = Draft202012Validator(
    json.loads((DATA / "json-feed.schema.json").read_text(encoding="utf-8")),
    format_checker=FormatChecker(),
)


@pytest.fixture
def atom(client):
    """Return a function that asks for a valid Atom feed and parses it."""

    def _atom(query: str = "", language: str = "en") -> Any:
        response = client.get(f"/{language}/feeds/news.atom{query}")
        assert response.status_code == 200, response.content
        document = etree.fromstring(response.content)
        assert RELAX_NG.validate(document), RELAX_NG.error_log
        return document

    return _atom


@pytest.fixture
def json_feed(client):
    """Return a function that asks for a valid JSON Feed and parses it."""

    def _json_feed(query: str = "", language: str = "en") -> Any:
        response = client.get(f"/{language}/feeds/news.json{query}")
        assert response.status_code == 200, response.content
        document = json.loads(response.content)
        JSON_FEED.validate(document)
        return document

    return _json_feed


def texts(document: Any, path: str) -> list[str]:
    """Return the texts or attributes at a path of an Atom document."""
    return [str(found) for found in document.xpath(path, namespaces=ATOM)]
