"""What a search answers: in what order, with which filters, and where it leads without a hit."""

import pytest
from lxml import etree

from guidance.models import EmergencyNumber
from guidance.stored.atlas import regions_changed
from portal.news.choices import NewsKind
from portal.search.kinds import Kind

pytestmark = pytest.mark.usefixtures("texts")


@pytest.fixture
def ask(client, db):
    """Return a function that gives the answer to a question."""

    def _ask(question="", lang="ru", **filters):
        response = client.get(f"/{lang}/search/", {"q": question, **filters})
        assert response.status_code == 200
        return response.context["found"]

    return _ask


def test_every_type_of_news_can_be_found():
    assert set(NewsKind.values) < set(Kind.values)


@pytest.mark.parametrize(
    ("question", "place"),
    [("Актобе", "KZ-15-aqtobe"), ("Ақтөбеде шабуыл", "KZ-15-aqtobe"), ("Алма-Ата", "KZ-75")],
)
def test_a_place_in_the_words_comes_first_with_its_level(ask, question, place):
    found = ask(question)

    assert found.places[0].code == place
    assert found.places[0].mark.is_none


def test_a_settlement_leads_to_the_region_that_holds_it(ask):
    assert [row.code for row in ask("Khromtau", "en").places] == ["KZ-15"]


def test_kinds_stand_in_the_order_in_which_readers_need_them(ask):
    found = ask("не", "ru")

    assert [part.key for part in found.parts] == ["statement", "article", "advice", "page"]


def test_the_newest_comes_first_and_the_very_word_before_its_forms(found):
    assert found("жителей") == ["exercise", "aktobe-attack"]
    assert found("учения")[0] == "exercise"


@pytest.mark.parametrize(
    ("filters", "slugs"),
    [
        ({"type": "advice"}, ["call", "abandoned"]),
        ({"type": "statement"}, ["mourning"]),
        ({"region": "KZ-15"}, ["aktobe-attack"]),
        ({"level": "red"}, ["aktobe-attack"]),
        ({"year": "2015"}, []),
        ({"year": "2016", "type": "news", "region": "KZ-15"}, ["aktobe-attack"]),
    ],
)
def test_filters_narrow_with_words_and_without(found, filters, slugs):
    assert found("", **filters) == slugs
    assert set(found("не", **filters)) <= set(slugs)


@pytest.mark.parametrize(
    "filters",
    [
        {"type": "poem"}, {"region": "KZ-99"}, {"level": "green"}, {"year": "1984"},
        {"page": "0"}, {"page": "999"}, {"page": "x"}, {"page": "2"}, {"type": ["news", "advice"]},
    ],
)  # fmt: skip
def test_a_filter_asked_in_vain_is_told(ask, client, filters):
    found = ask("полиция", **filters)

    assert len(found.errors) == 1
    assert not found.is_found
    page = client.get("/ru/search/", {"q": "полиция", **filters}).content.decode()
    assert 'class="field-error"' in page


def test_a_parameter_that_no_search_has_is_told_and_left_alone(ask):
    found = ask("полиция", colour="blue")

    assert found.parts
    assert len(found.asked.remarks) == 1
    assert "colour" in found.asked.remarks[0]


@pytest.mark.parametrize(
    ("question", "lang", "level"),
    [("красный", "ru", "red"), ("қызғылт сары деңгей", "kk", "orange"), ("yellow", "en", "yellow")],
)
def test_a_level_is_offered_as_a_filter_and_never_looked_for(client, question, lang, level):
    response = client.get(f"/{lang}/search/", {"q": question})
    found, page = response.context["found"], response.content.decode()

    assert [offer.mark.key for offer in found.offers] == [level]
    assert f"level={level}" in found.offers[0].address
    assert f'<use href="#{level}"/>' in page
    assert not found.parts
    assert "<mark>" not in page


def test_an_empty_form_stands_alone(client):
    response = client.get("/kk/search/")

    page = response.content.decode()
    assert '<meta name="robots" content="noindex' in page
    assert 'name="q"' in page
    assert response.context["asked"].is_empty


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_browser_is_told_how_to_search(client, lang):
    response = client.get(f"/{lang}/search/opensearch.xml")

    told = etree.fromstring(response.content)
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    address = told.find("{*}Url").attrib["template"]
    assert address == f"https://dengei.example/{lang}/search/?q={{searchTerms}}"
    assert told.find("{*}Language").text == lang


def test_nobody_leaves_with_empty_hands(client):
    EmergencyNumber.objects.create(number="112", name_kk="а", name_ru="б", name_en="c")
    regions_changed()

    page = client.get("/en/search/?q=nosuchword").content.decode()

    assert "Nothing found" in page
    assert page.count('id="none"') == 1  # the shape of no level, and nothing else
    assert 'href="tel:112"' in page
    assert 'href="/en/regions/"' in page
    assert 'href="/en/levels/"' in page
    assert '<option value="aqtobe">' in page


def test_a_word_of_another_language_is_found_in_it_and_tagged_with_it(client):
    response = client.get("/en/search/?q=нападение")

    (row,) = response.context["found"].elsewhere
    assert (row.language, row.address) == ("ru", "/ru/news/aktobe-attack/")
    assert 'lang="ru" hreflang="ru">' in response.content.decode()


def test_a_longer_list_goes_on_on_the_next_page(ask, monkeypatch):
    monkeypatch.setattr("portal.search.answers.PER_PAGE", 2)

    first = ask("", type="article")
    second = ask("", type="article", page="2")

    assert "page=2" in first.older
    assert first.newer == ""
    assert "page=1" in second.newer
    titles = [str(row.title) for found in (first, second) for row in found.parts[0].pages]
    assert len(set(titles)) == 4


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_way_to_the_search_stands_on_every_page_and_where_a_page_is_missing(client, lang):
    missing = client.get(f"/{lang}/no-such-page/").content.decode()

    assert f'<a class="find" href="/{lang}/search/"' in missing
    assert f'action="/{lang}/search/" role="search"' in missing


def test_a_search_costs_as_much_whatever_it_finds(client, django_assert_max_num_queries):
    # The situation; decisions: the latest, their words; pages: close, then in other forms, each
    # of the last two years and of all; the texts, which pages are open, and their rows; people,
    # organisations with former names, topics; and the same of pages in the two other languages.
    for question in ("полиция", "Актобе", "не", "нетслова", "полиция documents құжат"):
        client.get("/ru/search/", {"q": question})
        with django_assert_max_num_queries(1 + 4 + 4 + 3 + 4 + 8 + 3):
            client.get("/ru/search/", {"q": question})
