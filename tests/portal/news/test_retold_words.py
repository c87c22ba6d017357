"""Retold words of older pages become quotes of people; nothing that was said is lost."""

import json
from datetime import date

import pytest
from django.apps import apps
from django.db import connection

from portal.news.migrations._retold import quote_retold_words
from portal.news.models import NewsPage, Person, Source

THREE = {"kk": "Тақырып", "ru": "Заголовок", "en": "Headline"}
SPEAKERS = {
    "kk": "Ерлан Қарин, директор",
    "ru": "Ерлан Карин, директор",
    "en": "Yerlan Karin, director",
}


@pytest.fixture
def page(write):
    page = write(THREE)
    page.sources.set(
        [Source(outlet="24KZ", language="ru", date=date(2016, 6, 1), is_month_only=True)]
    )
    page.save()
    for code, speaker in SPEAKERS.items():
        told = {"text": "<p>Calm.</p>", "speaker": speaker, "source": 1}
        nobody = {
            "text": "<p>The headquarters asks.</p>",
            "speaker": "Headquarters",
            "source": None,
        }
        body = [{"type": "retold", "value": told, "id": "1"}, {"type": "retold", "value": nobody}]
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE news_newspage SET body_{code} = %s WHERE page_ptr_id = %s",
                [json.dumps(body), page.pk],
            )
    quote_retold_words(apps, None)
    return NewsPage.objects.get(pk=page.pk)


def test_the_words_are_a_quote_of_one_person_in_every_language(page):
    person = Person.objects.get(slug="yerlan-karin")

    for code in THREE:
        quote, rest = getattr(page, f"body_{code}")
        assert quote.value["speaker"] == person
        assert quote.value["outlet"] == "24KZ"
        assert (quote.value["said_on"], quote.value["is_month_only"]) == (date(2016, 6, 1), True)
        assert rest.block_type == "paragraph"
        assert "headquarters" in rest.value.source


def test_whom_nobody_knew_has_the_post_of_that_day(page):
    person = Person.objects.get(slug="yerlan-karin")

    assert (person.name_kk, person.name_en) == ("Ерлан Қарин", "Yerlan Karin")
    assert person.role_on(date(2016, 6, 1)).post.title_en == "director"
    assert set(person.quotations.values_list("language", flat=True)) == set(THREE)


def test_doing_it_again_changes_nothing(page):
    before = list(page.body_kk.raw_data)

    quote_retold_words(apps, None)

    assert list(NewsPage.objects.get(pk=page.pk).body_kk.raw_data) == before
    assert Person.objects.count() == 1
