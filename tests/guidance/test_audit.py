"""Each step writes one entry, with its address; a refused one leaves nothing else behind."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from guidance.models import Address, AuditEntry, Declaration, Desk, DraftVersion, LedgerCheck
from guidance.publish import (
    ChangedMeanwhile,
    NotAllowed,
    SamePerson,
    SituationChanged,
    WrongState,
    content_hash,
    publish,
    reject,
    return_,
    save_draft,
    submit,
    take_back,
)
from guidance.roles import confirm_role
from tests import factories
from tests.factories import NOON
from tests.guidance.conftest import Office

DESK = Address("10.1.2.3")


def entries(**wanted: Any) -> list[tuple[str, Any, str]]:
    """Give action, actor and address of the entries, in order."""
    rows = AuditEntry.objects.filter(**wanted).order_by("pk").select_related("actor")
    return [(row.action, row.actor, row.address) for row in rows]


def refusals() -> list[tuple[str, str]]:
    """Give what was attempted and by which name it was refused."""
    rows = AuditEntry.objects.filter(action="REFUSED").order_by("pk")
    return [(row.details["attempt"], row.details["refusal"]) for row in rows]


def test_every_step_writes_one_entry_with_its_address(aqtobe: Office) -> None:
    by, other = aqtobe.drafter, aqtobe.approver
    desk = Desk.objects.get(code="aqtobe")
    draft = save_draft(factories.draft(), by=by, desk=desk, at=NOON, address=DESK)
    draft = submit(draft, by=by, at=NOON, address=DESK)
    draft = take_back(draft, by=by, at=NOON, address=DESK)
    draft = submit(draft, by=by, at=NOON, address=DESK)
    draft = return_(draft, by=other, reason="Say why.", at=NOON, address=DESK)
    draft = submit(draft, by=by, at=NOON, address=DESK)
    publish(draft, approver=other, at=NOON, seen_hash=content_hash(draft, NOON), address=DESK)
    doomed = factories.submitted(by, level="RED")
    reject(doomed, by=other, reason="Not needed.", at=NOON, address=DESK)

    assert entries(declaration=draft) == [
        ("SAVED", by, DESK),
        ("SUBMITTED", by, DESK),
        ("TAKEN_BACK", by, DESK),
        ("SUBMITTED", by, DESK),
        ("RETURNED", other, DESK),
        ("SUBMITTED", by, DESK),
        ("PUBLISHED", other, DESK),
    ]
    assert entries(declaration=doomed)[-1] == ("REJECTED", other, DESK)
    assert {row.desk for row in AuditEntry.objects.exclude(declaration=None)} == {desk}


def test_every_saved_version_is_kept_as_it_was(aqtobe: Office) -> None:
    colleague = factories.drafter("aqtobe", "colleague")
    first = factories.saved(aqtobe.drafter, order_number="7")
    save_draft(
        factories.draft(order_number="8", note_to_approver="Call me."), by=colleague,
        desk=first.desk, at=NOON, declaration=first, version=1,
    )  # fmt: skip

    kept = list(DraftVersion.objects.order_by("version"))

    contents = [json.loads(row.content) for row in kept]
    assert [(row.version, row.saved_by) for row in kept] == [(1, aqtobe.drafter), (2, colleague)]
    assert [each["order_number"] for each in contents] == ["7", "8"]
    assert contents[1]["note_to_approver"] == "Call me."
    assert contents[0]["reason"] == factories.REASON


def test_a_refused_approval_is_the_only_thing_written(aqtobe: Office) -> None:
    waiting = factories.submitted(aqtobe.drafter)
    outsider = factories.approver("almaty", "outsider")
    seen = content_hash(waiting, NOON)
    told: dict[str, Any] = {"at": NOON, "address": DESK}

    with pytest.raises(SamePerson):
        publish(waiting, approver=aqtobe.drafter, seen_hash=seen, **told)
    with pytest.raises(NotAllowed):
        publish(waiting, approver=outsider, seen_hash=seen, **told)
    with pytest.raises(SituationChanged):
        publish(waiting, approver=aqtobe.approver, seen_hash="0" * 64, **told)
    with pytest.raises(SamePerson):
        return_(waiting, by=aqtobe.drafter, reason="Mine.", **told)
    with pytest.raises(NotAllowed):
        take_back(waiting, by=outsider, **told)

    waiting.refresh_from_db()
    assert waiting.status == "SUBMITTED"
    assert refusals() == [
        ("PUBLISHED", "SamePerson"),
        ("PUBLISHED", "NotAllowed"),
        ("PUBLISHED", "SituationChanged"),
        ("RETURNED", "SamePerson"),
        ("TAKEN_BACK", "NotAllowed"),
    ]
    assert {address for *_who, address in entries(action="REFUSED")} == {DESK}


def test_approved_twice_and_saved_upon_an_old_version_are_recorded(aqtobe: Office) -> None:
    published = factories.published(aqtobe.drafter, aqtobe.approver)
    draft = factories.saved(aqtobe.drafter)

    with pytest.raises(WrongState):
        publish(published, approver=aqtobe.approver, at=NOON, seen_hash="x")
    with pytest.raises(ChangedMeanwhile):
        save_draft(
            factories.draft(), by=aqtobe.drafter, desk=draft.desk, at=NOON, declaration=draft,
            version=7,
        )  # fmt: skip

    assert refusals() == [("PUBLISHED", "WrongState"), ("SAVED", "ChangedMeanwhile")]


def test_who_may_not_draft_leaves_no_draft_but_an_entry(aqtobe: Office) -> None:
    desk = Desk.objects.get(code="aqtobe")

    with pytest.raises(NotAllowed):
        save_draft(factories.draft(), by=aqtobe.approver, desk=desk, at=NOON, address=DESK)

    entry = AuditEntry.objects.get(action="REFUSED")
    assert not Declaration.objects.exists()
    assert (entry.actor, entry.desk, entry.declaration) == (aqtobe.approver, desk, None)


def test_a_role_confirmed_by_who_asked_for_it_is_recorded_as_refused(aqtobe: Office) -> None:
    asked = factories.ask_for_role(aqtobe.drafter)

    with pytest.raises(SamePerson):
        confirm_role(asked, by=asked.requested_by, at=NOON, address=DESK)

    entry = AuditEntry.objects.get(action="REFUSED")
    assert (entry.role_request, entry.subject) == (asked, aqtobe.drafter)
    assert entry.address == DESK


def test_a_check_of_the_ledger_keeps_what_it_found(aqtobe: Office) -> None:
    published = factories.published(aqtobe.drafter, aqtobe.approver)

    call_command("check_ledger", verbosity=0)

    kept = LedgerCheck.objects.get()
    assert kept.is_whole
    assert kept.heads["real"] == {"count": 1, "head": published.bulletin.hash}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a guard falls the same way elsewhere")
def test_a_check_that_finds_something_is_kept_too(aqtobe: Office) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER guidance_bulletin_stays_update")

    with pytest.raises(CommandError):
        call_command("check_ledger", verbosity=0)

    kept = LedgerCheck.objects.get()
    assert not kept.is_whole
    assert kept.problems == ["guard is missing: guidance_bulletin_stays_update"]
