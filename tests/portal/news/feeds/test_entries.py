"""What the feeds say of articles, in both formats at once."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.translation import override

from portal.news.feeds import entries as entries_module
from portal.news.models import NewsPage, StatementPage, Topic
from tests.portal.news.feeds.conftest import texts

THREE = {"kk": "Қазақша тақырып", "ru": "Русский заголовок", "en": "English headline"}
TWO = {"kk": "Тек қазақша", "ru": "Только по-русски"}
JUNE = datetime(2016, 6, 6, 9, 0, tzinfo=UTC)
SITE = "https://dengei.example"
WORDS = {"text_kk": "а", "text_ru": "б", "text_en": "c"}
HARMFUL = "</title><script>alert(1)</script> & \"'"


@pytest.fixture
def article(write):
    page = write(THREE, at=JUNE, codes=("KZ-15",))
    page.topics.set([Topic.objects.get(slug="levels")])
    page.save_revision().publish()
    return page


def test_an_article_is_told_in_the_language_of_the_feed(article, atom, json_feed):
    document, (item,) = atom(), json_feed()["items"]

    assert texts(document, "//a:entry/a:title/text()") == ["English headline"] == [item["title"]]
    assert texts(document, "//a:entry/a:summary/text()") == ["English headline: lead"]
    assert item["content_text"] == "English headline: lead"
    own = f"{SITE}/en/news/{article.slug}/"
    assert texts(document, "//a:entry/a:link[@hreflang='en']/@href") == [own] == [item["url"]]
    assert texts(document, "//a:entry/a:author/a:name/text()") == ["The portal's newsroom"]


def test_an_article_names_its_type_regions_and_topics_by_code_and_word(article, atom, json_feed):
    document, (item,) = atom(language="ru"), json_feed(language="ru")["items"]

    terms = texts(document, "//a:entry/a:category/@term")
    assert terms == ["news", "KZ-15", "levels"]
    assert texts(document, "//a:entry/a:category/@scheme")[1] == f"{SITE}/kk/data/#regions"
    assert texts(document, "//a:entry/a:category/@label") == item["tags"]
    assert item["tags"][:2] == ["Новости", "Актюбинская область"]


def test_its_other_languages_are_linked(article, atom):
    document = atom(language="kk")

    others = texts(document, "//a:entry/a:link[@rel='alternate']/@hreflang")
    assert others == ["kk", "ru", "en"]


def test_what_is_not_translated_is_told_in_its_own_language_and_says_so(write, atom, json_feed):
    page = write(TWO)

    document, (item,) = atom(), json_feed()["items"]

    assert texts(document, "//a:entry/@xml:lang") == ["kk"] == [item["language"]]
    assert texts(document, "//a:entry/a:title/text()") == ["Тек қазақша"] == [item["title"]]
    assert item["url"] == f"{SITE}/kk/news/{page.slug}/"
    assert texts(document, "/a:feed/@xml:lang") == ["en"]


def test_an_entry_keeps_its_name_when_address_and_date_change(article, atom, json_feed):
    before = texts(atom(), "//a:entry/a:id/text()")
    article.slug, article.published_at = "elsewhere", JUNE + timedelta(days=40)
    article.save()

    after = texts(atom(), "//a:entry/a:id/text()")

    assert before == after == [json_feed()["items"][0]["id"]]
    assert texts(atom(language="kk"), "//a:entry/a:id/text()") != after


@pytest.mark.parametrize(("is_notable", "updated"), [(True, "2016-08-01"), (False, "2016-06-06")])
def test_only_a_notable_update_makes_an_entry_new_again(
    article, write, atom, json_feed, is_notable, updated
):
    write({**THREE, "en": "Newer"}, at=JUNE + timedelta(days=10))
    later = datetime(2016, 8, 1, 9, 0, tzinfo=UTC)
    article.updates.create(at=later, kind="CORRECTION", is_notable=is_notable, **WORDS)

    document, items = atom(), json_feed()["items"]

    titles = ["English headline", "Newer"] if is_notable else ["Newer", "English headline"]
    assert texts(document, "//a:entry/a:title/text()") == titles
    (item,) = (item for item in items if item["title"] == "English headline")
    assert item["date_modified"].startswith(updated)
    assert item["date_published"].startswith("2016-06-06")
    assert texts(document, "/a:feed/a:updated/text()")[0][:10] == max(updated, "2016-06-16")


def test_an_old_article_with_a_new_correction_is_among_the_latest(
    article, write, atom, monkeypatch
):
    monkeypatch.setattr(entries_module, "MOST", 2)
    for day in range(1, 4):
        write({**THREE, "en": f"Day {day}"}, at=JUNE + timedelta(days=day))
    late = JUNE + timedelta(days=90)
    article.updates.create(at=late, kind="CORRECTION", is_notable=True, **WORDS)

    assert texts(atom(), "//a:entry/a:title/text()") == ["English headline", "Day 3"]


def test_stored_markup_and_signs_that_xml_cannot_say_stay_harmless(write, atom, json_feed):
    page = write(THREE)
    words = {"headline_en": HARMFUL, "lead_en": f"{HARMFUL}\x0b\x1b"}
    NewsPage.objects.filter(pk=page.pk).update(**words)

    document, (item,) = atom(), json_feed()["items"]

    assert texts(document, "//a:entry/a:title/text()") == [HARMFUL]
    assert texts(document, "//a:entry/a:summary/text()") == [HARMFUL]
    assert not document.xpath("//*[local-name()='script']")
    assert item["title"] == HARMFUL
    assert "content_html" not in item


def test_whoever_issued_a_statement_is_its_author(write, atom, json_feed):
    page = write(THREE, model=StatementPage)
    with override("ru"):
        issuer = page.issued_by.name

    document, (item,) = atom(language="ru"), json_feed(language="ru")["items"]

    assert texts(document, "//a:entry/a:author/a:name/text()") == [issuer]
    assert item["authors"] == [{"name": issuer}]
