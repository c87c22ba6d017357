"""The sitemap names every public page in the languages it has, however many there are."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from lxml import etree

from portal.news.models import NewsPage, Organisation, Person, Topic
from portal.sitemaps import views

SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).parents[1] / "data" / "sitemap.xsd")))
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}
SITE = "https://dengei.example"
THREE = {"kk": "Бір тақырып", "ru": "Один заголовок", "en": "One headline"}
TWO = {"kk": "Екі тіл", "ru": "Два языка"}
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
# Home and the tree, then each type of page in it; places; five kinds counted, then read.
QUERIES = 18


def read(client, address="/sitemap.xml"):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    root = etree.fromstring(response.content)
    SCHEMA.assertValid(root)
    return root


def entries(client, address="/sitemap.xml"):
    return {
        url.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
        }
        for url in read(client, address).findall("s:url", NAMES)
    }


def locations(root):
    return [loc.text for loc in root.iterfind(".//s:loc", NAMES)]


def test_every_kind_of_page_stands_in_three_languages(write, client):
    names = {f"name_{code}": "x" for code in ("kk", "ru", "en")}
    Person.objects.create(slug="somebody", **names)
    Organisation.objects.create(slug="a-body", kind="OTHER", **names)
    Topic.objects.create(slug="a-topic", **names)
    write(THREE)

    found = entries(client)

    for path in (
        "", "levels/", "levels/red/", "news/", "news/one-headline/", "about/", "regions/aqtobe/",
        "people/somebody/", "organisations/a-body/", "topics/a-topic/",
    ):  # fmt: skip
        for code in ("kk", "ru", "en"):
            assert found[f"{SITE}/{code}/{path}"] == {
                **{each: f"{SITE}/{each}/{path}" for each in ("kk", "ru", "en")},
                "x-default": f"{SITE}/kk/{path}",
            }


def test_a_language_that_is_missing_is_named_nowhere(write, client):
    page = write(TWO)

    found = entries(client)

    assert f"{SITE}/en/news/{page.slug}/" not in found
    assert set(found[f"{SITE}/ru/news/{page.slug}/"]) == {"kk", "ru", "x-default"}


def test_a_draft_is_not_named(write, client):
    page = write(THREE, publish=False)

    assert not [url for url in entries(client) if page.slug in url]


def test_an_entry_tells_when_its_page_changed(write, client):
    page = write(THREE)

    root = read(client)

    [changed] = [
        url.findtext("s:lastmod", namespaces=NAMES)
        for url in root.findall("s:url", NAMES)
        if url.findtext("s:loc", namespaces=NAMES) == f"{SITE}/ru/news/{page.slug}/"
    ]
    assert datetime.fromisoformat(changed) == page.last_published_at


def test_too_many_pages_are_told_in_parts_that_lose_none(write, client, monkeypatch):
    for number in range(7):
        write({code: f"{text} {number}" for code, text in THREE.items()})
    whole = set(locations(read(client)))
    monkeypatch.setattr(views, "PAGES_IN_A_LIST", 3)

    parts = locations(read(client))

    assert f"{SITE}/sitemaps/news-3.xml" in parts
    found = [url for part in parts for url in locations(read(client, part.removeprefix(SITE)))]
    assert len(found) == len(set(found))
    assert set(found) == whole


@pytest.mark.parametrize("rows", [1, 9])
def test_more_articles_cost_no_more_queries(write, client, django_assert_max_num_queries, rows):
    for number in range(rows):
        write({code: f"{text} {number}" for code, text in THREE.items()})

    with django_assert_max_num_queries(QUERIES):
        client.get("/sitemap.xml")
    with django_assert_max_num_queries(2):
        client.get("/sitemaps/news-1.xml")


@pytest.mark.parametrize("name", ["news-9", "news-0", "drafts-1", "exercises-1"])
def test_there_is_no_part_that_no_list_names(home, client, name):
    assert client.get(f"/sitemaps/{name}.xml").status_code == 404


def test_the_news_of_two_days_stand_in_a_list_of_their_own(write, client):
    write({**THREE, "en": "Fresh & new"}, at=NOW - timedelta(hours=47))
    write(TWO, at=NOW - timedelta(hours=1))
    write({**THREE, "en": "Older"}, at=NOW - timedelta(hours=49))
    write({**THREE, "en": "Ahead"}, at=NOW + timedelta(hours=1))

    with time_machine.travel(NOW, tick=False):
        root = read(client, "/sitemap-news.xml")

    told = [
        (
            url.findtext("s:loc", namespaces=NAMES).removeprefix(SITE),
            url.findtext(".//n:language", namespaces=NAMES),
            url.findtext(".//n:title", namespaces=NAMES),
        )
        for url in root.findall("s:url", NAMES)
    ]
    assert told == [
        (f"/kk/news/{NewsPage.objects.get(headline_kk='Екі тіл').slug}/", "kk", "Екі тіл"),
        (f"/ru/news/{NewsPage.objects.get(headline_kk='Екі тіл').slug}/", "ru", "Два языка"),
        ("/kk/news/fresh-new/", "kk", "Бір тақырып"),
        ("/ru/news/fresh-new/", "ru", "Один заголовок"),
        ("/en/news/fresh-new/", "en", "Fresh & new"),
    ]


def test_without_news_the_list_is_empty_and_valid(home, client):
    assert locations(read(client, "/sitemap-news.xml")) == []
