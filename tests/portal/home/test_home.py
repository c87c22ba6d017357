"""The home page: the situation first, then the latest of each kind."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from portal.news.models import StatementPage

THREE = {"kk": "Қазақша тақырып", "ru": "Русский заголовок", "en": "English headline"}
JUNE = datetime(2016, 6, 6, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("kk", "деңгей белгіленбеген"),
        ("ru", "уровень не установлен"),
        ("en", "No level is in force"),
    ],
)
def test_the_heading_says_the_situation_in_words(home, client, language, sentence):
    text = client.get(f"/{language}/").content.decode()
    heading = text.split("<h1")[1].split("</h1>")[0]

    assert sentence in heading
    assert text.count("<h1") == 1
    assert 'class="strip"' not in text


def test_the_picker_leads_to_the_page_of_a_region_without_script(home, client):
    text = client.get("/en/").content.decode()

    assert 'action="/en/regions/"' in text
    assert '<option value="aqtobe">' in text
    response = client.get("/en/regions/?go=aqtobe")
    assert (response.status_code, response["Location"]) == (302, "/en/regions/aqtobe/")


def test_each_list_holds_its_own_kinds_and_no_more_than_its_share(write, client):
    for hour in range(7):
        write({**THREE, "en": f"Story {hour}"}, at=JUNE + timedelta(hours=hour))
    for hour in range(4):
        write({**THREE, "en": f"Advice {hour}"}, kind="ADVICE", at=JUNE + timedelta(hours=hour))
        write(
            {**THREE, "en": f"Statement {hour}"},
            model=StatementPage,
            at=JUNE + timedelta(hours=hour),
        )

    context = client.get("/en/").context

    assert [page.headline_en for page in context["stories"]] == [
        f"Story {hour}" for hour in (6, 5, 4, 3, 2)
    ]
    assert [page.headline_en for page in context["advice"]] == ["Advice 3", "Advice 2", "Advice 1"]
    assert [page.headline_en for page in context["statements"]] == [
        f"Statement {hour}" for hour in (3, 2, 1)
    ]


def test_an_empty_newsroom_leaves_no_empty_sections(home, client):
    text = client.get("/en/").content.decode()

    assert "Official statements" not in text
    assert "News and comments" not in text


@pytest.mark.parametrize("path", ["", "levels/", "levels/red/", "news/", "about/"])
def test_a_page_may_be_kept_for_seconds_only(home, client, path):
    assert client.get(f"/kk/{path}")["Cache-Control"] == "public, max-age=4"


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_page_is_only_read(home, method):
    client = Client(enforce_csrf_checks=False)

    assert getattr(client, method)("/kk/").status_code == 405
    assert client.head("/kk/").status_code == 200


@pytest.mark.parametrize(
    "path", ["", "levels/", "levels/red/", "news/", "about/", "accessibility/"]
)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_root_answers_in_every_language_without_cookie_or_inline_code(
    home, client, language, path
):
    response = client.get(f"/{language}/{path}")

    text = response.content.decode()
    assert response.status_code == 200
    assert response["Content-Language"] == language
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies
    assert "<style" not in text
    scripts = re.findall(r"<script [^>]*>", text)
    assert len(scripts) == text.count("<script")
    assert all(' src="/' in each or "application/ld+json" in each for each in scripts), scripts
    assert f'<script src="/{language}/offline.js?v=' in text
    assert " style=" not in text
    for code in ("kk", "ru", "en"):
        assert f'hreflang="{code}" href="https://dengei.example/{code}/{path}"' in text
    assert f'rel="canonical" href="https://dengei.example/{language}/{path}"' in text


@pytest.mark.parametrize("path", ["/api/v2/", "/api/v2/pages/", "/api/v3/", "/api/v3/pages/"])
def test_wagtails_own_interfaces_are_not_there(home, client, path):
    assert client.get(path).status_code == 404
