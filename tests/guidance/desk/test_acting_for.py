"""One desk decides for another: the audit says so, the page, and the draft before it goes."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from guidance.models import AuditEntry, Declaration, Desk, RoleCode
from tests import factories
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

NOBODY_HERE = "Nobody at this desk can approve this: the republican desk will."
NOBODY = "Nobody can approve this now"


def page_of(client: Client, declaration: Declaration) -> str:
    address = reverse("desk:declaration", args=[declaration.pk])
    return client.get(address).content.decode()


def test_the_republican_desk_s_approval_names_the_desk_it_acted_for(
    aqtobe: Office, republican: Office, drafter: Client
) -> None:
    published = factories.published(aqtobe.drafter, republican.approver)

    entry = AuditEntry.objects.get(declaration=published, action="PUBLISHED")
    page = page_of(drafter, published)

    assert (entry.details["acting_desk"], entry.details["for_desk"]) == ("KZ", "KZ-15")
    assert "Approved for the desk of Aktobe Region. Approved by: Republican headquarters" in page
    assert "published, for the desk of Aktobe Region" in page


def test_a_return_by_the_republican_desk_says_so_too(
    aqtobe: Office, republican: Office, waiting: Declaration, signed_in: SignIn, drafter: Client
) -> None:
    client = signed_in(republican.approver)

    client.post(
        reverse("desk:approval", args=[waiting.pk]), {"decision": "return", "reason": "Too long."}
    )

    assert "returned, for the desk of Aktobe Region: Too long." in page_of(drafter, waiting)


def test_a_desk_that_approves_its_own_acts_for_nobody(aqtobe: Office, drafter: Client) -> None:
    published = factories.published(aqtobe.drafter, aqtobe.approver)

    entry = AuditEntry.objects.get(declaration=published, action="PUBLISHED")

    assert "acting_desk" not in entry.details
    assert "for the desk of" not in page_of(drafter, published)


def test_who_approves_at_both_desks_acts_for_their_own(
    aqtobe: Office, republican: Office, drafter: Client
) -> None:
    factories.give_role(republican.approver, Desk.objects.get(code="aqtobe"), RoleCode.APPROVER)
    published = factories.published(aqtobe.drafter, republican.approver)

    assert "for the desk of" not in page_of(drafter, published)


def test_a_region_that_approves_the_republican_desk_s_draft_acts_for_it(
    aqtobe: Office, republican: Office
) -> None:
    published = factories.published(republican.drafter, aqtobe.approver, desk="republican")

    entry = AuditEntry.objects.get(declaration=published, action="PUBLISHED")

    assert (entry.details["acting_desk"], entry.details["for_desk"]) == ("KZ-15", "KZ")


def test_nothing_is_said_when_another_member_can_approve(aqtobe: Office, drafter: Client) -> None:
    page = page_of(drafter, posts.saved(drafter))

    assert NOBODY_HERE not in page
    assert NOBODY not in page


def test_the_only_approver_who_worked_on_the_draft_is_not_one(
    aqtobe: Office, republican: Office, drafter: Client, signed_in: SignIn
) -> None:
    factories.give_role(aqtobe.approver, Desk.objects.get(code="aqtobe"), RoleCode.DRAFTER)
    draft = posts.saved(signed_in(aqtobe.approver))

    assert NOBODY_HERE in page_of(drafter, draft)
