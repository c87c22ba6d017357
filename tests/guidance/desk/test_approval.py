"""The decision of another person: what it asks, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from guidance.models import Declaration, RoleCode
from guidance.publish import take_back
from tests import factories
from tests.factories import MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn
from tests.guidance.desk.posts import (
    LEVEL,
    address,
    approval,
    approve,
    handed_over,
    is_still_waiting,
    saved,
)


def test_the_page_says_who_asks_for_what(waiting: Declaration, approver: Client) -> None:
    page = approver.get(address(waiting, "approval"))

    assert page.context["title"] == "aqtobe-drafter waits for you"
    assert str(page.context["pledge"]) == (
        "aqtobe-drafter asks to set the high (orange) level in Aktobe Region, from approval,"
        " until 2 December 2026, 17:00 (UTC+5)."
    )
    assert "the <b>high (orange)</b> level <b>in Aktobe Region</b>" in page.content.decode()


def test_the_author_can_t_approve_although_an_approver_too(
    reference_data: None, signed_in: SignIn
) -> None:
    both = factories.officer("both", "aqtobe", RoleCode.DRAFTER, RoleCode.APPROVER)
    own = factories.submitted(both)
    client = signed_in(both)

    assert 'name="decision"' not in client.get(address(own, "approval")).content.decode()
    for decision in ("approve", "return", "reject"):
        response = client.post(
            address(own, "approval"), {**approval(own), "decision": decision, "reason": "Why not."}
        )
        assert response.status_code == 403
    assert is_still_waiting(own)


def test_who_edited_a_version_can_t_approve(
    aqtobe: Office, drafter: Client, signed_in: SignIn
) -> None:
    helper = factories.officer("helper", "aqtobe", RoleCode.DRAFTER, RoleCode.APPROVER)
    client = signed_in(helper)
    draft = saved(drafter)
    client.post(address(draft, "edit"), {**LEVEL, "level": "YELLOW", "version": draft.version})
    handed_over(drafter, draft)

    response = approve(client, draft)

    assert response.status_code == 403
    assert 'name="decision"' not in client.get(address(draft, "approval")).content.decode()
    assert is_still_waiting(draft)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"level": "RED"}, "level"),
        ({"level": ""}, "level"),
        ({"level": "purple"}, "level"),
        ({"regions": []}, "regions"),
        ({"regions": ["KZ-15-aqtobe"]}, "regions"),
        ({"regions": ["KZ-15", "KZ-15-aqtobe"]}, "regions"),
        ({"regions": ["KZ-75"]}, "regions"),
        ({"has_read": ""}, "has_read"),
    ],
)
def test_level_places_and_reading_are_confirmed_again(
    changes: dict[str, Any], field: str, waiting: Declaration, approver: Client
) -> None:
    response = approve(approver, waiting, **changes)

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert is_still_waiting(waiting)


@pytest.mark.parametrize("seen", ["", "0" * 64, "x.y"])
def test_an_approval_of_something_unseen_is_refused(
    seen: str, waiting: Declaration, approver: Client
) -> None:
    response = approve(approver, waiting, seen_hash=seen)

    assert response.status_code == 409
    assert is_still_waiting(waiting)


def test_when_the_situation_changed_the_page_says_so_and_approving_again_goes_through(
    aqtobe: Office, waiting: Declaration, approver: Client
) -> None:
    opened = approver.get(address(waiting, "approval")).context["form"]["seen_hash"].value()
    factories.published(aqtobe.drafter, aqtobe.approver, level="YELLOW", at=NOON - MINUTE)

    stale = approve(approver, waiting, seen_hash=opened)
    again = stale.context["form"]["seen_hash"].value()

    assert stale.status_code == 409
    assert stale.context["changes"] == ["The level changed meanwhile here: Aktobe Region."]
    assert approve(approver, waiting, seen_hash=again).status_code == 302
    assert (waiting.status, waiting.act) == ("PUBLISHED", "CHANGE")


def test_an_edited_text_is_not_approved_by_the_look_at_the_old_one(
    aqtobe: Office, waiting: Declaration, drafter: Client, approver: Client
) -> None:
    opened = approver.get(address(waiting, "approval")).context["form"]["seen_hash"].value()
    take_back(waiting, by=aqtobe.drafter, at=NOON)
    waiting.refresh_from_db()
    drafter.post(
        address(waiting, "edit"),
        {**LEVEL, "level": "RED", "order_number": "5", "version": waiting.version},
    )
    handed_over(drafter, waiting)

    response = approve(approver, waiting, seen_hash=opened)

    assert response.status_code == 409
    assert response.context["changes"] == [
        "The act or its level changed.",
        "The start or the end changed.",
        "The order number or its day changed.",
        "The level changed meanwhile here: Aktobe Region.",
    ]


def test_what_was_approved_twice_is_published_once(waiting: Declaration, approver: Client) -> None:
    body = approval(waiting)

    first = approver.post(address(waiting, "approval"), body)
    second = approver.post(address(waiting, "approval"), body)

    assert (first.status_code, second.status_code) == (302, 302)
    assert Declaration.objects.published().count() == 1


def test_a_return_says_why_and_gives_the_draft_back(
    waiting: Declaration, approver: Client, drafter: Client
) -> None:
    approver.post(
        address(waiting, "approval"), {"decision": "return", "reason": "The hour is missing."}
    )

    waiting.refresh_from_db()
    assert waiting.status == "RETURNED"
    assert "The hour is missing." in drafter.get(address(waiting)).content.decode()
    assert drafter.get(address(waiting, "edit")).status_code == 200


@pytest.mark.parametrize("decision", ["return", "reject"])
def test_sending_back_needs_a_reason(decision: str, waiting: Declaration, approver: Client) -> None:
    response = approver.post(address(waiting, "approval"), {"decision": decision, "reason": " "})

    assert response.status_code == 200
    assert "reason" in response.context["reasoned"].errors
    assert is_still_waiting(waiting)


def test_what_was_returned_can_t_be_approved(waiting: Declaration, approver: Client) -> None:
    body = approval(waiting)
    approver.post(address(waiting, "approval"), {"decision": "return", "reason": "Not now."})

    approver.post(address(waiting, "approval"), body)

    waiting.refresh_from_db()
    assert waiting.status == "RETURNED"


def test_an_act_that_no_longer_holds_can_only_be_sent_back(
    aqtobe: Office, approver: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - MINUTE)
    lift = factories.submitted(aqtobe.drafter, act="LIFT")
    factories.published(aqtobe.drafter, aqtobe.approver, act="LIFT", at=NOON)

    page = approver.get(address(lift, "approval"))

    assert "there is nothing to lift" in page.context["judged"].blocks[0]
    assert 'value="approve"' not in page.content.decode()
    assert 'value="return"' in page.content.decode()


def test_a_warning_that_is_new_since_the_submission_is_told_as_new(
    aqtobe: Office, drafter: Client, approver: Client
) -> None:
    red = handed_over(drafter, saved(drafter, level="RED"))
    factories.submitted(aqtobe.drafter)

    page = approver.get(address(red, "approval")).content.decode()

    assert "Seen by the drafter" in page
    assert "New since it was submitted" in page


def test_no_button_of_the_decision_is_the_default(waiting: Declaration, approver: Client) -> None:
    page = approver.get(address(waiting, "approval")).content.decode()

    (form,) = (each for each in page.split("<form") if 'value="approve"' in each)
    assert form[form.index("<button") :].startswith('<button type="submit" disabled')
