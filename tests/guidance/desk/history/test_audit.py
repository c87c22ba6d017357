"""The audit: what auditors and administrators read beyond the history of a desk."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.test import Client

from guidance.models import AuditEntry, Declaration, Desk, RoleCode
from portal.accounts.models import ADMINISTRATORS
from tests import factories
from tests.factories import NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn

AUDIT = "/admin/desk/audit/"


def arrival(user: Any, **facts: Any) -> AuditEntry:
    """Let somebody sign in."""
    return AuditEntry.objects.create(
        at=NOON, action="SIGNED_IN", actor=user, address="203.0.113.9", **facts
    )


def told(client: Client, **question: Any) -> list[tuple[str, str]]:
    """Give who did what, as the audit shows it."""
    page = client.get(AUDIT, question)
    assert page.status_code == 200
    return [(row.person, row.step) for row in page.context["rows"]]


def test_an_auditor_reads_refusals_roles_and_sign_ins_of_the_desk(
    past: Declaration, aqtobe: Office, auditor: Client
) -> None:
    arrival(aqtobe.drafter)

    rows = told(auditor)

    assert ("aqtobe-drafter", "signed in") in rows
    refused = "refused: published, the same person may not decide, version 2"
    assert ("aqtobe-drafter", refused) in rows
    assert ("second-administrator", "role confirmed: grant, drafter") in rows


def test_an_auditor_reads_no_other_desk_and_nobody_of_it(
    past: Declaration, republican: Office, signed_in: SignIn
) -> None:
    foreign = signed_in(factories.officer("foreign", "almaty", RoleCode.AUDITOR))
    arrival(past.author)
    arrival(republican.approver)
    AuditEntry.objects.create(at=NOON, action="SIGN_IN_FAILED", address="203.0.113.66")

    page = foreign.get(AUDIT).content.decode()

    for secret in ("aqtobe-drafter", "aqtobe-approver", "203.0.113", "198.51.100.7", past.number):
        assert secret not in page, secret
    # Who may act there from above is somebody to ask for; what they did elsewhere is not shown.
    assert {person for person, _step in told(foreign)} <= {
        "first-administrator", "second-administrator", "republican-approver", "foreign",
    }  # fmt: skip


def test_the_republican_auditor_reads_everything(past: Declaration, signed_in: SignIn) -> None:
    everybody = signed_in(factories.officer("national", "republican", RoleCode.AUDITOR))
    AuditEntry.objects.create(at=NOON, action="SIGN_IN_FAILED", address="203.0.113.66")

    assert len(told(everybody)) == min(50, AuditEntry.objects.count())
    assert ("", "sign-in failed") in told(everybody)


def test_an_administrator_reads_accounts_and_sign_ins_and_no_draft(
    past: Declaration, signed_in: SignIn
) -> None:
    administrator = factories.administrators()[0]
    administrator.groups.add(Group.objects.get(name=ADMINISTRATORS))
    client = signed_in(administrator)
    arrival(past.author)

    page = client.get(AUDIT)

    assert ("aqtobe-drafter", "signed in") in told(client)
    assert not [row for row in page.context["rows"] if row.declaration]
    assert "198.51.100.7" not in page.content.decode()
    assert client.get("/admin/desk/history/").status_code == 403


def test_who_neither_audits_nor_administers_is_turned_away(
    aqtobe: Office, drafter: Client, approver: Client, signed_in: SignIn
) -> None:
    nobody = signed_in(factories.person("nobody"))
    for client in (drafter, approver, nobody):
        for address in (AUDIT, f"{AUDIT}export/?format=csv"):
            assert client.get(address).status_code == 403
    assert Client().get(AUDIT).status_code == 302


def test_the_audit_of_a_person_finds_what_concerned_them(aqtobe: Office, auditor: Client) -> None:
    AuditEntry.objects.create(
        at=NOON, action="CODE_FAILED", subject=aqtobe.drafter, address="203.0.113.9"
    )

    rows = told(auditor, person=aqtobe.drafter.pk, action="CODE_FAILED")

    assert rows == [("", "second factor failed")]


def test_nothing_is_changed_by_asking(past: Declaration, auditor: Client) -> None:
    before = AuditEntry.objects.count()

    assert auditor.post(AUDIT, {"action": "SAVED"}).status_code == 405
    auditor.get(AUDIT)

    assert AuditEntry.objects.count() == before


def test_a_desk_of_the_choices_is_the_auditors_own(past: Declaration, auditor: Client) -> None:
    page = auditor.get(AUDIT)

    desks = [value for value, _label in page.context["form"].fields["desk"].choices]
    assert desks == ["", "aqtobe"]
    assert Desk.objects.count() > 1
