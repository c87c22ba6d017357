"""The archive below a list: years, months with their numbers, chips that take a filter away."""

from datetime import UTC, datetime

import pytest

from portal.news import listing as listing_module
from portal.news.models import Topic

THREE = {"kk": "Қазақша тақырып", "ru": "Русский заголовок", "en": "English headline"}
DATES = {
    "In June": datetime(2016, 6, 6, 9, 0, tzinfo=UTC),
    # The first of July by the clocks of the capital, which are six hours ahead.
    "In July": datetime(2016, 6, 30, 19, 0, tzinfo=UTC),
    "Much later": datetime(2023, 8, 28, 9, 0, tzinfo=UTC),
}


@pytest.fixture
def written(write):
    return {name: write({**THREE, "en": name}, at=at) for name, at in DATES.items()}


def offers(rows):
    """Return what is offered, as pairs of words and number."""
    return [(row.name, row.count) for row in rows]


def test_years_with_articles_are_offered_and_the_months_of_the_latest(written, client):
    listing = client.get("/en/news/").context["listing"]

    assert offers(listing.years) == [("2023", None), ("2016", None)]
    assert offers(listing.months) == [("August 2023", 1)]


def test_months_are_those_of_the_chosen_year_by_the_clocks_of_the_capital(written, client):
    listing = client.get("/en/news/?year=2016").context["listing"]

    assert offers(listing.months) == [("June 2016", 1), ("July 2016", 1)]
    assert listing.months[1].query == "?year=2016&month=7"


@pytest.mark.parametrize("month", ["7", "07"])
def test_a_month_narrows_the_list(written, client, month):
    listing = client.get(f"/en/news/?year=2016&month={month}").context["listing"]

    assert [page.headline_en for page in listing.page] == ["In July"]
    assert [month.is_current for month in listing.months] == [False, True]


def test_numbers_of_months_count_what_the_other_filters_let_through(written, client):
    page = written["In June"]
    page.topics.set([Topic.objects.get(slug="levels")])
    page.save()

    listing = client.get("/en/news/?year=2016&topic=levels").context["listing"]

    assert offers(listing.months) == [("June 2016", 1)]
    assert listing.months[0].query == "?topic=levels&year=2016&month=6"


def test_each_filter_is_a_chip_that_takes_it_away(written, client):
    response = client.get("/en/news/?type=news&year=2016&month=6")

    chips = [(chip.name, chip.query) for chip in response.context["listing"].chips]
    assert chips == [
        ("Type: News", "?year=2016&month=6"),
        ("Year: 2016", "?type=news"),
        ("Month: June", "?type=news&year=2016"),
    ]
    text = response.content.decode()
    assert '<a href="?type=news"><span class="vh">Remove the filter: </span>Year: 2016' in text


def test_the_last_chip_leads_to_the_whole_list(written, client):
    (chip,) = client.get("/en/news/?type=news").context["listing"].chips

    assert client.get(f"/en/news/{chip.query}").context["listing"].total == 3


@pytest.mark.parametrize(
    ("lang", "words"), [("kk", "3 материал"), ("ru", "3 материала"), ("en", "3 items")]
)
def test_the_number_of_articles_is_told(written, client, lang, words):
    assert words in client.get(f"/{lang}/news/").content.decode()


def test_a_long_list_is_shown_as_far_as_anybody_leafs_and_says_so(written, client, monkeypatch):
    monkeypatch.setattr(listing_module, "MOST_ROWS", 2)

    text = client.get("/en/news/").content.decode()
    beyond = client.get("/en/news/?page=2").content.decode()

    assert "More than 2 items. Older ones are reached by year and month." in text
    assert "This list has no page 2. Older articles are reached by year and month." in beyond


def test_a_site_without_articles_has_no_archive(home, client):
    text = client.get("/en/news/").content.decode()

    assert 'id="archive"' not in text
