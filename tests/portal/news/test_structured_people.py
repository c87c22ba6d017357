"""People in the data of pages: each in the post of the day of their words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portal.news.models import Organisation, Person, Post, StatementPage
from tests.portal.news.test_structured import SITE, THREE, read
from tests.site.linked import nodes_of


@pytest.fixture
def director(home):
    body = Organisation.objects.create(
        slug="kiss", kind="INSTITUTE", name_kk="ҚСЗИ", name_ru="КИСИ", name_en="KISS"
    )
    person = Person.objects.create(
        slug="karin", name_kk="Ерлан Карин", name_ru="Ерлан Карин", name_en="Yerlan Karin"
    )
    posts = (
        ("директор КИСИ", "director of KISS", (2014, 4, 1), (2017, 3, 31)),
        ("советник", "counsellor", (2017, 4, 1), (2022, 1, 1)),
    )
    for russian, english, begins, ends in posts:
        Post.objects.create(
            person=person,
            organisation=body,
            title_kk=russian,
            title_ru=russian,
            title_en=english,
            from_date=date(*begins),
            from_precision="MONTH",
            until_date=date(*ends),
            until_precision="DAY",
            source="24KZ",
        )
    return person


def quote(person: Person, **facts: Any) -> list[dict[str, Any]]:
    value = {
        "mode": "VERBATIM",
        "text": "<p>Слова &amp; <b>слова</b></p>",
        "speaker": person.pk,
        "said_on": "2016-06-08",
        "is_month_only": False,
        "outlet": "24KZ",
        "link": "https://24.kz/y",
        "language": "",
        "is_translated": False,
        **facts,
    }
    return [{"type": "quote", "value": value}]


def test_a_quote_names_its_speaker_in_the_post_of_that_day(write, client, director):
    page = write(THREE, kind="COMMENT")
    for lang in ("kk", "ru", "en"):
        setattr(page, f"body_{lang}", quote(director))
    page.save_revision().publish()

    [said] = read(client, page)["OpinionNewsArticle"]["hasPart"]

    assert (said["@type"], said["text"], said["dateCreated"]) == (
        "Quotation",
        "Слова & слова",
        "2016-06-08",
    )
    person = said["spokenByCharacter"]
    assert (person["@type"], person["name"], person["jobTitle"]) == (
        "Person",
        "Ерлан Карин",
        "директор КИСИ",
    )
    assert (person["worksFor"]["@type"], person["worksFor"]["name"]) == ("Organization", "КИСИ")
    assert person["hasOccupation"]["startDate"] == "2014-04"
    assert person["hasOccupation"]["endDate"] == "2017-03-31"
    assert said["isBasedOn"]["publisher"]["name"] == "24KZ"
    assert said["isBasedOn"]["url"] == "https://24.kz/y"


def test_retold_words_are_nobodys_text(write, client, director):
    page = write(THREE, kind="COMMENT")
    for lang in ("kk", "ru", "en"):
        setattr(page, f"body_{lang}", quote(director, mode="PARAPHRASE", is_month_only=True))
    page.save_revision().publish()

    [said] = read(client, page)["OpinionNewsArticle"]["hasPart"]

    assert "text" not in said
    assert said["abstract"] == "Слова & слова"
    assert said["dateCreated"] == "2016-06"


def test_a_statement_is_published_by_the_body_that_issued_it(write, client, director):
    issuer = Organisation.objects.create(
        slug="president",
        kind="GOVERNMENT",
        name_kk="Президент",
        name_ru="Президент",
        name_en="President",
    )
    page = write(THREE, model=StatementPage, issued_by=issuer, signed_by=director, act_number="7")

    statement = read(client, page)["Article"]

    assert (
        statement["publisher"]["@type"] == statement["author"]["@type"] == "GovernmentOrganization"
    )
    assert statement["publisher"]["name"] == "Президент"
    assert statement["accountablePerson"]["jobTitle"] == "директор КИСИ"
    assert statement["identifier"] == "7"
    assert statement["sdPublisher"]["name"] == "Тестовый оператор"


def test_a_person_is_told_with_every_post(client, director):
    page = nodes_of(client.get("/ru/people/karin/").content.decode())["ProfilePage"]

    person = page["mainEntity"]
    assert (person["@type"], person["name"]) == ("Person", "Ерлан Карин")
    assert "Yerlan Karin" in person["alternateName"]
    assert {post["hasOccupation"]["name"] for post in person["hasOccupation"]} == {
        "директор КИСИ",
        "советник",
    }


def test_an_organisation_is_told_by_its_kind(client, director):
    page = nodes_of(client.get("/en/organisations/kiss/").content.decode())["ProfilePage"]

    assert (page["mainEntity"]["@type"], page["mainEntity"]["name"]) == ("Organization", "KISS")
    assert page["url"] == f"{SITE}/en/organisations/kiss/"


@pytest.mark.parametrize("address", ["topics/levels/", "news/"])
def test_a_list_is_a_collection(home, client, address):
    source = client.get(f"/kk/{address}").content.decode()

    assert nodes_of(source)["CollectionPage"]["url"] == f"{SITE}/kk/{address}"
    assert source.count('property="og:title"') == 1


def test_a_live_post_tells_its_entries_and_when_it_was_over(client, live_post):
    post = live_post(entries=2)

    running = read(client, post, "en")["LiveBlogPosting"]

    address = f"{SITE}/en/news/{post.slug}/"
    entries = running["liveBlogUpdate"]
    assert [entry["@type"] for entry in entries] == ["BlogPosting", "BlogPosting"]
    assert [entry["url"] for entry in entries] == [f"{address}#entry-2", f"{address}#entry-1"]
    assert all(entry["headline"] and entry["articleBody"] for entry in entries)
    assert "coverageEndTime" not in running
    assert running["coverageStartTime"] == running["datePublished"]
