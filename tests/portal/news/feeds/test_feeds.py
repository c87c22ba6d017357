"""The feeds as lists: filters, addresses, refusals, what caches may do with them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.http import http_date

from portal.news.models import NewsPage, StatementPage
from tests.portal.news.feeds.conftest import texts

THREE = {"kk": "Қазақша тақырып", "ru": "Русский заголовок", "en": "English headline"}
JUNE = datetime(2016, 6, 6, 9, 0, tzinfo=UTC)
SITE = "https://dengei.example"
FORMATS = ("atom", "json")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?type=advice", ["Advice"]),
        ("?region=KZ-15", ["Statement"]),
        ("?year=2017", ["Advice"]),
        ("?year=2016&month=6", ["Statement"]),
        ("?type=live", []),
        ("?type=&region=", ["Advice", "Statement"]),
    ],
)
def test_the_filters_of_the_list_narrow_the_feeds(write, atom, json_feed, query, found):
    write({**THREE, "en": "Statement"}, model=StatementPage, codes=("KZ-15-aqtobe",), at=JUNE)
    write({**THREE, "en": "Advice"}, kind="ADVICE", at=JUNE + timedelta(days=300))

    assert texts(atom(query), "//a:entry/a:title/text()") == found
    assert [item["title"] for item in json_feed(query)["items"]] == found


def test_a_feed_names_itself_its_page_and_its_siblings(write, atom, json_feed):
    write(THREE)

    document, other = atom("?year=2016&type=news"), json_feed("?type=news")

    own = f"{SITE}/en/feeds/news.atom?type=news&year=2016"
    assert texts(document, "/a:feed/a:link[@rel='self']/@href") == [own]
    assert texts(document, "/a:feed/a:id/text()") == [own]
    page = f"{SITE}/en/news/?type=news&year=2016"
    assert texts(document, "/a:feed/a:link[@type='text/html']/@href") == [page]
    assert texts(document, "/a:feed/a:link[@hreflang='kk']/@href") == [own.replace("/en/", "/kk/")]
    assert texts(document, "/a:feed/a:link[@type='application/feed+json']/@hreflang") == ["en"]
    assert other["feed_url"] == f"{SITE}/en/feeds/news.json?type=news"
    assert other["title"] == "Деңгей · News · News"


def test_a_draft_is_in_no_feed(write, atom):
    write(THREE, publish=False)

    assert texts(atom(), "//a:entry/a:title/text()") == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("?colour=red", "colour"),
        ("?page=2", "page"),
        ("?type=gossip", "type"),
        ("?region=KZ-99", "region"),
        ("?region=%00", "region"),
        ("?topic=sports", "topic"),
        ("?organisation=nobody", "organisation"),
        ("?year=1916", "year"),
        ("?month=6", "year"),
        ("?year=2016&month=13", "month"),
        ("?type=news&type=advice", "type"),
    ],
)
def test_a_machine_that_asks_in_vain_is_refused_as_a_problem(write, client, form, query, parameter):
    write(THREE)

    response = client.get(f"/en/feeds/news.{form}{query}")

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert response.json()["parameter"] == parameter
    assert response.json()["detail"]


@pytest.mark.parametrize(
    ("form", "media_type"), [("atom", "application/atom+xml"), ("json", "application/feed+json")]
)
def test_caches_and_other_sites_may_use_a_feed(write, client, form, media_type):
    write(THREE)

    response = client.get(f"/ru/feeds/news.{form}")

    assert response["Content-Type"] == f"{media_type}; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=60"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies


@pytest.mark.parametrize("form", FORMATS)
def test_an_unchanged_feed_is_not_sent_twice(write, client, form):
    page = write(THREE)
    address = f"/en/feeds/news.{form}"
    first = client.get(address)

    by_tag = client.get(address, headers={"if-none-match": first["ETag"]})
    by_date = client.get(address, headers={"if-modified-since": first["Last-Modified"]})
    assert (by_tag.status_code, by_date.status_code) == (304, 304)
    assert first["Last-Modified"] == http_date(page.last_published_at.timestamp())
    NewsPage.objects.filter(pk=page.pk).update(headline_en="Reworded")
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200


@pytest.mark.parametrize("form", FORMATS)
def test_a_feed_is_only_read(home, client, form):
    posted = client.post(f"/en/feeds/news.{form}")

    assert posted.status_code == 405
    assert posted["Allow"] == "GET, HEAD, OPTIONS"
    assert client.options(f"/en/feeds/news.{form}").status_code == 204


@pytest.mark.parametrize("rows", [1, 12])
def test_a_longer_feed_costs_no_more(write, client, django_assert_max_num_queries, rows):
    for _ in range(rows):
        write(THREE)
    client.get("/en/feeds/news.atom")

    # The head of the ledger; topics and organisations; what the years are; the list's page and its
    # site; the newest and the last updated; the entries, their regions and topics.
    with django_assert_max_num_queries(13):
        client.get("/en/feeds/news.atom?region=KZ")


@pytest.mark.parametrize(
    ("address", "query"),
    [("topics/levels/", "?topic=levels"), ("organisations/{issuer}/", "?organisation={issuer}")],
)
def test_topics_and_organisations_link_their_feeds(write, client, address, query):
    issuer = write(THREE, model=StatementPage).issued_by.slug

    text = client.get(f"/en/{address.format(issuer=issuer)}").content.decode()

    head, _, body = text.partition("</head>")
    for form in FORMATS:
        feed = f"/en/feeds/news.{form}{query.format(issuer=issuer)}"
        assert f'href="{feed}"' in head
        assert f'<a href="{feed}"' in body
        assert client.get(feed).status_code == 200


def test_the_list_links_its_feeds_with_its_filters(write, client):
    write(THREE)

    text = client.get("/en/news/?type=news&page=1").content.decode()

    head, _, body = text.partition("</head>")
    assert 'type="application/atom+xml" title="News · Atom"' in head
    assert 'href="/en/feeds/news.atom?type=news"' in head
    assert '<a href="/en/feeds/news.json?type=news"' in body
