"""The phone for urgent approval is for colleagues: no public page, audit or log holds it."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from guidance.models import AuditEntry, Declaration, Desk, RoleCode, Shift
from guidance.roster import copy_week
from guidance.rules.duty import Span
from tests import factories
from tests.factories import DAY, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn
from tests.guidance.desk.test_roster_pages import NEW, WEEK, typed

PHONE = "+7 705 987 65 43"
BARE = "9876543"
PUBLIC = [
    "/kk/", "/ru/regions/", "/en/regions/aqtobe/", "/en/history/", "/en/about/",
    "/en/declarations/2026-0001/", "/api/v1/situation", "/api/v1/regions/KZ-15",
    "/api/v1/regions/KZ-15/history", "/api/v1/declarations", "/api/v1/declarations/2026-0001",
    "/api/v1/levels", "/api/v1/openapi.json", "/healthz", "/readyz", "/sitemap.xml",
]  # fmt: skip


@pytest.fixture
def planned(aqtobe: Office, approver: Client) -> Shift:
    """Enter a shift through its page, after one that was refused."""
    approver.post(NEW, typed(aqtobe, phone=f"{PHONE} !"))
    approver.post(NEW, typed(aqtobe, phone=PHONE))
    return Shift.objects.get()


def test_no_public_page_and_no_answer_for_machines_holds_it(aqtobe: Office, planned: Shift) -> None:
    call_command("setup", "--tables-stand", verbosity=0)
    factories.published(aqtobe.drafter, aqtobe.approver)

    for address in PUBLIC:
        response = Client().get(address)
        assert response.status_code == 200, address
        body = b"".join(response) if response.streaming else response.content
        assert PHONE not in body.decode(), address
        assert BARE not in body.decode(), address


def test_no_audit_entry_and_no_bulletin_holds_it(
    aqtobe: Office, planned: Shift, approver: Client
) -> None:
    approver.post(
        reverse("roster:change", args=[planned.pk]), typed(aqtobe, phone="+7 701 1112233")
    )
    desk = Desk.objects.select_related("region").get(code="aqtobe")
    copy_week(desk, Span(NOON + 5 * DAY, NOON + 12 * DAY), by=aqtobe.approver, at=NOON)
    factories.published(aqtobe.drafter, aqtobe.approver)

    written = json.dumps(list(AuditEntry.objects.values("details", "note")))
    frozen = bytes(Declaration.objects.get().bulletin.body).decode()
    for number in (PHONE, BARE, "1112233"):
        assert number not in written
        assert number not in frozen
    assert "ROSTER" in AuditEntry.objects.values_list("action", flat=True)


def test_no_log_holds_it(
    aqtobe: Office,
    approver: Client,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    approver.post(NEW, typed(aqtobe, phone=f"{PHONE} !"))
    approver.post(NEW, typed(aqtobe, phone=PHONE))
    approver.get(WEEK)

    printed = capfd.readouterr()
    logged = f"{printed.out}{printed.err}{caplog.text}"
    assert "/admin/desk/roster/new/" in logged, "the requests were logged"
    assert PHONE not in logged
    assert BARE not in logged


def test_another_desk_s_members_never_see_it(planned: Shift, signed_in: SignIn) -> None:
    stranger = signed_in(factories.officer("stranger", "almaty", *RoleCode))

    for address in (WEEK, reverse("desk:dashboard"), "/admin/", reverse("desk:declarations")):
        assert BARE not in stranger.get(address).content.decode().replace(" ", "")
