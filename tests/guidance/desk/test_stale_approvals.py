"""An approval that comes too late: nothing goes out, and the approver is told why."""

from __future__ import annotations

from typing import Any

from django.test import Client

from guidance.models import Declaration
from guidance.publish import return_, take_back
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.posts import address, approval


def told(client: Client, waiting: Declaration, body: dict[str, Any]) -> str:
    """Post an approval that was opened earlier; give the page that answers it."""
    return str(client.post(address(waiting, "approval"), body, follow=True).content.decode())


def test_after_the_draft_was_taken_back(
    aqtobe: Office, waiting: Declaration, approver: Client
) -> None:
    opened = approval(waiting)
    take_back(waiting, by=aqtobe.drafter, at=NOON)

    page = told(approver, waiting, opened)

    waiting.refresh_from_db()
    assert "This was decided meanwhile." in page
    assert waiting.status == "RETURNED"


def test_after_another_approver_returned_it(
    aqtobe: Office, waiting: Declaration, approver: Client
) -> None:
    opened = approval(waiting)
    colleague = factories.approver("aqtobe", "second-approver")
    return_(waiting, by=colleague, reason="The hour is missing.", at=NOON)

    page = told(approver, waiting, opened)

    assert "This was decided meanwhile." in page
    assert "The hour is missing." in page
    assert not Declaration.objects.published().exists()


def test_after_what_it_extends_was_withdrawn(aqtobe: Office, approver: Client) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - MINUTE)
    longer = factories.submitted(aqtobe.drafter, act="EXTEND", ends_at=NOON + 30 * DAY)
    opened = approval(longer)
    factories.published(aqtobe.drafter, aqtobe.approver, act="WITHDRAW", refers_to="2026-0001")

    page = told(approver, longer, opened)

    longer.refresh_from_db()
    assert "Something changed since you opened this page. Nothing was published." in page
    assert "there is nothing to extend" in page
    assert longer.status == "SUBMITTED"


def test_after_the_level_that_it_changes_was_lifted(aqtobe: Office, approver: Client) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - MINUTE)
    raised = factories.submitted(aqtobe.drafter, act="CHANGE", level="RED", order_number="1")
    opened = approval(raised)
    factories.published(aqtobe.drafter, aqtobe.approver, act="LIFT", at=NOON)

    page = told(approver, raised, opened)

    raised.refresh_from_db()
    assert "The level changed meanwhile here: Aktobe Region." in page
    assert raised.status == "SUBMITTED"


def test_a_withdrawal_after_another_act_moved_the_place_is_looked_at_again(
    aqtobe: Office, approver: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, level="RED", at=NOON - MINUTE)
    withdrawal = factories.submitted(aqtobe.drafter, act="WITHDRAW", refers_to="2026-0001")
    opened = approval(withdrawal)
    factories.published(aqtobe.drafter, aqtobe.approver, act="CHANGE", level="YELLOW", at=NOON)

    page = told(approver, withdrawal, opened)

    withdrawal.refresh_from_db()
    assert "The level changed meanwhile here: Aktobe Region." in page
    assert withdrawal.status == "SUBMITTED"
    again = posts.approve(approver, withdrawal)
    assert again.status_code == 302
