"""What the citizen saw: the page of a past minute, by the ledger as it was known then."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guidance.models import Declaration, RoleCode
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn
from tests.guidance.desk.previewing import body
from tests.guidance.rewording import reword_advice

SAW = "/admin/desk/saw/"
PAGE = "/admin/desk/saw/page/"
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
# Session, person, roles, all acts known then with their parts, then the page itself.
MOST_QUERIES = 50
RED_AT, SEEN_AT, WITHDRAWN_AT = NOON - 30 * MINUTE, NOON - 20 * MINUTE, NOON - 10 * MINUTE


def asked(at: Any, place: str = "KZ-15", zone: float = 5) -> dict[str, str]:
    there = at + timedelta(hours=zone)
    return {"place": place, "at": f"{there:%Y-%m-%dT%H:%M}"}


@pytest.fixture
def seen(aqtobe: Office, client: Client) -> dict[str, str]:
    """Show red in error for twenty minutes; give the pages that readers had meanwhile."""
    factories.published(aqtobe.drafter, aqtobe.approver, level="YELLOW", at=NOON - DAY)
    red = factories.published(aqtobe.drafter, aqtobe.approver, level="RED", at=RED_AT)
    paths = ["kk/regions/aqtobe/", "ru/regions/aqtobe/", "en/regions/aqtobe/", "ru/regions/"]
    paths.append(f"ru/declarations/{red.number}/")
    with time_machine.travel(SEEN_AT, tick=False):
        pages = {path: client.get(f"/{path}").content.decode() for path in paths}
    factories.published(
        aqtobe.drafter,
        aqtobe.approver,
        act="WITHDRAW",
        refers_to=red.number,
        at=WITHDRAWN_AT,
        reason={"kk": "Қате жарияланды.", "ru": "Опубликовано ошибочно.", "en": "In error."},
    )
    return pages


def test_the_record_is_the_page_that_readers_had(seen: dict[str, str], approver: Client) -> None:
    for path, page in seen.items():
        response = approver.get(PAGE + path, asked(SEEN_AT))

        assert response.status_code == 200, path
        assert response["X-Frame-Options"] == "SAMEORIGIN"
        record = response.content.decode()
        assert body(record) == body(page), path


def test_the_record_shows_no_sign_of_a_later_withdrawal(
    seen: dict[str, str], approver: Client
) -> None:
    withdrawal = Declaration.objects.get(act="WITHDRAW")

    before = approver.get(f"{PAGE}ru/regions/aqtobe/", asked(SEEN_AT)).content.decode()
    after = approver.get(f"{PAGE}ru/regions/aqtobe/", asked(WITHDRAWN_AT)).content.decode()

    assert 'class="level" data-level="red"' in before
    assert "ошибочно" not in before
    assert withdrawal.number not in before
    assert 'class="level" data-level="yellow"' in after
    assert "ошибочно" in after


def test_the_frame_names_the_minute_the_last_decision_and_its_hash(
    seen: dict[str, str], approver: Client
) -> None:
    red = Declaration.objects.get(level="RED")

    screen = approver.get(SAW, {**asked(SEEN_AT), "lang": "ru"})
    page = approver.get(f"{PAGE}en/regions/aqtobe/", asked(SEEN_AT)).content.decode()

    assert screen.context["known"].number == red.number
    assert "Record: what readers saw. Aktobe Region, 22 November 2026, 16:40 (UTC+5)" in page
    for text in (page, screen.content.decode()):
        assert red.bulletin.hash in text
    assert f"{PAGE}ru/regions/aqtobe/?place=KZ-15&amp;at=2026-11-22T16%3A40" in (
        screen.content.decode()
    )


def test_every_link_of_a_record_stays_in_its_minute(seen: dict[str, str], approver: Client) -> None:
    page = approver.get(f"{PAGE}en/regions/aqtobe/", asked(SEEN_AT)).content.decode()

    assert f'href="{PAGE}en/regions/aqtobe-town/?place=KZ-15&amp;at=2026-11-22T16%3A40"' in page
    assert 'href="/en/regions/' not in page


def test_the_texts_are_those_of_the_minute(aqtobe: Office, approver: Client) -> None:
    reword_advice("E1", SEEN_AT)

    before = approver.get(f"{PAGE}en/regions/aqtobe/", asked(SEEN_AT - MINUTE)).content.decode()
    after = approver.get(f"{PAGE}en/regions/aqtobe/", asked(SEEN_AT)).content.decode()

    assert "A newer line en" not in before
    assert "A newer line en" in after


def test_day_and_hour_of_the_form_become_one_lasting_address(approver: Client) -> None:
    typed = {"place": "KZ-15", "date": "2026-11-22", "hour": "14:05", "lang": "ru"}

    response = approver.get(SAW, typed)

    assert response.url == f"{SAW}?place=KZ-15&at=2026-11-22T14%3A05&lang=ru"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"at": "2026-11-22T25:00"}, "hour"),
        ({"at": "22 November"}, "date"),
        ({"at": "2026-11-22"}, "hour"),
        ({"at": "2026-11-23T09:00"}, "date"),
        ({"at": "1899-01-01T09:00"}, "date"),
        ({"at": "\x00"}, "date"),
        ({"place": "KZ-75"}, "place"),
        ({"place": "atlantis"}, "place"),
        ({"lang": "de"}, "lang"),
    ],
)
def test_what_cannot_be_shown_is_told_at_its_field(
    change: dict[str, str], field: str, approver: Client
) -> None:
    response = approver.get(SAW, {**asked(SEEN_AT), "lang": "ru", **change})

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert "<iframe" not in response.content.decode()
    if field != "lang":
        query = {**asked(SEEN_AT), **change}
        assert approver.get(f"{PAGE}ru/regions/aqtobe/", query).status_code == 404


@pytest.mark.parametrize("role", [RoleCode.DRAFTER, RoleCode.APPROVER, RoleCode.AUDITOR])
def test_whoever_has_a_role_at_the_desk_of_the_place_may_ask(
    role: RoleCode, reference_data: None, signed_in: SignIn
) -> None:
    member = signed_in(factories.officer("member", "aqtobe", role))

    page = member.get(SAW, asked(SEEN_AT, "KZ-15-aqtobe")).content.decode()

    assert "<iframe" in page
    assert "No decision was known yet." in page


def test_citizens_are_never_shown_a_drill(approver: Client) -> None:
    for address in ("saw/", "saw/page/ru/regions/aqtobe/"):
        response = approver.get(f"/admin/desk/exercise/{address}", asked(SEEN_AT))
        assert response.status_code == 404


def test_a_record_writes_nothing(seen: dict[str, str], approver: Client) -> None:
    for address, query in ((SAW, asked(SEEN_AT)), (f"{PAGE}ru/regions/aqtobe/", asked(SEEN_AT))):
        with CaptureQueriesContext(connection) as captured:
            assert approver.get(address, query).status_code == 200

        said = [query["sql"] for query in captured.captured_queries]
        assert [sql for sql in said if WRITES.match(sql)] == []
        assert len(said) <= MOST_QUERIES, len(said)
