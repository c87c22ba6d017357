"""A desk that lacks a second person is told so, and who decides for it."""

from __future__ import annotations

import pytest

from guidance.models import RoleCode
from tests import factories
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

NOBODY_HERE = "Nobody at this desk can approve this: the republican desk will."
NOBODY = "Nobody can approve this now, not even at the republican desk."


def test_a_desk_without_two_people_is_shown_as_not_able_to_publish(
    reference_data: None, signed_in: SignIn
) -> None:
    alone = factories.officer("alone", "aqtobe", RoleCode.DRAFTER, RoleCode.APPROVER)
    client = signed_in(alone)

    before = client.get("/admin/desk/").context["mute_desks"]
    factories.approver("aqtobe")
    after = client.get("/admin/desk/").context["mute_desks"]

    assert before == ["Regional headquarters: Aktobe Region"]
    assert after == []


@pytest.mark.parametrize("others", ["republican", "nobody"])
def test_the_drafter_is_told_when_nobody_here_can_approve(
    others: str, reference_data: None, signed_in: SignIn
) -> None:
    alone = factories.officer("alone", "aqtobe", RoleCode.DRAFTER, RoleCode.APPROVER)
    if others == "republican":
        factories.approver("republican")
    client = signed_in(alone)

    page = client.get(posts.address(posts.saved(client))).content.decode()

    assert (NOBODY_HERE in page) is (others == "republican")
    assert (NOBODY in page) is (others == "nobody")
