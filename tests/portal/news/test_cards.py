"""The picture of an article says what it is, and belongs to the languages it speaks."""

from __future__ import annotations

import re

from django.conf import settings
from django.utils.translation import override

from guidance.channels.cards.drawing import svg
from portal.news.cards import story_of
from portal.news.models import StatementPage

THREE = {"kk": "Бір тақырып", "ru": "Один заголовок", "en": "One headline"}
TWO = {"kk": "Екі тіл", "ru": "Два языка"}


def words(page, lang):
    with override(lang):
        story = story_of(page, list(page.regions.all()), lang, settings.TIME_ZONE)
    return " ".join(" ".join(re.findall(r"<text[^>]*>([^<]*)", svg(story, "wide"))).split())


def test_it_says_kind_headline_places_and_day(write):
    page = write(THREE, codes=("KZ-15", "KZ-15-aqtobe"))

    said = words(page, "ru")

    for text in ("Новости", "Один заголовок", "Актюбинская область, город Актобе", "6 июня 2016"):
        assert text in said


def test_a_statement_names_its_issuer(write):
    page = write(THREE, model=StatementPage)

    assert page.issuer_name() in words(page, "kk")


def test_the_longest_headline_is_drawn_whole(write):
    long = "Террористік қауіптіліктің деңгейі туралы хабарлама " * 5
    page = write({**THREE, "kk": long[:255].strip()})

    assert long[:255].strip() in words(page, "kk")


def test_the_address_that_a_page_names_answers_for_ever(write, client):
    page = write(THREE)
    source = client.get(f"/ru/news/{page.slug}/").content.decode()
    [address] = re.findall(r'og:image" content="https://dengei.example([^"]+)', source)

    picture = client.get(address)

    assert picture.content.startswith(b"\x89PNG")
    assert "immutable" in picture["Cache-Control"]


def test_a_language_that_is_missing_has_no_picture(write, client):
    page = write(TWO)
    draft = write(THREE, publish=False)

    assert client.get(f"/en/news/{page.slug}/card.png").status_code == 404
    assert client.get(f"/ru/news/{draft.slug}/card.png").status_code == 404
