"""Wiping what an exercise leaves behind: its own drafts, and nothing real."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from guidance.exercises.wiping import wipe, wipeable
from guidance.models import AuditEntry, Declaration, Desk, Status, WipedDraft
from guidance.publish import ChangedMeanwhile, NotAllowed, reject, return_, save_draft, submit
from tests import factories
from tests.factories import MINUTE, NOON
from tests.guidance.conftest import Office

LATER = NOON + MINUTE


def desk(code: str = "aqtobe") -> Desk:
    return Desk.objects.get(code=code)


def everything() -> list[int]:
    return list(Declaration.objects.values_list("pk", flat=True))


@pytest.fixture
def left_behind(aqtobe: Office) -> dict[str, Declaration]:
    """Leave of an exercise one declaration in each state."""
    people = aqtobe.drafter, aqtobe.approver
    returned, rejected = (factories.submitted(people[0], exercise=True) for _ in range(2))
    return_(returned, by=people[1], reason="Again.", at=NOON)
    reject(rejected, by=people[1], reason="No.", at=NOON)
    draft = save_draft(factories.draft(), by=people[0], desk=desk(), at=NOON, exercise=True)
    return {
        "DRAFT": draft,
        "RETURNED": returned,
        "REJECTED": rejected,
        "SUBMITTED": factories.submitted(people[0], exercise=True),
        "PUBLISHED": factories.published(*people, exercise=True),
    }


def test_wipes_drafts_returned_and_rejected_and_leaves_what_was_handed_on(
    aqtobe: Office, left_behind: dict[str, Declaration]
) -> None:
    number = wipe(desk(), chosen=everything(), by=aqtobe.drafter, at=LATER)

    assert number == 3
    kept = Declaration.objects.of_ledger(exercise=True).not_wiped()
    assert set(kept.values_list("status", flat=True)) == {"SUBMITTED", "PUBLISHED"}
    assert not wipeable([desk()]).exists()


def test_every_wiped_draft_is_in_the_audit_with_who_did_it(
    aqtobe: Office, left_behind: dict[str, Declaration]
) -> None:
    wipe(desk(), chosen=everything(), by=aqtobe.drafter, at=LATER)

    entries = AuditEntry.objects.filter(action="WIPED", at=LATER, actor=aqtobe.drafter)
    wiped = {left_behind[state].pk for state in ("DRAFT", "RETURNED", "REJECTED")}
    assert set(entries.values_list("declaration_id", flat=True)) == wiped
    assert AuditEntry.objects.filter(declaration=left_behind["DRAFT"], action="SAVED").exists()


def test_wipes_only_what_was_chosen(aqtobe: Office, left_behind: dict[str, Declaration]) -> None:
    assert wipe(desk(), chosen=[left_behind["DRAFT"].pk], by=aqtobe.drafter, at=LATER) == 1
    assert wipeable([desk()]).count() == 2


def test_touches_nothing_real_even_if_it_was_chosen(aqtobe: Office) -> None:
    real = factories.saved(aqtobe.drafter)
    factories.submitted(aqtobe.drafter)
    published = factories.published(aqtobe.drafter, aqtobe.approver)

    assert wipe(desk(), chosen=everything(), by=aqtobe.drafter, at=LATER) == 0

    assert not WipedDraft.objects.exists()
    real.refresh_from_db()
    assert (real.status, published.status) == (Status.DRAFT, Status.PUBLISHED)


def test_touches_no_other_desk_s_drafts(aqtobe: Office, republican: Office) -> None:
    facts = factories.draft(authority="REPUBLICAN_HQ")
    save_draft(facts, by=republican.drafter, desk=desk("republican"), at=NOON, exercise=True)

    assert wipe(desk(), chosen=everything(), by=aqtobe.drafter, at=LATER) == 0
    with pytest.raises(NotAllowed):
        wipe(desk("republican"), chosen=everything(), by=aqtobe.drafter, at=LATER)
    with pytest.raises(NotAllowed):
        wipe(desk(), chosen=everything(), by=aqtobe.approver, at=LATER)
    assert not WipedDraft.objects.exists()


@pytest.mark.parametrize("exercise", [False, True])
@pytest.mark.parametrize("state", ["DRAFT", "SUBMITTED", "PUBLISHED"])
def test_the_database_lets_only_a_draft_of_an_exercise_be_marked(
    exercise: bool, state: str, aqtobe: Office
) -> None:
    people = aqtobe.drafter, aqtobe.approver
    if state == "DRAFT":
        made = save_draft(factories.draft(), by=people[0], desk=desk(), at=NOON, exercise=exercise)
    elif state == "SUBMITTED":
        made = factories.submitted(people[0], exercise=exercise)
    else:
        made = factories.published(*people, exercise=exercise)
    mark = WipedDraft(declaration=made, by=people[0], at=LATER)

    if exercise and state == "DRAFT":
        WipedDraft.objects.bulk_create([mark])
        return
    with pytest.raises(IntegrityError, match="of_an_exercise"), transaction.atomic():
        WipedDraft.objects.bulk_create([mark])


@pytest.mark.parametrize(
    "change",
    [
        lambda mark: WipedDraft.objects.filter(pk=mark.pk).delete(),
        lambda mark: WipedDraft.objects.filter(pk=mark.pk).update(at=NOON),
        lambda mark: Declaration.objects.filter(pk=mark.declaration_id).update(exercise=False),
        lambda mark: Declaration.objects.filter(pk=mark.declaration_id).update(level="RED"),
        lambda mark: Declaration.objects.filter(pk=mark.declaration_id).delete(),
    ],
)
def test_what_is_wiped_stays_so_and_does_not_go_on(
    change: Any, aqtobe: Office, left_behind: dict[str, Declaration]
) -> None:
    wipe(desk(), chosen=[left_behind["DRAFT"].pk], by=aqtobe.drafter, at=LATER)

    with pytest.raises(IntegrityError), transaction.atomic():
        change(WipedDraft.objects.get())


def test_whoever_had_it_open_is_told_that_it_changed_meanwhile(
    aqtobe: Office, left_behind: dict[str, Declaration]
) -> None:
    draft = left_behind["DRAFT"]
    wipe(desk(), chosen=[draft.pk], by=aqtobe.drafter, at=LATER)
    facts = factories.draft(level="RED")

    with pytest.raises(ChangedMeanwhile):
        save_draft(
            facts, by=aqtobe.drafter, desk=desk(), at=LATER, exercise=True, declaration=draft
        )
    with pytest.raises(Declaration.DoesNotExist):
        submit(draft, by=aqtobe.drafter, at=LATER)
