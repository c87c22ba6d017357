"""The guide and the pages about the portal."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import resolve

from portal.information.models import (
    PROMISED_ADDRESSES,
    InformationPage,
    LevelIndexPage,
    LevelPage,
)
from portal.manuscripts import Block
from portal.news.bodies import body_of


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("code", ["yellow", "orange", "red"])
def test_each_level_has_its_page_with_introduction_picture_and_panel(home, client, code, language):
    page = LevelPage.objects.get(level=code.upper())

    text = client.get(f"/{language}/levels/{code}/").content.decode()

    assert getattr(page, f"headline_{language}") in text
    assert f'class="panel" data-level="{code}"' in text
    assert ".webp" in text
    assert page.picture.alt_kk
    assert 'loading="lazy"' in text
    assert f'href="/{language}/levels/"' in text


def test_the_guide_shows_all_panels_and_the_editors_own_parts(home, client):
    text = client.get("/en/levels/").content.decode()

    for key in ("none", "yellow", "orange", "red"):
        assert f'class="panel" data-level="{key}"' in text
    assert "Three different things" in text
    assert text.count("<h1") == 1


def test_there_is_one_guide_and_one_page_per_level(home):
    guide = LevelIndexPage.objects.get()

    assert not LevelIndexPage.can_create_at(home)
    assert not LevelPage.can_create_at(guide)
    assert LevelPage.objects.count() == 3


def test_about_says_who_runs_the_portal_and_what_it_is_not(home, client):
    text = client.get("/en/about/").content.decode()

    assert "Test operator" in text
    assert "desk@dengei.example" in text
    assert "not an official warning channel" in text


def test_about_says_so_where_the_operator_is_the_authority(home, client, settings):
    settings.IS_OFFICIAL_CHANNEL = True

    text = client.get("/en/about/").content.decode().split("<main")[1].split("</main>")[0]

    assert "The authority's own warning channel" in text
    assert "official warning channel. Official:" not in text


def test_an_information_page_cannot_be_published_without_its_text(home):
    page = InformationPage(
        headline_kk="Байланыс", headline_ru="Контакты", live=False, body_kk=[("paragraph", "x")]
    )
    home.add_child(instance=page)

    with pytest.raises(ValidationError) as refused:
        page.save_revision(clean=False).publish()

    assert list(refused.value.message_dict) == ["body_ru"]


@pytest.mark.parametrize("headline", ["Regions", "History", "Search"])
def test_a_page_cannot_take_the_address_of_a_view(home, headline):
    words = {f"headline_{code}": headline for code in ("kk", "ru", "en")}
    body = body_of([Block("paragraph", "Text")])
    page = InformationPage(live=False, **words, body_kk=body, body_ru=body)
    home.add_child(instance=page)

    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()

    assert list(refused.value.message_dict) == ["address"]


@pytest.mark.parametrize("name", ["regions", "history", "declarations"])
def test_the_addresses_of_views_are_those_that_are_refused(name):
    match = resolve(f"/kk/{name}/2016-0001/" if name == "declarations" else f"/kk/{name}/")

    assert match.url_name != "wagtail_serve"
    assert name in PROMISED_ADDRESSES
