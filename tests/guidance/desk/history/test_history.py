"""The history of a desk: who did what, when, from where and why, asked by GET."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guidance.checking import keep_result
from guidance.models import Declaration
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn

HISTORY = "/admin/desk/history/"


def steps(client: Client, **question: Any) -> list[str]:
    """Give what was done, as the page shows it, newest first."""
    response = client.get(HISTORY, question)
    assert response.status_code == 200
    return [row.step for row in response.context["rows"]]


def test_every_step_is_told_with_time_person_reason_and_address(
    past: Declaration, drafter: Client
) -> None:
    page = drafter.get(HISTORY)

    rows = page.context["rows"]
    assert [row.step for row in rows] == [
        "published: version 2",
        "submitted: version 2",
        "saved: version 2",
        "returned: version 1",
        "submitted: version 1",
        "saved: version 1",
        "saved: version 1",  # of the other draft
    ]
    returned = rows[3]
    assert returned.local == "22 November 2026, 17:02 (UTC+5)"
    assert returned.utc == "22.11.2026 12:02:00 UTC"
    assert (returned.person, returned.drafter) == ("aqtobe-approver", "aqtobe-drafter")
    assert (returned.note, returned.address) == ("=Say what kind of threat.", "198.51.100.7")
    text = page.content.decode()
    for shown in (returned.local, returned.utc, returned.note, returned.address, past.number):
        assert shown in text


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ({"action": "RETURNED"}, 1),
        ({"region": "KZ-15"}, 7),
        ({"region": "KZ-15-aqtobe"}, 7),  # a wider act concerns its parts
        ({"desk": "aqtobe"}, 7),
        ({"since": "2026-11-22", "until": "2026-11-22"}, 7),
        ({"since": "2026-11-23"}, 0),
        ({"until": "21.11.2026"}, 0),
        ({"number": "2026-0001"}, 6),
        ({"number": "2026-0009"}, 0),
    ],
)
def test_the_history_is_asked_by_place_desk_step_days_and_number(
    question: dict[str, str], count: int, past: Declaration, drafter: Client
) -> None:
    assert len(steps(drafter, **question)) == count


def test_the_history_of_a_person_holds_what_they_did(
    past: Declaration, aqtobe: Office, drafter: Client
) -> None:
    assert steps(drafter, person=aqtobe.approver.pk) == [
        "published: version 2",
        "returned: version 1",
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("region", "KZ-75"),  # of another desk
        ("region", "'; --"),
        ("desk", "almaty"),
        ("person", "1 OR 1"),
        ("person", "999999999"),
        ("action", "SIGNED_IN"),
        ("since", "31.02.2026"),
        ("until", "purple"),
        ("number", "x" * 10_000),
        ("number", "\x00"),
        ("upto", "-1"),
        ("upto", "9" * 40),
    ],
)
def test_a_wrong_question_is_told_at_its_field_and_answered_with_nothing(
    field: str, value: str, past: Declaration, drafter: Client
) -> None:
    page = drafter.get(HISTORY, {field: value})

    assert page.status_code == 200
    assert page.context["form"].errors[field]
    assert not page.context["rows"]


def test_days_in_the_wrong_order_are_told(past: Declaration, drafter: Client) -> None:
    page = drafter.get(HISTORY, {"since": "2026-11-23", "until": "2026-11-22"})

    assert "before the first" in page.content.decode()


def test_fifty_entries_stand_on_a_page(aqtobe: Office, drafter: Client) -> None:
    for minute in range(60):
        factories.saved(aqtobe.drafter, at=NOON - minute * MINUTE)

    assert len(steps(drafter)) == 50
    assert len(steps(drafter, page=2)) == 10
    assert len(steps(drafter, page="purple")) == 50


def test_the_last_check_of_the_ledger_stands_above(drafter: Client) -> None:
    assert "has not been checked yet" in drafter.get(HISTORY).content.decode()
    keep_result([], NOON - DAY)
    assert "21 November 2026, 17:00 (UTC+5): it is whole" in drafter.get(HISTORY).content.decode()
    keep_result(["2026-0001: sequence 3 follows 1"], NOON)
    page = drafter.get(HISTORY).content.decode()
    assert "Problems found: 1" in page
    assert "sequence 3 follows 1" in page


def test_a_return_leads_to_what_was_changed_after_it(past: Declaration, drafter: Client) -> None:
    rows = drafter.get(HISTORY).context["rows"]

    compared = {row.step: row.compared for row in rows if row.compared}
    assert compared == {
        "returned: version 1": "old=1&new=2",
        "saved: version 2": "old=1&new=2",
    }
    assert (
        f"/admin/desk/history/{past.pk}/?old=1&amp;new=2" in drafter.get(HISTORY).content.decode()
    )


def test_a_publication_leads_to_what_the_public_saw_then(
    past: Declaration, drafter: Client
) -> None:
    published = drafter.get(HISTORY).context["rows"][0]
    saw = f"/admin/desk/saw/?place=KZ-15&amp;at={published.minute.replace(':', '%3A')}&amp;lang=en"

    assert published.minute == "2026-11-22T17:05"
    assert saw in drafter.get(HISTORY).content.decode()
    with time_machine.travel(NOON + 10 * MINUTE, tick=False):
        page = drafter.get(saw.replace("&amp;", "&"))
    assert (page.status_code, page.context["problems"]) == (200, [])


def test_refusals_are_for_the_audit_alone(past: Declaration, drafter: Client) -> None:
    assert not [step for step in steps(drafter) if step.startswith("refused")]
    assert drafter.get("/admin/desk/audit/").status_code == 403


def test_another_desk_reads_nothing_of_it(past: Declaration, signed_in: SignIn) -> None:
    stranger = signed_in(factories.drafter("almaty"))

    page = stranger.get(HISTORY)

    assert not page.context["rows"]
    for secret in ("aqtobe", "Aktobe", past.number, "198.51.100.7"):
        assert secret not in page.content.decode(), secret


def test_the_republican_desk_reads_every_desk(
    past: Declaration, republican: Office, signed_in: SignIn
) -> None:
    assert len(steps(signed_in(republican.approver), desk="aqtobe")) == 7


def test_the_history_of_exercises_is_apart(
    past: Declaration, aqtobe: Office, drafter: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, exercise=True)

    drill = drafter.get("/admin/desk/exercise/history/")

    assert [row.step for row in drill.context["rows"]] == [
        "published: version 1", "submitted: version 1", "saved: version 1",
    ]  # fmt: skip
    assert not drill.context["rows"][0].place  # nobody of the public saw it
    assert len(steps(drafter)) == 7


def test_the_history_asks_the_same_number_of_queries_for_one_entry_and_for_fifty(
    aqtobe: Office, drafter: Client
) -> None:
    factories.saved(aqtobe.drafter)
    drafter.get(HISTORY)
    with CaptureQueriesContext(
        connection,
    ) as few:
        drafter.get(HISTORY)
    people: Any = get_user_model()
    for number in range(49):
        colleague = people.objects.create_user(f"colleague-{number}")
        factories.contribute(factories.saved(aqtobe.drafter), colleague, NOON)

    with CaptureQueriesContext(connection) as many:
        drafter.get(HISTORY)

    assert len(many) <= len(few)
    # Session, person, profile and rights of the admin: 7; the ledger and its regions: 5; roles,
    # desks, people to choose, count, entries, regions of them, acts referred to, last check: 9.
    assert len(many) <= 24
