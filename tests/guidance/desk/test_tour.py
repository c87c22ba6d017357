"""The tour of the desk: offered once to who is new, found again by who wants it."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from guidance.desk.tour import STEPS
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

DESK = "/admin/desk/"


def test_a_newcomer_is_offered_the_tour(drafter: Client) -> None:
    assert "Show me round" in drafter.get(DESK).content.decode()


def test_who_declines_is_not_asked_again(drafter: Client) -> None:
    answer = drafter.post(f"{DESK}tour/end/")

    assert answer.status_code == 302
    assert answer.url == DESK
    assert "Show me round" not in drafter.get(DESK).content.decode()


def test_who_has_acted_is_not_asked(drafter: Client) -> None:
    posts.saved(drafter)

    assert "Show me round" not in drafter.get(DESK).content.decode()


@pytest.mark.parametrize("number", range(1, len(STEPS) + 1))
def test_every_stop_speaks_of_a_part_that_the_page_has(drafter: Client, number: int) -> None:
    page = drafter.get(f"{DESK}?tour={number}").content.decode()

    assert f'id="{STEPS[number - 1].anchor}"' in page
    assert f"stop {number} of {len(STEPS)}" in page
    leads_on = re.findall(r'href="\?tour=(\d+)#([\w-]+)"', page)
    assert all(STEPS[int(to) - 1].anchor == anchor for to, anchor in leads_on)
    assert (str(number + 1) in dict(leads_on)) is (number < len(STEPS))


@pytest.mark.parametrize("asked", ["0", "7", "-1", "", "x", "٣", "1" * 400])
def test_a_stop_that_does_not_exist_shows_the_desk_alone(drafter: Client, asked: str) -> None:
    answer = drafter.get(DESK, {"tour": asked})

    assert answer.status_code == 200
    assert answer.context["tour"] is None


def test_the_tour_stays_in_the_ledger_in_which_it_began(aqtobe: Office, signed_in: SignIn) -> None:
    newcomer = signed_in(aqtobe.drafter)

    assert newcomer.post(f"{DESK}exercise/tour/end/").url == f"{DESK}exercise/"
