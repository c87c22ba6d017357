"""What is told as recent: lifted, ended, issued in error."""

from __future__ import annotations

from datetime import timedelta

from guidance.shown.ground import stored_ground
from guidance.shown.recent import past_notices
from guidance.situations import present
from tests.factories import DAY, NOON, published
from tests.guidance.conftest import Office

HOUR = timedelta(hours=1)


def told(office: Office, **facts: object) -> list[str]:
    published(office.drafter, office.approver, **facts)
    at = NOON + DAY + 3 * HOUR
    return [notice.state for notice in past_notices(stored_ground(present(at), "en"))]


def test_a_lift_taken_back_is_told_as_an_error_and_no_more_as_a_lift(aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    lifted = told(aqtobe, at=NOON + DAY, act="LIFT")
    taken_back = told(aqtobe, at=NOON + DAY + HOUR, act="WITHDRAW", refers_to="2026-0002")

    assert lifted == ["lifted"]
    assert taken_back == ["in-error"]
