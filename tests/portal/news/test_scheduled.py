"""Publication and expiry at a time: all languages together, and nothing of a page left behind."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect

from portal.news.models import ArticlePage, StatementPage

THREE = {"kk": "Ертеңгі хабар", "ru": "Завтрашнее сообщение", "en": "A message of tomorrow"}
NOW = datetime(2016, 6, 6, 9, 0, tzinfo=UTC)
LISTS = ("/{}/news/", "/{}/", "/{}/feeds/news.atom", "/{}/feeds/news.json")


def at(moment: datetime):
    return time_machine.travel(moment, tick=False)


def run(moment: datetime) -> None:
    with at(moment):
        call_command("publish_scheduled", verbosity=0)


@pytest.fixture
def scheduled(write):
    """Return a page that is approved now, appears in an hour and goes a day later."""
    with at(NOW):
        page = write(
            THREE,
            go_live_at=NOW + timedelta(hours=1),
            expire_at=NOW + timedelta(days=1),
        )
    assert not page.live
    return page


def shown_in(client, language: str, moment: datetime) -> set[str]:
    """Name the places that show the headline in a language."""
    with at(moment):
        answers = {place: client.get(place.format(language)) for place in LISTS}
        sitemap = client.get("/sitemap.xml").content.decode()
    headline = THREE[language]
    shown = {place for place, answer in answers.items() if headline in answer.content.decode()}
    return shown | ({"sitemap"} if f"/{language}/news/a-message" in sitemap else set())


def test_nothing_is_there_before_its_time(scheduled, client):
    run(NOW + timedelta(minutes=59))

    for language in THREE:
        assert client.get(f"/{language}/news/{scheduled.slug}/").status_code == 404
        assert shown_in(client, language, NOW) == set()


def test_all_languages_appear_together_in_every_list(scheduled, client):
    moment = NOW + timedelta(hours=1, minutes=1)
    run(moment)

    for language in THREE:
        with at(moment):
            assert client.get(f"/{language}/news/{scheduled.slug}/").status_code == 200
        assert shown_in(client, language, moment) == {*LISTS, "sitemap"}


def test_a_page_whose_time_is_over_says_so_and_stands_in_no_list(scheduled, client):
    run(NOW + timedelta(hours=1, minutes=1))
    moment = NOW + timedelta(days=1, minutes=1)
    run(moment)

    for language in THREE:
        with at(moment):
            answer = client.get(f"/{language}/news/{scheduled.slug}/")
        text = answer.content.decode()
        assert answer.status_code == 410
        assert f'href="/{language}/news/"' in text
        assert "noindex" in text
        assert THREE[language] not in text
        assert shown_in(client, language, moment) == set()


@pytest.mark.parametrize("model", [ArticlePage, StatementPage])
def test_a_page_that_was_taken_down_says_so(write, client, model):
    page = write(THREE, model=model)
    page.unpublish()

    assert client.get(f"/ru/news/{page.slug}/").status_code == 410


def test_the_old_address_of_a_page_may_lead_elsewhere(write, client):
    page = write(THREE)
    page.unpublish()
    Redirect.objects.create(old_path=f"/ru/news/{page.slug}", redirect_link="/ru/about/")

    assert client.get(f"/ru/news/{page.slug}/")["Location"] == "/ru/about/"


def test_a_draft_that_nobody_ever_saw_is_not_there(write, client):
    page = write(THREE, publish=False)

    assert client.get(f"/ru/news/{page.slug}/").status_code == 404
