"""The latest statements and news on the page of a place."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from portal.news.models import StatementPage

NOON = datetime(2016, 6, 10, 7, 0, tzinfo=UTC)
DAY = timedelta(days=1)
TOWN = "/en/regions/aqtobe-town/"
# Head of the ledger, periods around the place, measures of the last 90 days; the news, and the
# site in whose addresses they stand.
MOST_QUERIES = 8


def names(text: str) -> dict[str, str]:
    return {"kk": f"{text} қаз", "ru": f"{text} рус", "en": text}


def rows(client, address: str = TOWN) -> list[str]:
    """Give the headlines of the block, the newest first."""
    with time_machine.travel(NOON, tick=False):
        source = client.get(address).content.decode()
    block = re.search(r'aria-labelledby="latest".*?</section>', source, re.DOTALL)
    return re.findall(r'<p><a href="/en/news/[^"]*/">([^<]*)</a></p>', block[0]) if block else []


def test_lists_the_five_newest_of_the_region(write, client):
    for number in range(7):
        at = NOON - (7 - number) * DAY
        write(names(f"Row {number}"), at=at, codes=("KZ-15" if number % 2 else "KZ-15-aqtobe",))
    write(names("Elsewhere"), at=NOON - DAY, codes=("KZ-75",))
    write(names("Whole country"), at=NOON - DAY, codes=("KZ",))

    assert rows(client) == [f"Row {number}" for number in (6, 5, 4, 3, 2)]
    assert rows(client, "/en/regions/almaty/") == ["Elsewhere"]
    assert rows(client, "/en/regions/kazakhstan/") == ["Whole country"]


def test_shows_nothing_that_was_dated_later_or_is_a_draft(write, client):
    write(names("Tomorrow"), at=NOON + DAY, codes=("KZ-15",))
    write(names("Draft"), at=NOON - DAY, codes=("KZ-15",), publish=False)

    assert rows(client) == []
    with time_machine.travel(NOON, tick=False):
        assert 'id="latest"' not in client.get(TOWN).content.decode()


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_names_the_kind_and_leads_to_all_of_the_region(write, client, lang):
    write(names("Row"), at=NOON - DAY, codes=("KZ-15",), model=StatementPage)

    with time_machine.travel(NOON, tick=False):
        source = client.get(f"/{lang}/regions/aqtobe-town/").content.decode()

    assert f'href="/{lang}/news/?region=KZ-15"' in source
    assert '<time datetime="2016-06-09">' in source


def test_the_page_costs_few_queries_with_news(write, client, django_assert_max_num_queries):
    for number in range(6):
        write(names(f"Row {number}"), at=NOON - DAY, codes=("KZ-15",))
    rows(client)

    with time_machine.travel(NOON, tick=False), django_assert_max_num_queries(MOST_QUERIES):
        client.get(TOWN)
