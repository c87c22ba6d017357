"""A role has a term: past its end it gives no right anywhere, also in the middle of an act."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from guidance.models import Declaration, Desk, Membership, RoleCode, RoleRequest
from guidance.publish import (
    AuthorNotAllowed,
    NotAllowed,
    content_hash,
    publish,
    reject,
    return_,
    save_draft,
    submit,
    take_back,
)
from guidance.publishing.people import memberships_of, readable_by
from guidance.roles import NothingToChange, TermIsOver, confirm_role, request_role
from tests import factories
from tests.factories import DAY, NOON

END = NOON + 2 * DAY
BEFORE, AFTER = END - timedelta(seconds=1), END + DAY


def member(username: str, role: RoleCode, *, ends: bool = True) -> Any:
    """Make a member of Aktobe's desk whose role ends."""
    user = factories.person(username)
    desk = Desk.objects.get(code="aqtobe")
    factories.give_role(user, desk, role, ends_at=END if ends else None)
    return user


@pytest.fixture
def passing(reference_data: None) -> Any:
    """Give a drafter whose role ends."""
    return member("passing", RoleCode.DRAFTER)


@pytest.fixture
def leaving(reference_data: None) -> Any:
    """Give an approver whose role ends."""
    return member("leaving", RoleCode.APPROVER)


def test_a_role_holds_to_the_last_second_and_not_at_its_end(passing: Any) -> None:
    assert memberships_of(passing, BEFORE)
    assert memberships_of(passing, END) == ()


def test_who_drafted_drafts_no_more(passing: Any) -> None:
    desk = Desk.objects.get(code="aqtobe")
    draft = factories.saved(passing)

    with pytest.raises(NotAllowed):
        save_draft(factories.draft(), by=passing, desk=desk, at=END)
    with pytest.raises(NotAllowed):
        save_draft(factories.draft(), by=passing, desk=desk, at=END, declaration=draft)
    with pytest.raises(NotAllowed):
        submit(draft, by=passing, at=END)
    assert list(readable_by(passing, BEFORE)) == [draft]
    assert list(readable_by(passing, END)) == []


def test_who_submitted_takes_nothing_back(passing: Any) -> None:
    waiting = factories.submitted(passing)

    with pytest.raises(NotAllowed):
        take_back(waiting, by=passing, at=END)


def test_what_was_submitted_is_not_published_when_its_author_s_role_is_over(
    passing: Any, leaving: Any
) -> None:
    lasting = member("lasting", RoleCode.APPROVER, ends=False)
    waiting = factories.submitted(passing)

    with pytest.raises(AuthorNotAllowed):
        publish(waiting, approver=lasting, at=END, seen_hash=content_hash(waiting, END))
    assert Declaration.objects.get(pk=waiting.pk).status == "SUBMITTED"


def test_an_approver_past_the_end_publishes_nothing(leaving: Any) -> None:
    waiting = factories.submitted(factories.drafter())

    with pytest.raises(NotAllowed):
        publish(waiting, approver=leaving, at=END, seen_hash=content_hash(waiting, END))
    assert Declaration.objects.get(pk=waiting.pk).status == "SUBMITTED"


@pytest.mark.parametrize("verb", [return_, reject])
def test_an_approver_past_the_end_sends_nothing_back(verb: Any, leaving: Any) -> None:
    waiting = factories.submitted(factories.drafter())

    with pytest.raises(NotAllowed):
        verb(waiting, by=leaving, reason="Not good.", at=END)
    assert Declaration.objects.get(pk=waiting.pk).status == "SUBMITTED"


def test_the_last_second_still_publishes(passing: Any, leaving: Any) -> None:
    waiting = factories.submitted(passing)

    seen = content_hash(waiting, BEFORE)
    assert publish(waiting, approver=leaving, at=BEFORE, seen_hash=seen).number


PUBLISH = """
    UPDATE guidance_declaration
    SET status = 'PUBLISHED', approver_id = %s, number = '2026-0001', sequence = 1,
        published_at = %s, starts_at = %s, content_hash = 'x'
    WHERE id = %s
"""


def publish_by_sql(waiting: Declaration, approver: Any, at: Any) -> None:
    moment = connection.ops.adapt_datetimefield_value(at)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(PUBLISH, [approver.pk, moment, moment, waiting.pk])


@pytest.mark.parametrize("whose", ["author", "approver"])
def test_the_database_knows_the_end_too(whose: str, passing: Any, leaving: Any) -> None:
    lasting = {
        "author": lambda: factories.drafter(username="lasting"),
        "approver": lambda: factories.approver(username="lasting"),
    }
    author = passing if whose == "author" else lasting["author"]()
    approver = leaving if whose == "approver" else lasting["approver"]()
    waiting = factories.submitted(author)

    with pytest.raises(IntegrityError, match="by_roles_in_force"):
        publish_by_sql(waiting, approver, AFTER)
    publish_by_sql(waiting, approver, BEFORE)


def test_the_database_lets_no_stranger_and_no_other_desk_approve(reference_data: None) -> None:
    waiting = factories.submitted(factories.drafter())
    root = factories.person("root", is_superuser=True, is_staff=True)

    for outsider in (root, factories.approver("almaty"), factories.administrators()[0]):
        with pytest.raises(IntegrityError, match="by_roles_in_force"):
            publish_by_sql(waiting, outsider, NOON)
    publish_by_sql(waiting, factories.approver("republican"), NOON)


def test_a_new_term_takes_the_place_of_the_old_one(passing: Any) -> None:
    desk = Desk.objects.get(code="aqtobe")

    factories.give_role(passing, desk, RoleCode.DRAFTER, ends_at=AFTER)

    assert memberships_of(passing, END)
    old, new = Membership.objects.filter(user=passing).order_by("pk")
    assert old.revoked == new.granted
    assert (old.ends_at, new.ends_at) == (END, AFTER)


def test_a_term_that_is_over_can_be_given_anew(passing: Any) -> None:
    first, second = factories.administrators()
    desk = Desk.objects.get(code="aqtobe")

    asked = request_role(passing, desk=desk, role=RoleCode.DRAFTER, by=first, at=AFTER)
    confirm_role(asked, by=second, at=AFTER)

    assert memberships_of(passing, AFTER)


def test_the_same_term_again_is_no_change(passing: Any) -> None:
    first, _ = factories.administrators()
    desk = Desk.objects.get(code="aqtobe")

    with pytest.raises(NothingToChange):
        request_role(passing, desk=desk, role=RoleCode.DRAFTER, by=first, at=NOON, ends_at=END)


def test_no_role_ends_before_it_begins(reference_data: None) -> None:
    first, second = factories.administrators()
    desk, user = Desk.objects.get(code="aqtobe"), factories.person("newcomer")

    with pytest.raises(TermIsOver):
        request_role(user, desk=desk, role=RoleCode.DRAFTER, by=first, at=NOON, ends_at=NOON)
    asked = request_role(user, desk=desk, role=RoleCode.DRAFTER, by=first, at=NOON, ends_at=END)
    with pytest.raises(TermIsOver):
        confirm_role(asked, by=second, at=END)
    assert not Membership.objects.filter(user=user).exists()


BY_SQL = {
    "a longer role": "UPDATE guidance_membership SET ends_at = NULL WHERE user_id = {user}",
    "a longer request": "UPDATE guidance_rolerequest SET ends_at = NULL WHERE user_id = {user}",
    "a role of no request": (
        "INSERT INTO guidance_membership (user_id, desk_id, role, granted_id)"
        " SELECT user_id, desk_id, 'APPROVER', granted_id FROM guidance_membership"
        " WHERE user_id = {user}"
    ),
    "a role without the end that was confirmed": (
        "INSERT INTO guidance_membership (user_id, desk_id, role, granted_id)"
        " SELECT user_id, desk_id, role, id FROM guidance_rolerequest WHERE user_id = {user}"
    ),
    "a request confirmed by who asked": (
        "UPDATE guidance_rolerequest SET state = 'CONFIRMED', decided_by_id = requested_by_id,"
        " decided_at = requested_at WHERE state = 'REQUESTED'"
    ),
    "a request confirmed by whom it concerns": (
        "UPDATE guidance_rolerequest SET state = 'CONFIRMED', decided_by_id = user_id,"
        " decided_at = requested_at WHERE state = 'REQUESTED'"
    ),
    "a request born confirmed": (
        "INSERT INTO guidance_rolerequest (user_id, desk_id, role, change, state,"
        " requested_by_id, requested_at, decided_by_id, decided_at)"
        " SELECT user_id, desk_id, 'AUDITOR', 'GRANT', 'CONFIRMED', requested_by_id, requested_at,"
        " decided_by_id, decided_at FROM guidance_rolerequest WHERE user_id = {user}"
    ),
}


@pytest.mark.parametrize("deed", BY_SQL)
def test_nobody_lengthens_or_takes_a_role_by_sql(deed: str, passing: Any) -> None:
    factories.ask_for_role(factories.person("newcomer"))
    held = list(Membership.objects.order_by("pk").values())
    asked = list(RoleRequest.objects.order_by("pk").values())

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(BY_SQL[deed].format(user=passing.pk))

    assert list(Membership.objects.order_by("pk").values()) == held
    assert list(RoleRequest.objects.order_by("pk").values()) == asked
