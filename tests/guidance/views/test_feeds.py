"""Feeds of declarations, in one language, for programs that read feeds."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from lxml import etree

pytestmark = pytest.mark.usefixtures("record_of_2016")

NAMES = {"a": "http://www.w3.org/2005/Atom"}
SCHEMA = etree.RelaxNG(etree.parse(Path(settings.BASE_DIR) / "tests" / "data" / "atom.rng"))


def ask(client: Client, address: str) -> Any:
    """Return a valid feed."""
    response = client.get(address)
    assert response.status_code == 200, response.content
    document = etree.fromstring(response.content)
    assert SCHEMA.validate(document), SCHEMA.error_log
    return document


def texts(document: Any, path: str) -> list[str]:
    return [str(found) for found in document.xpath(path, namespaces=NAMES)]


@pytest.mark.parametrize(
    ("lang", "word"), [("kk", "деңгейі"), ("ru", "уровень"), ("en", "threat level")]
)
def test_every_declaration_stands_in_the_feed_of_the_country(
    client: Client, lang: str, word: str
) -> None:
    document = ask(client, f"/{lang}/feeds/levels.atom")

    assert len(texts(document, "//a:entry")) == 8
    assert any(word in title for title in texts(document, "//a:entry/a:title/text()"))
    first = texts(document, "//a:entry[last()]/a:link[@rel='alternate']/@href")[0]
    assert first == f"https://dengei.example/{lang}/declarations/2016-0001/"
    instants = texts(document, "//a:entry/a:updated/text()")
    assert instants == sorted(instants, reverse=True)
    assert texts(document, "/a:feed/a:updated/text()") == instants[:1]


def test_the_feed_of_a_region_holds_what_bears_on_it(client: Client) -> None:
    of_aqtobe = ask(client, "/en/feeds/regions/KZ-15.atom")
    of_almaty = ask(client, "/en/feeds/regions/KZ-75.atom")

    codes = {*texts(of_almaty, "//a:entry/a:category[contains(@scheme, '#regions')]/@term")}
    assert "KZ-75" in codes
    assert not any(code.startswith("KZ-15") for code in codes)
    assert {*texts(of_aqtobe, "//a:entry/a:id/text()")} != {
        *texts(of_almaty, "//a:entry/a:id/text()")
    }
    assert "Aktobe Region" in texts(of_aqtobe, "/a:feed/a:title/text()")[0]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/en/feeds/regions/KZ-99.atom", 404),
        ("/en/feeds/regions/%00.atom", 404),
        ("/en/feeds/levels.atom?level=RED", 400),
    ],
)
def test_what_does_not_exist_is_refused_as_a_problem(
    client: Client, address: str, status: int
) -> None:
    response = client.get(address)

    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"


def test_a_feed_of_levels_may_be_kept_no_longer_than_a_level(client: Client) -> None:
    response = client.get("/en/feeds/levels.atom")

    assert response["Cache-Control"] == "public, max-age=4"
    again = client.get("/en/feeds/levels.atom", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
