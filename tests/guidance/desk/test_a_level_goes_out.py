"""The whole way: declared by one, approved by another, extended, lifted."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from guidance.models import AuditEntry, Declaration, Status
from guidance.rules.levels import Level
from guidance.situations import present
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.desk import posts
from tests.guidance.desk.posts import address, approval, handed_over, saved


@pytest.fixture
def orange(drafter: Client, approver: Client) -> Declaration:
    """Publish orange in Aktobe Region for 14 days from approval."""
    declaration = handed_over(drafter, saved(drafter))
    approver.post(address(declaration, "approval"), approval(declaration))
    declaration.refresh_from_db()
    return declaration


def test_what_the_drafter_declared_is_in_force_when_the_approver_approved(
    orange: Declaration,
) -> None:
    place = present(NOON).place("KZ-15")

    assert orange.status == Status.PUBLISHED
    assert orange.starts_at == NOON
    # The 14th day after 22 November, to its end in Aktobe, is 6 December.
    assert (place.level, place.until) == (Level.ORANGE, NOON + 14 * DAY + 7 * 60 * MINUTE)


def test_the_composed_sentence_goes_out_in_three_languages(orange: Declaration) -> None:
    assert orange.summary_en.startswith("Aktobe Region: high (orange) terrorism threat level")
    assert orange.summary_ru.startswith("Актюбинская область: установлен высокий")
    assert orange.summary_kk.startswith("Ақтөбе облысы: террористік қауіптіліктің жоғары")


def test_a_level_in_force_is_extended_and_then_lifted(
    orange: Declaration, drafter: Client, approver: Client
) -> None:
    longer = handed_over(drafter, saved(drafter, posts.EXTEND))
    approver.post(address(longer, "approval"), approval(longer))
    until = present(NOON).place("KZ-15").until
    none = handed_over(drafter, saved(drafter, posts.LIFT))
    with time_machine.travel(NOON + MINUTE, tick=False):
        approver.post(address(none, "approval"), approval(none))
        after = present(NOON + MINUTE).place("KZ-15").level

    assert until == NOON + 44 * DAY + 7 * 60 * MINUTE
    assert after is None
    numbers = Declaration.objects.in_ledger_order().values_list("number", flat=True)
    assert list(numbers) == ["2026-0001", "2026-0002", "2026-0003"]


def test_the_desk_tells_where_the_public_page_is(orange: Declaration, drafter: Client) -> None:
    page = drafter.get(address(orange)).content.decode()

    assert f"/en/declarations/{orange.number}/" in page


def test_a_change_names_the_declaration_that_it_is_about(
    orange: Declaration, drafter: Client
) -> None:
    change = saved(drafter, posts.CHANGE, level="RED")

    assert change.refers_to == orange


def test_what_was_submitted_can_be_taken_back_and_edited(drafter: Client) -> None:
    declaration = handed_over(drafter, saved(drafter))

    drafter.post(address(declaration, "take-back"))
    declaration.refresh_from_db()
    edited = drafter.post(
        address(declaration, "edit"),
        {**posts.LEVEL, "level": "RED", "order_number": "12-4", "version": declaration.version},
    )

    assert declaration.status == Status.RETURNED
    assert edited.status_code == 302
    declaration.refresh_from_db()
    assert (declaration.level, declaration.order_number) == ("RED", "12-4")


def test_the_deadline_is_typed_in_the_clocks_of_the_desk(drafter: Client) -> None:
    declaration = saved(drafter)

    drafter.post(
        address(declaration, "submit"),
        {"deadline_kind": "time", "deadline_date": "2026-11-23", "deadline_time": "09:00"},
    )

    declaration.refresh_from_db()
    assert declaration.deadline_at == NOON + timedelta(hours=16)


def test_a_rejected_draft_is_final_and_can_be_copied(drafter: Client, approver: Client) -> None:
    declaration = handed_over(drafter, saved(drafter, order_number="7-1"))

    approver.post(
        address(declaration, "approval"), {"decision": "reject", "reason": "Not our territory."}
    )

    declaration.refresh_from_db()
    assert declaration.status == Status.REJECTED
    assert drafter.get(address(declaration, "edit")).status_code == 302
    copy = drafter.get(address(declaration, "copy")).context["form"]
    assert copy["order_number"].value() == "7-1"
    assert AuditEntry.objects.filter(declaration=declaration, note="Not our territory.").exists()
