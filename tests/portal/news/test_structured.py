"""Every kind of article tells machines what it is, of where, by whom, in which languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from portal.news.models import (
    Source,
    Topic,
    Update,
)
from tests.site.linked import nodes_of, scripts_of

THREE = {"kk": "Бір тақырып", "ru": "Один заголовок", "en": "One headline"}
TWO = {"kk": "Екі тіл", "ru": "Два языка"}
SITE = "https://dengei.example"
NOON = datetime(2016, 6, 7, 6, 0, tzinfo=UTC)
HOSTILE = "</script><script>alert(1)</script><!--\u2028\u2029 & \"'"


def read(client: Any, page: Any, lang: str = "ru") -> dict[str, Any]:
    response = client.get(f"/{lang}/news/{page.slug}/")
    assert response.status_code == 200
    return nodes_of(response.content.decode())


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("NEWS", "NewsArticle"),
        ("COMMENT", "OpinionNewsArticle"),
        ("ADVICE", "Article"),
        ("EXPLAINER", "BackgroundNewsArticle"),
    ],
)
def test_each_kind_has_its_type(write, client, kind, type_):
    assert type_ in read(client, write(THREE, kind=kind))


def test_an_article_says_what_where_when_and_on_what_it_rests(write, client):
    page = write(THREE, codes=("KZ-15", "KZ-15-aqtobe"))
    page.topics.set(Topic.objects.filter(slug="levels"))
    page.sources.set(
        [
            Source(
                outlet="24KZ",
                title="О событиях",
                address="https://24.kz/x",
                language="ru",
                date=date(2016, 6, 1),
                is_month_only=True,
            )
        ]
    )
    page.save_revision().publish()

    article = read(client, page)["NewsArticle"]

    address = f"{SITE}/ru/news/one-headline/"
    assert article["url"] == article["@id"] == article["mainEntityOfPage"] == address
    assert (article["headline"], article["inLanguage"]) == ("Один заголовок", "ru")
    assert [place["identifier"] for place in article["contentLocation"]] == [
        "KZ-15",
        "KZ-15-aqtobe",
    ]
    assert article["contentLocation"][1]["@type"] == "City"
    assert article["datePublished"] == article["dateModified"]
    assert article["publisher"]["name"] == "Тестовый оператор"
    assert article["publisher"]["@type"] == "Organization"
    assert article["image"][0].startswith(f"{SITE}/ru/news/one-headline/card.png?v=")
    assert article["isBasedOn"] == [
        {
            "@type": "CreativeWork",
            "name": "О событиях",
            "url": "https://24.kz/x",
            "datePublished": "2016-06",
            "inLanguage": "ru",
            "publisher": {"@type": "Organization", "name": "24KZ"},
        }
    ]


def test_a_page_names_the_languages_it_speaks_and_no_other(write, client):
    page = write(THREE)
    other = write(TWO)

    first = read(client, page, "kk")["NewsArticle"]
    english = read(client, page, "en")["NewsArticle"]

    assert [each["inLanguage"] for each in first["workTranslation"]] == ["ru", "en"]
    assert english["translationOfWork"]["url"] == f"{SITE}/kk/news/one-headline/"
    assert [each["inLanguage"] for each in english["workTranslation"]] == ["ru"]
    assert [
        each["inLanguage"] for each in read(client, other, "kk")["NewsArticle"]["workTranslation"]
    ] == ["ru"]


def test_only_notable_updates_make_a_page_newer_and_corrections_say_so(write, client):
    page = write(THREE)
    later = datetime(2016, 6, 9, 6, 0, tzinfo=UTC)
    words = {"text_kk": "қ", "text_ru": "было, стало", "text_en": "e"}
    Update.objects.create(page=page, at=NOON, kind="CORRECTION", is_notable=True, **words)
    Update.objects.create(page=page, at=later, kind="ADDITION", is_notable=False, **words)

    article = read(client, page)["NewsArticle"]

    assert article["dateModified"] == NOON.isoformat()
    assert article["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "было, стало",
            "datePublished": NOON.isoformat(),
            "inLanguage": "ru",
        }
    ]


def test_questions_are_told_with_their_answers(write, client):
    page = write(THREE, kind="EXPLAINER")
    pairs = [{"question": "Что делать?", "answer": "<p>Звоните <b>112</b></p>"}]
    for lang in ("kk", "ru", "en"):
        setattr(page, f"body_{lang}", [{"type": "questions", "value": {"pairs": pairs}}])
    page.save_revision().publish()

    [question] = read(client, page)["FAQPage"]["mainEntity"]

    assert question["name"] == "Что делать?"
    assert question["acceptedAnswer"] == {"@type": "Answer", "text": "<p>Звоните <b>112</b></p>"}


def test_crumbs_lead_from_home_to_the_article(write, client):
    way = read(client, write(THREE))["BreadcrumbList"]["itemListElement"]

    assert [step["position"] for step in way] == [1, 2, 3]
    assert [step["item"] for step in way] == [
        f"{SITE}/ru/",
        f"{SITE}/ru/news/",
        f"{SITE}/ru/news/one-headline/",
    ]


def test_no_stored_text_can_end_the_element_it_stands_in(write, client):
    page = write(THREE, address="hostile")
    type(page).objects.filter(pk=page.pk).update(
        headline_ru=HOSTILE, lead_ru=HOSTILE, title=HOSTILE
    )

    source = client.get("/ru/news/hostile/").content.decode()

    article = nodes_of(source)["NewsArticle"]
    assert article["headline"] == article["description"] == HOSTILE
    [script] = scripts_of(source)
    assert script.startswith("/ru/offline.js?v=")
    assert "\u2028" not in source.partition("ld+json")[2].partition("</script>")[0]
