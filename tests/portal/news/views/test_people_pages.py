"""The pages of people, organisations and topics, as a reader meets them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from guidance.models import Region
from portal.news.models import (
    FormerOrganisationName,
    Organisation,
    OrganisationMention,
    Person,
    PersonMention,
    Post,
    StatementPage,
    Topic,
)

LANGUAGES = ("kk", "ru", "en")
JUNE = datetime(2016, 6, 10, 9, 0, tzinfo=UTC)
THREE = {"kk": "Бір тақырып", "ru": "Один заголовок", "en": "One headline"}


def words(name: str, text: str) -> dict[str, str]:
    return {f"{name}_{code}": f"{text} {code}" for code in LANGUAGES}


@pytest.fixture
def party(home: Any) -> Organisation:
    party = Organisation.objects.create(
        slug="amanat", kind="PARTY", place=Region.objects.get(code="KZ"), **words("name", "Amanat")
    )
    FormerOrganisationName.objects.create(
        organisation=party, until_date=date(2022, 3, 1), **words("name", "Nur Otan")
    )
    return party


@pytest.fixture
def speaker(party: Organisation) -> Person:
    speaker = Person.objects.create(slug="a-speaker", **words("name", "A Speaker"))
    spans = (
        ("deputy chairman", date(2016, 5, 6), date(2018, 2, 1), "DAY"),
        ("senator", date(2019, 1, 1), None, "HELD"),
    )
    for title, first, last, ends in spans:
        Post.objects.create(
            person=speaker, organisation=party, source="Akorda", from_date=first,
            until_date=last, until_precision=ends, **words("title", title),
        )  # fmt: skip
    return speaker


def text_of(client: Any, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_person_has_one_name_large_and_two_small(client, speaker, lang):
    text = text_of(client, f"/{lang}/people/a-speaker/")

    assert f"<h1>A Speaker {lang}</h1>" in text
    for other in {*LANGUAGES} - {lang}:
        assert f'<span lang="{other}">A Speaker {other}</span>' in text


def test_a_person_is_shown_in_the_present_post(client, speaker):
    response = client.get("/en/people/a-speaker/")

    assert response.context["role"].post.title_en == "senator en"
    assert [post.title_en for post in response.context["posts"]] == [
        "senator en", "deputy chairman en",
    ]  # fmt: skip
    assert "last known post" not in response.content.decode()


def test_a_post_that_ended_is_told_as_the_last_known_with_its_date(client, speaker):
    Post.objects.filter(title_en="senator en").delete()

    text = text_of(client, "/en/people/a-speaker/")

    assert 'last known post, <time datetime="2018-02-01">1 February 2018</time>' in text


def test_a_statement_shows_issuer_and_signatory_as_they_were_on_its_day(
    client, write, party, speaker
):
    page = write(THREE, model=StatementPage, at=JUNE, issued_by=party, signed_by=speaker)

    text = text_of(client, f"/en/news/{page.slug}/")

    assert '<a href="/en/organisations/amanat/">Nur Otan en</a>' in text
    assert "present name: Amanat en" in text
    assert '<a href="/en/people/a-speaker/">A Speaker en</a>, deputy chairman en' in text
    assert "senator" not in text
    for address in ("/en/people/a-speaker/", "/en/organisations/amanat/"):
        assert "One headline" in text_of(client, address)


def test_an_organisation_shows_kind_place_former_names_and_people(client, speaker):
    text = text_of(client, "/en/organisations/amanat/")

    for said in (
        "Political party", '<a href="/en/regions/kazakhstan/">Kazakhstan</a>', "Nur Otan en",
        '<time datetime="2022-03-01">', "A Speaker en", "deputy chairman en",
    ):  # fmt: skip
        assert said in text


def test_who_is_spoken_of_has_the_page_in_their_list(client, write, party, speaker):
    page = write(THREE)
    page.organisation_mentions.add(OrganisationMention(organisation=party))
    page.person_mentions.add(PersonMention(person=speaker))
    page.save_revision().publish()
    write({**THREE, "en": "A draft"}, publish=False)

    for address in ("/en/people/a-speaker/", "/en/organisations/amanat/"):
        rows = client.get(address).context["articles"]
        assert [row.headline_en for row in rows] == ["One headline"]


def test_a_topic_sorts_its_pages_by_kind(client, write):
    topic = Topic.objects.get(slug="levels")
    pages = [
        write({**THREE, "en": "Story"}),
        write({**THREE, "en": "Hint"}, kind="ADVICE"),
        write({**THREE, "en": "Said"}, model=StatementPage),
    ]
    for page in pages:
        page.topics.add(topic)
        page.save_revision().publish()

    context = client.get("/en/topics/levels/").context

    found = {name: [page.headline_en for page in context[name]] for name in (
        "stories", "advice", "statements",
    )}  # fmt: skip
    assert found == {"stories": ["Story"], "advice": ["Hint"], "statements": ["Said"]}


@pytest.mark.parametrize("address", ["people/nobody", "organisations/none", "topics/nothing"])
def test_an_unknown_address_is_not_found(client, home, address):
    assert client.get(f"/ru/{address}/").status_code == 404


def test_an_article_without_a_language_is_told_and_linked_in_those_it_has(
    client, write, party, speaker
):
    page = write({"kk": "Тақырып", "ru": "Заголовок"})
    page.person_mentions.add(PersonMention(person=speaker))
    page.save_revision().publish()

    text = text_of(client, "/en/people/a-speaker/")

    assert f'<p lang="kk"><a href="/kk/news/{page.slug}/" hreflang="kk">Тақырып</a>' in text
