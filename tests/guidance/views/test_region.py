"""The page of one place: its addresses, advice, parts, texts to take along, and its cost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from tests.factories import CHECKS, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Reader

HOUR = timedelta(hours=1)
AQTOBE = "/en/regions/aqtobe/"
# Head of the ledger, and news of the region: what was read of the ledger is kept with its head.
WARM_QUERIES = 2
# The first time also periods around the place with their acts, these acts' regions and advice, and
# measures of the last 90 days.
FIRST_QUERIES = WARM_QUERIES + 4


def test_lists_lower_advice_under_a_higher_level(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, level="RED")

    do = read(AQTOBE, NOON + HOUR).part('aria-labelledby="do"')

    assert "Keep radio and television on" in do.split("<details>")[0]
    assert "Carry your identity card" in do.split("<details>")[1]
    assert "Follow all the advice for yellow" not in do


def test_adds_what_is_local(read: Reader, aqtobe: Office) -> None:
    lines = ({"kk": "Солтүстік есік", "ru": "Северный вход", "en": "Use the northern door"},)
    published(aqtobe.drafter, aqtobe.approver, local_advice=lines)

    page = read(AQTOBE, NOON + HOUR)

    assert '<li class="local">Use the northern door</li>' in page.source


@pytest.mark.parametrize(
    ("query", "words"), [("aktobe", "is on the list"), ("zzz", "is not on the list")]
)
def test_answers_whether_a_place_is_on_the_list(
    read: Reader, reference_data: None, query: str, words: str
) -> None:
    page = read(f"{AQTOBE}?part={query}")

    assert words in page.part('aria-labelledby="parts"')


@pytest.mark.parametrize("code", ["KZ-15", "kz-15", "KZ-15-aqtobe"])
def test_leads_from_a_code_to_the_address(read: Reader, reference_data: None, code: str) -> None:
    page = read(f"/ru/regions/{code}/")

    assert page.status == 302
    assert page.response["Location"].startswith("/ru/regions/aqtobe")


@pytest.mark.parametrize("slug", ["nowhere", "KZ-99", "a" * 3000, "%00", "%F0%9F%92%A9"])
def test_knows_no_other_places(read: Reader, reference_data: None, slug: str) -> None:
    assert read(f"/kk/regions/{slug}/").status == 404


@pytest.mark.parametrize("lang", LANGUAGES)
def test_gives_a_text_for_messengers(read: Reader, aqtobe: Office, lang: str) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    page = read(f"/{lang}/regions/aqtobe/", NOON + HOUR)

    assert "dengei.example/c/2026-0001" in page.part('aria-labelledby="take"')


def test_costs_few_queries_when_warm(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, measures=CHECKS)
    read(AQTOBE, NOON + HOUR)

    page = read(AQTOBE, NOON + HOUR)

    assert len(page.queries) == WARM_QUERIES, page.queries


def test_is_only_read(client: Client, reference_data: None) -> None:
    assert client.post(AQTOBE).status_code == 405
