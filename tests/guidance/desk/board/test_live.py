"""The part of the first page that a script asks for again."""

from __future__ import annotations

import re

import time_machine
from django.test import Client

from guidance.models import Declaration
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn

DESK, LIVE = "/admin/desk/", "/admin/desk/live/"
PART = re.compile(r'data-live id="([\w-]+)"')


def test_it_reads_as_before_until_something_changes(
    aqtobe: Office, waiting: Declaration, approver: Client
) -> None:
    etag = approver.get(LIVE).headers["ETag"]
    same = approver.get(LIVE, headers={"if-none-match": etag})
    factories.submitted(aqtobe.drafter, level="RED")
    other = approver.get(LIVE, headers={"if-none-match": etag})

    assert (same.status_code, same.content) == (304, b"")
    assert other.status_code == 200
    assert "2 wait for you" in other.content.decode()


def test_a_new_minute_is_a_change_so_that_hours_left_stay_true(
    aqtobe: Office, drafter: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, ends_at=NOON + DAY)
    first = drafter.get(LIVE)

    with time_machine.travel(NOON + 30 * MINUTE, tick=False):
        later = drafter.get(LIVE, headers={"if-none-match": first.headers["ETag"]})

    assert "24 h left" in first.content.decode()
    assert later.status_code == 200
    assert "23 h left" in later.content.decode()


def test_it_has_the_very_parts_of_the_page(aqtobe: Office, drafter: Client) -> None:
    page, fragment = (drafter.get(address).content.decode() for address in (DESK, LIVE))

    assert PART.findall(page) == PART.findall(fragment)
    assert len(PART.findall(page)) == 9
    assert "<html" not in fragment


def test_it_answers_for_the_filter_of_the_page(aqtobe: Office, drafter: Client) -> None:
    page = drafter.get(DESK, {"q": "Almaty", "level": "NONE"})
    fragment = drafter.get(LIVE, {"q": "Almaty", "level": "NONE"})

    assert f'data-board="{LIVE}?q=Almaty&amp;level=NONE"' in page.content.decode()
    assert [line.code for line in fragment.context["places"]] == [
        line.code for line in page.context["places"]
    ]


def test_without_a_role_there_is_nothing_to_ask_for(
    reference_data: None, signed_in: SignIn
) -> None:
    assert signed_in(factories.person("somebody")).get(LIVE).status_code in (302, 403)


def test_a_script_of_somebody_who_signed_out_is_refused_not_sent_to_sign_in(
    reference_data: None,
) -> None:
    answer = Client().get(LIVE, headers={"x-requested-with": "XMLHttpRequest"})

    assert answer.status_code == 403


def test_a_drill_s_page_asks_the_ledger_of_the_drills(aqtobe: Office, drafter: Client) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, exercise=True, level="RED")
    drill = drafter.get("/admin/desk/exercise/")

    assert 'data-board="/admin/desk/exercise/live/?' in drill.content.decode()
    assert [line.code for line in drill.context["lines"]] == ["KZ-15"]
    assert drafter.get(DESK).context["lines"] == []
