"""Roles are given and taken by two administrators."""

from __future__ import annotations

import pytest

from guidance.models import AuditEntry, Desk, Membership, RoleCode, RoleRequest
from guidance.publishing.people import memberships_of
from guidance.publishing.refusals import NotAllowed, SamePerson, WrongState
from guidance.roles import NothingToChange, confirm_role, refuse_role, request_role
from tests import factories
from tests.factories import NOON


@pytest.fixture
def asked(reference_data: None) -> RoleRequest:
    """Give a request that a newcomer may draft at Aktobe's desk."""
    first, _ = factories.administrators()
    desk = Desk.objects.get(code="aqtobe")
    newcomer = factories.person("newcomer")
    return request_role(newcomer, desk=desk, role=RoleCode.DRAFTER, by=first, at=NOON)


def test_a_request_alone_gives_nothing(asked: RoleRequest) -> None:
    assert memberships_of(asked.user, NOON) == ()


def test_another_administrator_confirms(asked: RoleRequest) -> None:
    _, second = factories.administrators()

    confirm_role(asked, by=second, at=NOON)

    assert [row.desk_region for row in memberships_of(asked.user, NOON)] == ["KZ-15"]
    actions = AuditEntry.objects.filter(role_request=asked).order_by("pk")
    assert [entry.action for entry in actions] == ["ROLE_REQUESTED", "ROLE_CONFIRMED"]


def test_who_asked_does_not_confirm(asked: RoleRequest) -> None:
    with pytest.raises(SamePerson):
        confirm_role(asked, by=asked.requested_by, at=NOON)


def test_whom_it_concerns_does_not_confirm(reference_data: None) -> None:
    first, second = factories.administrators()
    desk = Desk.objects.get(code="aqtobe")
    request = request_role(second, desk=desk, role=RoleCode.APPROVER, by=first, at=NOON)

    with pytest.raises(SamePerson):
        confirm_role(request, by=second, at=NOON)


def test_only_administrators_ask_and_confirm(asked: RoleRequest) -> None:
    stranger = factories.person("stranger")

    with pytest.raises(NotAllowed):
        confirm_role(asked, by=stranger, at=NOON)
    with pytest.raises(NotAllowed):
        request_role(stranger, desk=asked.desk, role=RoleCode.DRAFTER, by=stranger, at=NOON)


def test_a_refused_request_gives_nothing_for_ever(asked: RoleRequest) -> None:
    _, second = factories.administrators()
    refuse_role(asked, by=second, at=NOON)

    with pytest.raises(WrongState):
        confirm_role(asked, by=second, at=NOON)
    assert not Membership.objects.exists()


def test_a_role_is_taken_the_same_way(asked: RoleRequest) -> None:
    first, second = factories.administrators()
    confirm_role(asked, by=second, at=NOON)
    revoke = request_role(
        asked.user, desk=asked.desk, role=RoleCode.DRAFTER, by=first, at=NOON,
        change=RoleRequest.Change.REVOKE,
    )  # fmt: skip

    confirm_role(revoke, by=second, at=NOON)

    assert memberships_of(asked.user, NOON) == ()
    assert Membership.objects.get().revoked == revoke


def test_the_door_opens_with_the_first_role_and_closes_with_the_last(asked: RoleRequest) -> None:
    second = factories.administrators()[1]
    before = [group.name for group in asked.user.groups.all()]
    confirm_role(asked, by=second, at=NOON)
    factories.give_role(asked.user, Desk.objects.get(code="almaty"), RoleCode.DRAFTER)

    with_both = [group.name for group in asked.user.groups.all()]
    factories.take_role(asked.user, RoleCode.DRAFTER, "aqtobe")
    with_one = [group.name for group in asked.user.groups.all()]
    factories.take_role(asked.user, RoleCode.DRAFTER, "almaty")

    assert before == []
    assert with_both == with_one == ["Desk drafters"]
    assert not asked.user.groups.exists()


@pytest.mark.parametrize("change", RoleRequest.Change)
def test_a_change_that_changes_nothing_is_refused(
    asked: RoleRequest, change: RoleRequest.Change
) -> None:
    first, second = factories.administrators()
    if change == RoleRequest.Change.GRANT:
        confirm_role(asked, by=second, at=NOON)
    else:
        refuse_role(asked, by=second, at=NOON)

    with pytest.raises(NothingToChange):
        request_role(
            asked.user, desk=asked.desk, role=RoleCode.DRAFTER, by=first, at=NOON, change=change
        )


def test_a_service_account_gets_no_role(reference_data: None) -> None:
    first, _ = factories.administrators()
    desk = Desk.objects.get(code="aqtobe")

    with pytest.raises(NothingToChange):
        request_role(factories.machine(), desk=desk, role=RoleCode.DRAFTER, by=first, at=NOON)
