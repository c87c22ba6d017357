"""Drafts and their steps: versions, states, rights, and what a text may hold."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from guidance.models import AuditEntry, Contributor, Declaration, Desk
from guidance.publish import (
    ChangedMeanwhile,
    NotAllowed,
    NotReady,
    ReasonNeeded,
    WrongState,
    reject,
    return_,
    save_draft,
    submit,
    take_back,
)
from guidance.publishing.people import readable_by
from guidance.rules.acts import NamedMeasure
from guidance.rules.errors import NothingToLift
from tests import factories
from tests.factories import NOON, REASON
from tests.guidance.conftest import Office


def desk(code: str = "aqtobe") -> Desk:
    return Desk.objects.get(code=code)


def problems(action: Any) -> set[tuple[str, str]]:
    with pytest.raises(NotReady) as refusal:
        action()
    return {(problem.field, problem.code) for problem in refusal.value.problems}


def test_a_draft_may_be_unfinished(aqtobe: Office) -> None:
    saved = factories.saved(
        aqtobe.drafter, regions=(), reason={"kk": "Бастама"}, local_advice=({"kk": "Бір жол"},),
        ends_at=NOON - factories.DAY, starts_at=NOON, authority="", legal_basis="",
    )  # fmt: skip

    assert (saved.status, saved.version, saved.reason_kk) == ("DRAFT", 1, "Бастама")


def test_the_same_form_sent_twice_makes_one_draft(aqtobe: Office) -> None:
    key = uuid.uuid4()

    first, second = (
        save_draft(factories.draft(), by=aqtobe.drafter, desk=desk(), at=NOON, idempotency_key=key)
        for _ in range(2)
    )

    assert first == second
    assert Declaration.objects.count() == 1


def test_a_version_that_somebody_else_replaced_is_not_overwritten(aqtobe: Office) -> None:
    saved = factories.saved(aqtobe.drafter)
    colleague = factories.drafter("aqtobe", "colleague")
    keep = {"desk": desk(), "at": NOON, "declaration": saved, "version": 1}
    save_draft(factories.draft(level="RED"), by=colleague, **keep)

    with pytest.raises(ChangedMeanwhile):
        save_draft(factories.draft(level="YELLOW"), by=aqtobe.drafter, **keep)

    stored = Declaration.objects.get(pk=saved.pk)
    assert (stored.level, stored.version) == ("RED", 2)


def test_everybody_who_saved_a_version_is_a_contributor(aqtobe: Office) -> None:
    saved = factories.saved(aqtobe.drafter)
    colleague = factories.drafter("aqtobe", "colleague")

    save_draft(factories.draft(), by=colleague, desk=desk(), at=NOON, declaration=saved, version=1)

    people = Contributor.objects.filter(declaration=saved).order_by("pk")
    assert [row.user for row in people] == [aqtobe.drafter, colleague]


def test_a_new_version_replaces_the_parts(aqtobe: Office) -> None:
    curfew = NamedMeasure("CURFEW", ("KZ-15-aqtobe",), NOON, NOON + factories.DAY)
    advice = {"kk": "Бір", "ru": "Один", "en": "One"}
    saved = factories.saved(aqtobe.drafter, measures=(curfew,), local_advice=(advice,))

    again = save_draft(
        factories.draft(regions=("KZ-15-aqtobe",)), by=aqtobe.drafter, desk=desk(), at=NOON,
        declaration=saved, version=1,
    )  # fmt: skip

    assert [row.region.code for row in again.regions.all()] == ["KZ-15-aqtobe"]
    assert not again.measures.exists()
    assert not again.local_advice.exists()


@pytest.mark.parametrize("regions", [("KZ-75",), ("KZ-15", "KZ-75"), ("KZ",)])
def test_nobody_drafts_outside_the_own_desk(aqtobe: Office, regions: tuple[str, ...]) -> None:
    with pytest.raises(NotAllowed):
        factories.saved(aqtobe.drafter, regions=regions)


def test_nobody_drafts_at_a_foreign_desk(aqtobe: Office) -> None:
    with pytest.raises(NotAllowed):
        factories.saved(aqtobe.drafter, desk="almaty", regions=("KZ-75",))


def test_an_approver_without_the_role_does_not_draft(aqtobe: Office) -> None:
    with pytest.raises(NotAllowed):
        factories.saved(aqtobe.approver)


UNSTORABLE = {
    "an unknown region": ({"regions": ("KZ-99",)}, ("regions", "unknown")),
    "an unknown measure": ({"measures": (NamedMeasure("X"),)}, ("measures", "unknown")),
    "a measure in no region": (
        {"measures": (NamedMeasure("CURFEW", ("KZ-99",)),)}, ("measures", "unknown"),
    ),
    "an unknown authority": ({"authority": "MAYOR"}, ("authority", "unknown")),
    "an unknown legal basis": ({"legal_basis": "X"}, ("legal_basis", "unknown")),
    "an unknown act": ({"act": "RAISE"}, ("act", "unknown")),
    "a purple level": ({"level": "PURPLE"}, ("level", "unknown")),
    "an unknown declaration": ({"refers_to": "2026-0099"}, ("refers_to", "unknown")),
    "281 characters": ({"reason": {**REASON, "kk": "ә" * 281}}, ("reason_kk", "too_long")),
    "10,000 characters": ({"order_number": "1" * 10_000}, ("order_number", "too_long")),
    "NUL": ({"reason": {**REASON, "ru": "а\0б"}}, ("reason_ru", "characters")),
    "a lone surrogate": ({"reason": {**REASON, "ru": "а\ud800"}}, ("reason_ru", "characters")),
    "a direction mark": ({"reason": {**REASON, "en": "a\u202eb"}}, ("reason_en", "characters")),
    "a zero-width space": ({"reason": {**REASON, "en": "a\u200bb"}}, ("reason_en", "characters")),
    "a line break": ({"reason": {**REASON, "en": "a\r\nb"}}, ("reason_en", "characters")),
    "markup": ({"reason": {**REASON, "en": "<script>"}}, ("reason_en", "characters")),
    "heaped marks": (
        {"reason": {**REASON, "en": "e" + "\u0301" * 99}}, ("reason_en", "characters"),
    ),
    "six lines": (
        {"local_advice": ({"kk": "а", "ru": "б", "en": "c"},) * 6}, ("local_advice", "too_many"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "problem"), UNSTORABLE.values(), ids=UNSTORABLE)
def test_what_no_draft_may_hold_is_named(
    aqtobe: Office, facts: dict[str, Any], problem: tuple[str, str]
) -> None:
    assert problem in problems(lambda: factories.saved(aqtobe.drafter, **facts))

    assert not Declaration.objects.exists()


UNREADY = {
    "no region": ({"regions": ()}, ("regions", "missing")),
    "no level": ({"level": ""}, ("level", "missing")),
    "no authority": ({"authority": ""}, ("authority", "missing")),
    "no legal basis": ({"legal_basis": ""}, ("legal_basis", "missing")),
    "a missing language": ({"reason": {**REASON, "kk": " "}}, ("reason_kk", "missing")),
    "two equal texts": ({"reason": {**REASON, "kk": REASON["ru"]}}, ("reason_kk", "equal")),
    "no end and no reason for it": (
        {"ends_at": None, "end_reason": {}}, ("end_reason_kk", "missing"),
    ),
    "half a line of advice": ({"local_advice": ({"kk": "а"},)}, ("local_advice_0_ru", "missing")),
    "half a post": ({"authority_post": {"kk": "а"}}, ("authority_post_en", "missing")),
    "a year of antiquity": ({"starts_at": NOON.replace(year=1999)}, ("starts_at", "year")),
    "an extension without end": ({"act": "EXTEND", "ends_at": None}, ("ends_at", "missing")),
    "a withdrawal of nothing": ({"act": "WITHDRAW"}, ("refers_to", "missing")),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "problem"), UNREADY.values(), ids=UNREADY)
def test_what_is_not_ready_is_not_submitted(
    aqtobe: Office, facts: dict[str, Any], problem: tuple[str, str]
) -> None:
    saved = factories.saved(aqtobe.drafter, **facts)

    assert problem in problems(lambda: submit(saved, by=aqtobe.drafter, at=NOON))

    assert Declaration.objects.get().status == "DRAFT"


def test_what_the_rules_refuse_is_not_submitted(aqtobe: Office) -> None:
    saved = factories.saved(aqtobe.drafter, act="LIFT")

    with pytest.raises(NothingToLift):
        submit(saved, by=aqtobe.drafter, at=NOON)


def test_what_was_submitted_is_locked(aqtobe: Office) -> None:
    waiting = factories.submitted(aqtobe.drafter)

    with pytest.raises(ChangedMeanwhile):
        save_draft(factories.draft(), by=aqtobe.drafter, desk=desk(), at=NOON, declaration=waiting)
    with pytest.raises(WrongState):
        submit(waiting, by=aqtobe.drafter, at=NOON)


def test_a_returned_draft_is_changed_and_submitted_again(aqtobe: Office) -> None:
    waiting = factories.submitted(aqtobe.drafter)

    back = return_(waiting, by=aqtobe.approver, reason="Name the town", at=NOON)
    again = save_draft(
        factories.draft(regions=("KZ-15-aqtobe",)), by=aqtobe.drafter, desk=desk(), at=NOON,
        declaration=back, version=back.version,
    )  # fmt: skip

    assert (back.status, back.return_reason) == ("RETURNED", "Name the town")
    assert submit(again, by=aqtobe.drafter, at=NOON).status == "SUBMITTED"


def test_what_was_rejected_stays_so(aqtobe: Office) -> None:
    refused = reject(
        factories.submitted(aqtobe.drafter), by=aqtobe.approver, reason="No ground", at=NOON
    )

    with pytest.raises(WrongState):
        submit(refused, by=aqtobe.drafter, at=NOON)
    assert refused.status == "REJECTED"


def test_a_decision_needs_a_reason(aqtobe: Office) -> None:
    waiting = factories.submitted(aqtobe.drafter)

    with pytest.raises(ReasonNeeded):
        return_(waiting, by=aqtobe.approver, reason=" ", at=NOON)


def test_the_drafter_takes_it_back_before_the_approver_acts(aqtobe: Office) -> None:
    waiting = factories.submitted(aqtobe.drafter)

    back = take_back(waiting, by=aqtobe.drafter, at=NOON)

    assert (back.status, back.is_editable) == ("RETURNED", True)
    with pytest.raises(WrongState):
        take_back(back, by=aqtobe.drafter, at=NOON)


def test_every_step_is_in_the_audit_log(aqtobe: Office) -> None:
    waiting = factories.submitted(aqtobe.drafter)
    return_(waiting, by=aqtobe.approver, reason="Why?", at=NOON)

    entries = AuditEntry.objects.filter(declaration=waiting).order_by("pk")
    told = [(entry.action, entry.actor, entry.note) for entry in entries]
    assert told == [
        ("SAVED", aqtobe.drafter, ""),
        ("SUBMITTED", aqtobe.drafter, ""),
        ("RETURNED", aqtobe.approver, "Why?"),
    ]


def test_drafts_exist_for_the_own_desk_and_the_republican_one(
    aqtobe: Office, republican: Office
) -> None:
    draft = factories.saved(aqtobe.drafter)
    stranger = factories.drafter("almaty")

    assert list(readable_by(aqtobe.approver, NOON)) == [draft]
    assert list(readable_by(republican.drafter, NOON)) == [draft]
    assert list(readable_by(stranger, NOON)) == []


def test_what_is_published_exists_for_everybody(aqtobe: Office) -> None:
    declaration = factories.published(aqtobe.drafter, aqtobe.approver)

    assert list(readable_by(factories.drafter("almaty"), NOON)) == [declaration]
