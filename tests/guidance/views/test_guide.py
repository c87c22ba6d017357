"""The blocks that Wagtail pages are given: the guide's panels, the home page's situation."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from tests.guidance.views.conftest import LANGUAGES, Reader

pytestmark = pytest.mark.usefixtures("record_of_2016")

RED_IN_AQTOBE = datetime.fromisoformat("2016-06-07T12:00:00+06:00")
TODAY = datetime.fromisoformat("2026-11-22T12:00:00+05:00")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tells_the_scale_in_one_table(read: Reader, lang: str) -> None:
    index, one = (read(f"/{lang}/{each}", TODAY) for each in ("levels/", "levels/red/"))

    for page in (index, one):
        rows = re.findall(
            r'<tr role="row" data-level="(\w+)">', page.part('aria-labelledby="scale"')
        )
        assert rows == ["none", "yellow", "orange", "red"]


def test_leads_to_posters_and_to_the_guide_on_paper(read: Reader) -> None:
    offered = {
        address: re.findall(
            r'href="/ru/levels/(\w+)(?:/poster)?\.pdf\?v=\w+"',
            read(f"/ru/{address}", TODAY).part('aria-labelledby="posters"'),
        )
        for address in ("levels/", "levels/orange/")
    }

    assert offered["levels/"] == ["none", "yellow", "orange", "red", "guide"]
    assert offered["levels/orange/"] == ["orange", "guide"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_shows_a_panel_for_no_level_and_for_each_level(read: Reader, lang: str) -> None:
    page = read(f"/{lang}/levels/", TODAY)

    for key in ("none", "yellow", "orange", "red"):
        panel = page.part(f'aria-labelledby="panel-{key}"')
        assert f'data-level="{key}"' in panel
        assert panel.count("<li>") == 3


def test_takes_the_words_of_a_level_from_the_reference_texts(read: Reader) -> None:
    panel = read("/en/levels/", TODAY).part('aria-labelledby="panel-orange"')

    assert "Also vehicles are searched" in panel
    assert "Avoid crowded places" in panel
    assert "Follow all the advice for yellow" not in panel


def test_says_where_a_level_is_in_force(read: Reader) -> None:
    quiet, tense = read("/en/levels/", TODAY), read("/en/levels/", RED_IN_AQTOBE)

    assert "Not in force anywhere now" in quiet.part('aria-labelledby="panel-red"')
    red = tense.part('aria-labelledby="panel-red"')
    assert 'href="/en/regions/aqtobe-town/"' in red
    yellow = tense.part('aria-labelledby="panel-yellow"')
    assert 'href="/en/regions/kazakhstan/"' in yellow


@pytest.mark.parametrize("level", ["yellow", "orange", "red"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_tells_one_level_in_full(read: Reader, lang: str, level: str) -> None:
    page = read(f"/{lang}/levels/{level}/", TODAY)

    assert f'data-level="{level}"' in page.part('aria-labelledby="meaning"')
    assert page.part('aria-labelledby="do"').count("<li>") >= 8


def test_lists_when_a_level_was_in_force(read: Reader) -> None:
    past = read("/en/levels/red/", TODAY).part('aria-labelledby="past"')

    assert "approximately 18 July 2016, 11:30" in past
    assert "The town of Aktobe" in past


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("kk", "Қазақстанда: орташа («сары») деңгей · ең жоғарысы: шекті («қызыл»)"),
        ("ru", "умеренный («жёлтый») уровень · самый высокий: критический («красный»)"),
        ("en", "Kazakhstan: moderate (yellow) level · highest: critical (red)"),
    ],
)
def test_heads_the_home_page_with_the_status(read: Reader, lang: str, words: str) -> None:
    page = read(f"/{lang}/", RED_IN_AQTOBE)

    assert words in page.text
    assert '<h1 id="now"' in page.source
    assert 'class="strip"' not in page.source, "the heading says it"


def test_lists_where_a_level_begins_the_country_first(read: Reader) -> None:
    where = read("/en/", RED_IN_AQTOBE).part('aria-labelledby="where"')

    assert where.index("Kazakhstan") < where.index("The town of Aktobe")
    assert "Set for the whole country" in where
    assert "In part of the region: Aktobe Region" in where
    assert where.count('data-state="in-force"') == 2


@pytest.mark.parametrize("address", ["/en/", "/en/levels/", "/en/levels/red/"])
def test_costs_at_most_eight_queries_when_warm(read: Reader, address: str) -> None:
    read(address, TODAY)

    page = read(address, TODAY)

    # Wagtail finds site, home and page; the ledger's head; and what the page itself lists.
    assert len(page.queries) <= 8, page.queries
