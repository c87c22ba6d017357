"""The demo's articles stand on the record of 2016-2017, in three languages, once."""

from datetime import date

import pytest
from django.test import Client
from django.utils.translation import override

from guidance.rules.levels import Level
from portal.news.demo_pages import load_demo_articles
from portal.news.demo_texts import read_items
from portal.news.models import NewsPage, Organisation, Person, StatementPage

ITEMS = {item.address: item for item in read_items()}


@pytest.fixture(scope="module")
def loaded(record_of_2016, django_db_blocker):
    with django_db_blocker.unblock():
        return load_demo_articles()


@pytest.fixture(autouse=True)
def _site(loaded, db):
    """Let every test read what the module loaded."""


def test_every_item_becomes_a_page_in_three_languages(loaded):
    pages = {page.slug: page for page in NewsPage.objects.live()}

    assert loaded == len(ITEMS) == 13
    assert set(pages) == set(ITEMS)
    assert all(page.speaks(code) for page in pages.values() for code in ("kk", "ru", "en"))


def test_loading_again_adds_nothing_and_a_killed_load_is_repaired():
    before = set(NewsPage.objects.values_list("pk", "slug"))
    assert load_demo_articles() == 0
    assert set(NewsPage.objects.values_list("pk", "slug")) == before

    StatementPage.objects.get(slug="day-of-mourning-9-june").delete()
    assert load_demo_articles() == 1
    assert {slug for _pk, slug in NewsPage.objects.values_list("pk", "slug")} == set(ITEMS)


def test_facts_and_records_are_those_of_the_files():
    for page in NewsPage.objects.live():
        item = ITEMS[page.slug]

        assert page.kind == item.type.upper()
        assert page.published_at == item.published_at
        assert {region.code for region in page.regions.all()} == set(item.regions)
        assert {topic.slug for topic in page.topics.all()} == set(item.topics)
        assert [source.outlet for source in page.sources.all()] == [s.outlet for s in item.sources]
        assert page.updates.count() == len(item.updates)
        assert page.picture.alt_en == item.picture_alt["en"]


def test_a_statement_names_the_records_behind_it_and_a_post_of_its_day():
    page = StatementPage.objects.get(slug="day-of-mourning-9-june")

    assert page.issued_by.slug == "president"
    assert page.signed_by.slug == "nursultan-nazarbayev"
    assert page.signatory_role().post.title_en == "President of the Republic of Kazakhstan"
    assert page.signatory_role().is_of_the_day


def test_everybody_quoted_in_june_2016_has_the_post_of_those_days():
    people = {person.slug: person for person in Person.objects.with_posts()}

    roles = {slug: person.role_on(date(2016, 6, 10)) for slug, person in people.items()}
    assert set(roles) == {
        "yerlan-karin", "yuliya-denisenko", "mukhtar-kul-mukhammed", "nursultan-nazarbayev",
        "arman-dyussembayev",
    }  # fmt: skip
    assert all(role.is_of_the_day for role in roles.values())
    assert roles["yerlan-karin"].post.organisation.slug == "kisi"
    assert people["yerlan-karin"].role_on(date(2024, 6, 17)).post.organisation is None


def test_the_party_bears_the_name_of_those_days():
    party = Organisation.objects.get(slug="amanat")

    with override("en"):
        assert party.name_on(date(2016, 6, 10)) == "Nur Otan party"
        assert party.name_on(date(2022, 3, 1)) == "Amanat party"


def test_whom_an_article_speaks_of_is_found_by_their_organisation():
    pages = NewsPage.objects.live().about_organisation("astana-headquarters")

    assert [page.slug for page in pages] == ["exercise-astana-29-august"]
    assert NewsPage.objects.live().about_organisation("kisi").get().slug == "experts-after-aqtobe"


def test_the_levels_of_that_day_stand_beside_the_articles():
    levels = {page.slug: page.published_levels for page in NewsPage.objects.live()}

    assert levels["aqtobe-red-level"].level_of("KZ-15-aqtobe") is Level.RED
    assert levels["yellow-level-40-days"].level_of("KZ") is Level.YELLOW
    assert levels["calling-112"].level_of("KZ") is None


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("address", sorted(ITEMS))
def test_every_page_answers_and_its_sources_are_there(address, language):
    response = Client().get(f"/{language}/news/{address}/")

    text = response.content.decode()
    assert response.status_code == 200
    assert ITEMS[address].texts[language].headline in response.context["page"].headline
    for number in range(1, len(ITEMS[address].sources) + 1):
        assert f'id="source-{number}"' in text
    quoted = [b for b in ITEMS[address].texts[language].blocks if b.kind == "quote"]
    assert text.count("<blockquote") == len(quoted)


def test_the_speaker_is_named_with_the_post_of_that_day():
    page = NewsPage.objects.get(slug="experts-after-aqtobe")

    with override("en"):
        text = Client().get("/en/news/experts-after-aqtobe/").content.decode()

    assert page.kind == "COMMENT"
    for name, post in (
        ("Yerlan Karin", "political analyst, director of the Kazakhstan Institute"),
        ("Yuliya Denisenko", "director of the Rehabilitation Centre"),
        ("Mukhtar Kul-Mukhammed", "first deputy chairman of the Nur Otan party"),
    ):
        assert f"{name}</a>, {post}" in text
    assert "The views are the speaker's own" in text
