"""What the desk writes down of those who ask it: their address, and what they were refused."""

from __future__ import annotations

from django.test import Client, override_settings

from guidance.models import AuditEntry, Declaration, RoleCode
from tests import factories
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn
from tests.guidance.desk.posts import LEVEL, address, approval, approve, handed_over

OFFICE = {"headers": {"x-forwarded-for": "203.0.113.9, 198.51.100.7"}}


def refusals() -> list[tuple[str, str, str]]:
    """Give what was attempted, by which name it was refused, and from where."""
    rows = AuditEntry.objects.filter(action="REFUSED").order_by("pk")
    return [(row.details["attempt"], row.details["refusal"], row.address) for row in rows]


def test_every_step_at_the_desk_tells_from_where_it_was_done(
    drafter: Client, approver: Client
) -> None:
    with override_settings(TRUSTED_PROXIES=1):
        drafter.post(posts.DECLARE, LEVEL, **OFFICE)
        draft = Declaration.objects.get()
        handed_over(drafter, draft, **OFFICE)
        drafter.post(address(draft, "take-back"), **OFFICE)
        handed_over(drafter, draft, **OFFICE)
        approver.post(address(draft, "approval"), approval(draft), **OFFICE)

    done = AuditEntry.objects.filter(declaration=draft).order_by("pk")
    told = [(row.action, row.address) for row in done]
    assert told[-4:] == [
        ("SUBMITTED", "198.51.100.7"),
        ("TAKEN_BACK", "198.51.100.7"),
        ("SUBMITTED", "198.51.100.7"),
        ("PUBLISHED", "198.51.100.7"),
    ]
    assert {address for _action, address in told} == {"198.51.100.7"}


def test_who_approves_an_own_draft_is_recorded(drafter: Client, waiting: Declaration) -> None:
    assert approve(drafter, waiting).status_code == 403

    assert refusals() == [("PUBLISHED", "SamePerson", "127.0.0.1")]


def test_who_has_no_right_is_recorded_whatever_they_post(
    aqtobe: Office, waiting: Declaration, signed_in: SignIn
) -> None:
    auditor = signed_in(factories.officer("auditor", "aqtobe", RoleCode.AUDITOR))

    auditor.post(address(waiting, "approval"), {"decision": "reject"})
    auditor.post(address(waiting, "take-back"))
    auditor.post(posts.DECLARE, LEVEL)
    auditor.get(posts.DECLARE)

    assert [(attempt, why) for attempt, why, _where in refusals()] == [
        ("REJECTED", "NotAllowed"),
        ("TAKEN_BACK", "NotAllowed"),
        ("SAVED", "NotAllowed"),
    ]


def test_a_wrong_code_at_an_approval_is_recorded(
    aqtobe: Office, waiting: Declaration, signed_in: SignIn
) -> None:
    client = signed_in(aqtobe.approver, second_factor_age=360)

    approve(client, waiting, code="000000")

    entry = AuditEntry.objects.get(action="REFUSED")
    assert (entry.declaration, entry.details["refusal"]) == (waiting, "WrongCode")


def test_a_second_approval_is_recorded(approver: Client, waiting: Declaration) -> None:
    body = approval(waiting)
    approver.post(address(waiting, "approval"), body)

    approver.post(address(waiting, "approval"), body)

    assert [(attempt, why) for attempt, why, _where in refusals()] == [("PUBLISHED", "WrongState")]
