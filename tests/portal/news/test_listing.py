"""The list of articles: by day, filtered by its address, honest about what it can't find."""

from datetime import UTC, datetime, timedelta

import pytest

from portal.news.models import Source, StatementPage, Topic

THREE = {"kk": "Қазақша тақырып", "ru": "Русский заголовок", "en": "English headline"}
TWO = {"kk": "Тек қазақша", "ru": "Только по-русски"}
JUNE = datetime(2016, 6, 6, 9, 0, tzinfo=UTC)


def headlines(client, query="", language="en"):
    """Return the headlines of the list in their order."""
    response = client.get(f"/{language}/news/{query}")
    assert response.status_code == 200
    listing = response.context["listing"]
    return [page.headline_en or page.headline_kk for day in listing.days for page in day.pages]


def test_the_newest_stand_first_and_days_are_those_of_the_capital(write, client):
    write({**THREE, "en": "Late in the evening"}, at=datetime(2016, 6, 5, 19, 0, tzinfo=UTC))
    write({**THREE, "en": "At noon"}, at=datetime(2016, 6, 5, 6, 0, tzinfo=UTC))

    response = client.get("/en/news/")

    days = [(day.date.isoformat(), len(day.pages)) for day in response.context["listing"].days]
    assert days == [("2016-06-06", 1), ("2016-06-05", 1)]
    assert headlines(client) == ["Late in the evening", "At noon"]


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_what_can_be_chosen_is_named_in_the_language_of_the_page(write, client, lang):
    topic = Topic.objects.get(slug="levels")
    write(THREE)

    text = client.get(f"/{lang}/news/").content.decode()

    assert f'<option value="levels">{getattr(topic, f"name_{lang}")}</option>' in text


def test_a_draft_is_not_listed(write, client):
    write(THREE, publish=False)

    assert headlines(client) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?type=statement", ["Statement"]),
        ("?type=advice", ["Advice"]),
        ("?region=KZ-75", ["Advice"]),
        ("?region=KZ-15", ["Statement"]),
        ("?region=KZ-15-aqtobe", ["Statement"]),
        ("?region=KZ", ["News"]),
        ("?year=2017", ["Advice"]),
        ("?topic=levels", ["News"]),
        ("?type=news&region=KZ-75", []),
        ("?type=&region=&year=&topic=&page=", ["Advice", "News", "Statement"]),
    ],
)
def test_filters_narrow_the_list(write, client, query, found):
    write({**THREE, "en": "Statement"}, model=StatementPage, codes=("KZ-15-aqtobe",), at=JUNE)
    page = write({**THREE, "en": "News"}, at=JUNE + timedelta(days=1))
    page.topics.set([Topic.objects.get(slug="levels")])
    page.save()
    write({**THREE, "en": "Advice"}, kind="ADVICE", codes=("KZ-75",), at=JUNE + timedelta(days=300))

    assert headlines(client, query) == found


def test_nothing_found_is_said_in_words(write, client):
    write(THREE)

    text = client.get("/en/news/?type=live").content.decode()

    assert "Nothing found" in text
    assert "Clear" in text


def test_the_list_has_pages_of_twenty_that_keep_the_filters(write, client):
    for hour in range(21):
        write({**THREE, "en": f"Number {hour}"}, at=JUNE + timedelta(hours=hour))

    first = client.get("/en/news/?type=news").context["listing"]
    second = client.get("/en/news/" + first.older).context["listing"]

    assert len(first.page) == 20
    assert first.older == "?type=news&page=2"
    assert [page.headline_en for page in second.page] == ["Number 0"]
    assert second.newer == "?type=news&page=1"
    assert second.older == ""


def test_what_has_no_english_is_listed_in_its_own_languages(write, client):
    page = write(TWO)

    text = client.get("/en/news/").content.decode()

    assert "Also published in Kazakh and Russian" in text
    assert f'<p lang="kk"><a href="/kk/news/{page.slug}/" hreflang="kk">Тек қазақша</a>' in text
    assert '<span class="tag">Қазақша</span>' in text
    assert (
        f'<p lang="ru"><a href="/ru/news/{page.slug}/" hreflang="ru">Только по-русски</a>' in text
    )


@pytest.mark.parametrize(
    ("kind", "is_notable", "mark"),
    [
        ("CORRECTION", True, "corrected"),
        ("ADDITION", True, "updated"),
        ("CORRECTION", False, None),
    ],
)
def test_a_notable_update_marks_the_row_with_its_day(write, client, kind, is_notable, mark):
    page = write(THREE)
    words = {"text_kk": "а", "text_ru": "б", "text_en": "c"}
    later = datetime(2016, 7, 9, 9, 0, tzinfo=UTC)
    page.updates.create(at=later, kind=kind, is_notable=is_notable, **words)

    text = client.get("/en/news/").content.decode()

    marked = f'<b>{mark}</b> <time datetime="2016-07-09">9 July 2016</time>'
    assert (marked in text) == bool(mark)
    assert mark or "<b>corrected</b>" not in text


def test_sources_are_not_needed_for_a_row(write, client, django_assert_max_num_queries):
    for _ in range(3):
        page = write(THREE)
        page.sources.add(Source(outlet="24KZ", language="ru"))
        page.save_revision().publish()
    client.get("/en/news/")

    with django_assert_max_num_queries(15):
        client.get("/en/news/")
