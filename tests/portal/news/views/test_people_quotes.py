"""What a person said stands on the person's page: in live articles only, in the post of its day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from portal.news.models import Person, Post, Quotation

LANGUAGES = ("kk", "ru", "en")
THREE = {"kk": "Бір тақырып", "ru": "Один заголовок", "en": "One headline"}
ADDRESS = "/people/a-speaker/"


@pytest.fixture
def speaker(home: Any) -> Person:
    names = {f"name_{code}": f"A Speaker {code}" for code in LANGUAGES}
    speaker = Person.objects.create(slug="a-speaker", **names)
    for title, year in (("director", 2016), ("adviser", 2018)):
        Post.objects.create(
            person=speaker, source="24KZ", from_date=date(year, 1, 1), until_precision="DAY",
            until_date=date(year, 12, 31), **{f"title_{code}": title for code in LANGUAGES},
        )  # fmt: skip
    return speaker


@pytest.fixture
def quote(write: Any, speaker: Person) -> Any:
    """Return a function that publishes an article with a quote in each of its languages."""

    def _quote(headlines: dict[str, str], said_on: str = "2016-06-07", **facts: Any) -> Any:
        page = write(headlines, **facts)
        for code in headlines:
            value = {
                "mode": "PARAPHRASE", "text": f"<p>Words {code} {said_on}</p>",
                "speaker": speaker.pk, "said_on": said_on, "outlet": "24KZ", "link": "",
            }  # fmt: skip
            stream = getattr(page, f"body_{code}").stream_block
            block = {"type": "quote", "value": value}
            setattr(page, f"body_{code}", stream.to_python([block]))
        page.save_revision().publish()
        return page

    return _quote


def said(client: Any, lang: str = "en") -> list[Any]:
    return list(client.get(f"/{lang}{ADDRESS}").context["quotes"].object_list)


def test_quotes_come_newest_first_each_in_the_post_of_its_day(client, quote):
    for day in ("2016-06-07", "2018-03-01", "2017-05-05"):
        quote(THREE, day)

    rows = [(row.quotation.said_on.year, row.role.post.title, row.role.is_of_the_day)
            for row in said(client)]  # fmt: skip

    assert rows == [(2018, "adviser", True), (2017, "director", False), (2016, "director", True)]
    text = client.get(f"/en{ADDRESS}").content.decode()
    assert "Words en 2016-06-07" in text
    assert "One headline" in text
    assert "Words ru" not in text


def test_a_quote_of_an_article_without_the_language_stands_in_kazakh_and_says_so(client, quote):
    quote({"kk": "Тақырып", "ru": "Заголовок"})

    (row,) = said(client)
    assert (row.language, row.quotation.block["text"]) == ("kk", "<p>Words kk 2016-06-07</p>")
    text = client.get(f"/en{ADDRESS}").content.decode()
    assert '<blockquote lang="kk">' in text


def test_what_is_taken_off_or_only_drafted_is_not_shown(client, quote):
    page = quote(THREE)
    page.body_en, page.body_kk, page.body_ru = [], [], []
    page.save_revision(clean=False)
    assert len(said(client)) == 1

    page.refresh_from_db()
    page.unpublish()

    assert said(client) == []


def test_publishing_again_writes_the_index_anew(quote):
    page = quote(THREE)

    page.save_revision().publish()

    assert Quotation.objects.count() == len(LANGUAGES)


def test_quotes_come_twenty_a_page(client, write, speaker):
    page = write(THREE)
    Quotation.objects.bulk_create(
        Quotation(
            page=page, person=speaker, language="en", position=number,
            said_on=datetime(2016, 6, 7, tzinfo=UTC).date(),
            block={"text": f"<p>Words {number}</p>", "mode": "VERBATIM"},
        )
        for number in range(21)
    )  # fmt: skip

    assert len(said(client)) == 20
    assert len(client.get(f"/en{ADDRESS}?page=2").context["quotes"].object_list) == 1
    assert client.get(f"/en{ADDRESS}?page=3").status_code == 404
    assert client.get(f"/en{ADDRESS}?page=x").status_code == 404
