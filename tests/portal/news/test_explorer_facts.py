"""Type and regions in the lists of the admin, as columns and as filters."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.news.choices import NewsKind
from portal.news.models import StatementPage

NAMES = {"kk": "Тақырып", "ru": "Заголовок"}


@pytest.fixture
def desk(editor, signed_in):
    return signed_in(editor)


@pytest.fixture
def three(write):
    return {
        "news": write(NAMES, kind="NEWS", codes=("KZ-15-aqtobe",)),
        "advice": write(NAMES, kind="ADVICE", codes=("KZ", "KZ-15", "KZ-75", "KZ-15-aqtobe")),
        "statement": write(NAMES, model=StatementPage, codes=("KZ-75",)),
    }


def listed(answer):
    return {page.pk for page in answer.context["object_list"]}


def lists(news):
    explorer = reverse("wagtailadmin_explore", args=[news.pk])
    return {"explorer": explorer, "articles": "/admin/articles/"}


@pytest.mark.parametrize("place", ["explorer", "articles"])
def test_a_row_names_type_and_regions(desk, news, three, place):
    text = desk.get(lists(news)[place]).content.decode()

    assert str(NewsKind.ADVICE.label) in text
    assert "Ақтөбе қаласы" in text
    assert "+1" in text


@pytest.mark.parametrize("place", ["explorer", "articles"])
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"kind": "ADVICE"}, {"advice"}),
        ({"kind": ["ADVICE", "NEWS"]}, {"advice", "news"}),
        ({"region": "KZ-15"}, {"news", "advice"}),
        ({"region": "KZ", "kind": "NEWS"}, set()),
        ({"region": "nowhere"}, {"news", "advice"}),
    ],
)
def test_lists_are_filtered_by_type_and_region(desk, news, three, place, query, found):
    shown = listed(desk.get(lists(news)[place], query))

    assert shown & {three["news"].pk, three["advice"].pk} == {three[name].pk for name in found}


@pytest.mark.parametrize("place", ["explorer", "articles"])
@pytest.mark.parametrize("ordering", ["kind", "-kind", "regions", "live"])
def test_no_order_breaks_a_list(desk, news, three, place, ordering):
    assert desk.get(lists(news)[place], {"ordering": ordering}).status_code == 200


def test_more_rows_cost_no_more_queries(desk, news, write):
    def count() -> int:
        with CaptureQueriesContext(connection) as caught:
            desk.get("/admin/articles/")
        return len(caught)

    write(NAMES, codes=("KZ", "KZ-15"))
    count()
    one = count()
    for _ in range(5):
        write(NAMES, codes=("KZ", "KZ-15"))

    assert count() <= one
