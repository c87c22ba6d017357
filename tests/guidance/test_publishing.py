"""Publication: one transaction, two people, and what the approver saw."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db.models import Model

from guidance.models import (
    AuditEntry,
    Bulletin,
    Declaration,
    ExercisePeriod,
    Ledger,
    LevelPeriod,
    MeasurePeriod,
    OutboxRow,
    RoleCode,
)
from guidance.publish import (
    AuthorNotAllowed,
    Entered,
    NotAllowed,
    SamePerson,
    SituationChanged,
    WrongState,
    content_hash,
    publish,
    save_draft,
)
from guidance.rules.acts import NamedMeasure
from guidance.rules.errors import NothingToExtend
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office


def rows_of(*models: type[Model]) -> list[int]:
    return [model._default_manager.count() for model in models]


def test_a_publication_writes_declaration_bulletin_periods_audit_and_outbox(aqtobe: Office) -> None:
    declaration = factories.published(aqtobe.drafter, aqtobe.approver)

    period = LevelPeriod.objects.get()
    assert declaration.number == "2026-0001"
    assert declaration.starts_at == declaration.published_at == NOON
    assert (period.region.code, period.level, period.ends_at) == (
        "KZ-15",
        "ORANGE",
        NOON + 10 * DAY,
    )
    assert rows_of(Bulletin, OutboxRow) == [1, 1]
    assert AuditEntry.objects.filter(action="PUBLISHED", actor=aqtobe.approver).count() == 1


def test_the_bulletin_holds_the_words_in_three_languages_and_the_advice(aqtobe: Office) -> None:
    declaration = factories.published(aqtobe.drafter, aqtobe.approver)

    bulletin = json.loads(bytes(declaration.bulletin.body))

    assert bulletin["reason"] == factories.REASON
    assert set(bulletin["summary"]) == {"kk", "ru", "en"}
    assert {line["list"] for line in bulletin["advice"]} == {"YELLOW", "ORANGE"}
    assert bulletin["outcomes"] == [
        {"region": "KZ-15", "word": "declared", "before": None, "after": "ORANGE"}
    ]


def test_the_author_cannot_approve(reference_data: None) -> None:
    both = factories.officer("both", "aqtobe", *factories.RoleCode)
    waiting = factories.submitted(both)

    with pytest.raises(SamePerson):
        publish(waiting, approver=both, at=NOON, seen_hash=content_hash(waiting, NOON))


def test_whoever_saved_a_version_cannot_approve(aqtobe: Office) -> None:
    second = factories.officer("second", "aqtobe", *factories.RoleCode)
    desk = factories.Desk.objects.get(code="aqtobe")
    saved = save_draft(factories.draft(), by=aqtobe.drafter, desk=desk, at=NOON)
    saved = save_draft(
        factories.draft(level="RED"), by=second, desk=desk, at=NOON, declaration=saved, version=1
    )
    waiting = factories.submit(saved, by=aqtobe.drafter, at=NOON)

    with pytest.raises(SamePerson):
        publish(waiting, approver=second, at=NOON, seen_hash=content_hash(waiting, NOON))


def test_an_approver_of_another_region_cannot_approve(aqtobe: Office) -> None:
    stranger = factories.approver("almaty")
    waiting = factories.submitted(aqtobe.drafter)

    with pytest.raises(NotAllowed):
        publish(waiting, approver=stranger, at=NOON, seen_hash=content_hash(waiting, NOON))


def test_an_author_who_lost_the_role_publishes_nothing(aqtobe: Office) -> None:
    waiting = factories.submitted(aqtobe.drafter)
    seen = content_hash(waiting, NOON)
    factories.take_role(aqtobe.drafter, RoleCode.DRAFTER)

    with pytest.raises(AuthorNotAllowed):
        publish(waiting, approver=aqtobe.approver, at=NOON, seen_hash=seen)


def test_an_approver_who_left_approves_nothing(aqtobe: Office) -> None:
    waiting = factories.submitted(aqtobe.drafter)
    seen = content_hash(waiting, NOON)
    aqtobe.approver.is_active = False
    aqtobe.approver.save()

    with pytest.raises(NotAllowed):
        publish(waiting, approver=aqtobe.approver, at=NOON, seen_hash=seen)


def test_the_republican_desk_may_approve_for_any_region(aqtobe: Office, republican: Office) -> None:
    declaration = factories.published(aqtobe.drafter, republican.approver)

    assert declaration.is_published


def test_a_changed_text_is_refused(aqtobe: Office) -> None:
    waiting = factories.submitted(aqtobe.drafter)
    seen = content_hash(waiting, NOON)
    Declaration.objects.filter(pk=waiting.pk).update(reason_en="Something else altogether.")

    with pytest.raises(SituationChanged) as refusal:
        publish(waiting, approver=aqtobe.approver, at=NOON, seen_hash=seen)

    assert refusal.value.text_changed
    assert refusal.value.regions == ()


def test_a_changed_situation_is_refused_and_goes_through_when_seen_again(aqtobe: Office) -> None:
    waiting = factories.submitted(aqtobe.drafter)
    seen = content_hash(waiting, NOON)
    factories.published(aqtobe.drafter, aqtobe.approver, level="YELLOW")

    with pytest.raises(SituationChanged) as refusal:
        publish(waiting, approver=aqtobe.approver, at=NOON, seen_hash=seen)
    seen_again = content_hash(waiting, NOON)
    declaration = publish(waiting, approver=aqtobe.approver, at=NOON, seen_hash=seen_again)

    assert not refusal.value.text_changed
    assert refusal.value.regions == ("KZ-15",)
    assert declaration.act == "CHANGE"


def test_an_act_that_no_longer_holds_is_refused_with_the_rule(aqtobe: Office) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver)
    waiting = factories.submitted(aqtobe.drafter, act="EXTEND", ends_at=NOON + 20 * DAY)
    seen = content_hash(waiting, NOON)
    factories.published(aqtobe.drafter, aqtobe.approver, act="LIFT")

    with pytest.raises(SituationChanged) as refusal:
        publish(waiting, approver=aqtobe.approver, at=NOON, seen_hash=seen)

    assert isinstance(refusal.value.refusal, NothingToExtend)


def test_what_was_seen_holds_a_minute_later(aqtobe: Office) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, level="YELLOW")
    waiting = factories.submitted(aqtobe.drafter)
    seen = content_hash(waiting, NOON + MINUTE)

    later = NOON + 2 * MINUTE
    declaration = publish(waiting, approver=aqtobe.approver, at=later, seen_hash=seen)

    assert declaration.starts_at == later


def test_nothing_is_published_twice(aqtobe: Office) -> None:
    waiting = factories.submitted(aqtobe.drafter)
    seen = content_hash(waiting, NOON)
    publish(waiting, approver=aqtobe.approver, at=NOON, seen_hash=seen)

    with pytest.raises(WrongState):
        publish(waiting, approver=aqtobe.approver, at=NOON, seen_hash=seen)


def test_a_seal_that_fails_leaves_nothing_behind(aqtobe: Office) -> None:
    waiting = factories.submitted(aqtobe.drafter)

    def break_(entered: Entered) -> None:
        raise ValueError(entered.declaration.number)

    with pytest.raises(ValueError, match="2026-0001"):
        publish(
            waiting, approver=aqtobe.approver, at=NOON, seen_hash=content_hash(waiting, NOON),
            seals=(break_,),
        )  # fmt: skip

    assert rows_of(Bulletin, LevelPeriod, OutboxRow) == [0, 0, 0]
    assert Ledger.objects.get(exercise=False).count == 0


def test_a_seal_is_given_what_was_frozen(aqtobe: Office) -> None:
    waiting = factories.submitted(aqtobe.drafter)
    sealed: list[Entered] = []

    publish(
        waiting, approver=aqtobe.approver, at=NOON, seen_hash=content_hash(waiting, NOON),
        seals=(sealed.append,),
    )  # fmt: skip

    assert sealed[0].bulletin.hash == Ledger.objects.get(exercise=False).head


@pytest.mark.parametrize(
    ("moments", "numbers"),
    [
        (
            [datetime(2026, 12, 31, 18, 59, tzinfo=UTC), datetime(2026, 12, 31, 19, tzinfo=UTC)],
            ["2026-0001", "2027-0001"],
        ),
        ([NOON, NOON + MINUTE], ["2026-0001", "2026-0002"]),
    ],
    ids=["midnight in Astana begins a year", "the same year counts on"],
)
def test_numbers_count_within_the_year_in_astana(
    aqtobe: Office, moments: list[datetime], numbers: list[str]
) -> None:
    given = [
        factories.published(
            aqtobe.drafter, aqtobe.approver, at=at, level=level, ends_at=at + DAY
        ).number
        for at, level in zip(moments, ("YELLOW", "ORANGE"), strict=True)
    ]

    assert given == numbers


def test_the_ledger_never_runs_backwards(aqtobe: Office) -> None:
    first = factories.published(aqtobe.drafter, aqtobe.approver)
    second = factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - MINUTE, level="RED")

    assert second.published_at == first.published_at


def test_an_exercise_has_numbers_and_periods_of_its_own(aqtobe: Office) -> None:
    drill = factories.published(aqtobe.drafter, aqtobe.approver, exercise=True)
    real = factories.published(aqtobe.drafter, aqtobe.approver)

    assert (drill.number, real.number) == ("EX-2026-0001", "2026-0001")
    assert rows_of(ExercisePeriod, LevelPeriod, OutboxRow) == [1, 1, 1]
    assert drill.summary_en.startswith("EXERCISE")


def test_measures_are_stored_with_their_period(aqtobe: Office) -> None:
    measures = (
        NamedMeasure("DOCUMENT_CHECKS"),
        NamedMeasure("CURFEW", ("KZ-15-aqtobe",), NOON, NOON + DAY),
    )

    factories.published(aqtobe.drafter, aqtobe.approver, measures=measures)

    stored: Any = MeasurePeriod.objects.order_by("kind__code").values_list(
        "kind__code", "region__code", "ends_at", "follows__code"
    )
    assert list(stored) == [
        ("CURFEW", "KZ-15-aqtobe", NOON + DAY, None),
        ("DOCUMENT_CHECKS", "KZ-15", NOON + 10 * DAY, "KZ-15"),
    ]


def test_a_withdrawal_brings_back_what_was_replaced(aqtobe: Office) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, level="YELLOW")
    wrong = factories.published(aqtobe.drafter, aqtobe.approver, at=NOON + MINUTE, level="RED")

    factories.published(
        aqtobe.drafter, aqtobe.approver, at=NOON + 4 * MINUTE, act="WITHDRAW",
        refers_to=wrong.number,
    )  # fmt: skip

    rows = LevelPeriod.objects.order_by("starts_at").values_list("level", "in_error", "ends_at")
    assert list(rows) == [
        ("YELLOW", False, NOON + MINUTE),
        ("RED", True, NOON + 4 * MINUTE),
        ("YELLOW", False, NOON + 10 * DAY),
    ]


def test_a_correction_changes_no_period(aqtobe: Office) -> None:
    first = factories.published(aqtobe.drafter, aqtobe.approver)
    before = list(LevelPeriod.objects.values_list())

    correction = factories.published(
        aqtobe.drafter, aqtobe.approver, act="CORRECT", refers_to=first.number
    )

    assert correction.refers_to == first
    assert list(LevelPeriod.objects.values_list()) == before
