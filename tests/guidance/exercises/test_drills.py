"""Timed drills: who gives the order, which act answers it, and how long it took."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from guidance.exercises.drills import (
    DrillUnderWay,
    OutsideTerritory,
    measure_drill,
    open_drill,
    start_drill,
)
from guidance.models import (
    AuditEntry,
    Declaration,
    Desk,
    Drill,
    DrillStep,
    OutboxRow,
    Region,
    RoleCode,
)
from guidance.publish import NotAllowed, content_hash, publish, save_draft, submit
from guidance.rules.levels import Level
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office

HOUR = timedelta(hours=1)


def desk(code: str = "aqtobe") -> Desk:
    return Desk.objects.get(code=code)


def ordered(by: Any, *, place: str = "KZ-15-aqtobe", at: Any = NOON, of: str = "aqtobe") -> Drill:
    region = Region.objects.get(code=place)
    return start_drill(desk(of), region=region, level=Level.RED, hint="A call.", by=by, at=at)


def answered(office: Office, *, at: Any, exercise: bool = True, **facts: Any) -> Declaration:
    """Draft at one moment, submit a minute later, publish two minutes after that."""
    whole = {"level": "RED", "regions": ("KZ-15-aqtobe",), **facts}
    draft = save_draft(
        factories.draft(**whole), by=office.drafter, desk=desk(), at=at, exercise=exercise
    )
    waiting = submit(draft, by=office.drafter, at=at + MINUTE)
    seen = content_hash(waiting, at + 3 * MINUTE)
    return publish(
        waiting, approver=office.approver, at=at + 3 * MINUTE, seen_hash=seen,
        seals=(measure_drill,),
    )  # fmt: skip


@pytest.fixture
def leader() -> Any:
    return factories.administrators()[0]


def test_measures_from_go_to_publication(aqtobe: Office, leader: Any) -> None:
    drill = ordered(leader)

    act = answered(aqtobe, at=NOON + MINUTE)

    step = drill.steps.get()
    assert (step.kind, step.declaration, step.people) == ("DECLARED", act, 2)
    assert step.drafted_at == NOON + MINUTE
    assert step.submitted_at == NOON + 2 * MINUTE
    assert step.published_at == NOON + 4 * MINUTE


def test_counts_everybody_who_worked_on_it(aqtobe: Office, leader: Any) -> None:
    drill = ordered(leader)
    helper = factories.drafter("aqtobe", "helper")
    facts = factories.draft(level="RED", regions=("KZ-15-aqtobe",))
    where = {"desk": desk(), "at": NOON, "exercise": True}
    draft = save_draft(facts, by=aqtobe.drafter, **where)
    draft = save_draft(facts, by=helper, declaration=draft, **where)
    waiting = submit(draft, by=helper, at=NOON)
    seen = content_hash(waiting, NOON)

    publish(waiting, approver=aqtobe.approver, at=NOON, seen_hash=seen, seals=(measure_drill,))

    assert drill.steps.get().people == 3


def test_the_drill_ends_when_the_answer_is_withdrawn(aqtobe: Office, leader: Any) -> None:
    drill = ordered(leader)
    answered(aqtobe, at=NOON)
    assert open_drill(desk(), NOON + HOUR) == drill

    facts = {"act": "WITHDRAW", "level": "", "regions": (), "refers_to": "EX-2026-0001"}
    answered(aqtobe, at=NOON + HOUR, **facts)

    assert list(drill.steps.order_by("pk").values_list("kind", flat=True)) == [
        "DECLARED",
        "WITHDRAWN",
    ]
    assert open_drill(desk(), NOON + 2 * HOUR) is None


@pytest.mark.parametrize(
    "facts",
    [
        {"level": "ORANGE"},
        {"regions": ("KZ-15",)},
        {"exercise": False},
        {"at": NOON - 2 * MINUTE},
        {"at": NOON + DAY},
    ],
    ids=["another level", "another place", "for real", "drafted before go", "a day late"],
)
def test_nothing_else_answers_the_order(facts: dict[str, Any], aqtobe: Office, leader: Any) -> None:
    ordered(leader)

    answered(aqtobe, **{"at": NOON, **facts})

    assert not DrillStep.objects.exists()


def test_another_desk_does_not_answer_for_it(
    aqtobe: Office, republican: Office, leader: Any
) -> None:
    ordered(leader, of="republican")

    answered(aqtobe, at=NOON)

    assert not DrillStep.objects.exists()


def test_the_second_answer_changes_nothing(aqtobe: Office, leader: Any) -> None:
    drill = ordered(leader)
    first = answered(aqtobe, at=NOON)
    answered(aqtobe, at=NOON + HOUR, act="CHANGE")

    assert drill.steps.get().declaration == first


@pytest.mark.parametrize("role", [RoleCode.DRAFTER, RoleCode.APPROVER])
def test_the_republican_desk_gives_the_order_too(role: RoleCode, reference_data: None) -> None:
    member = factories.officer("member", "republican", role)

    assert ordered(member).started_by == member
    entry = AuditEntry.objects.get(action="DRILL_STARTED")
    assert (entry.actor, entry.details["desk"]) == (member, "aqtobe")


def test_nobody_else_gives_it(aqtobe: Office) -> None:
    auditor = factories.officer("auditor", "republican", RoleCode.AUDITOR)

    for person in (aqtobe.drafter, aqtobe.approver, auditor):
        with pytest.raises(NotAllowed):
            ordered(person)
    assert not Drill.objects.exists()


def test_a_desk_has_one_drill_at_a_time_and_within_its_territory(
    aqtobe: Office, leader: Any
) -> None:
    ordered(leader)

    with pytest.raises(DrillUnderWay):
        ordered(leader, at=NOON + HOUR)
    with pytest.raises(OutsideTerritory):
        ordered(leader, place="KZ-75", at=NOON + 2 * DAY)
    assert ordered(leader, at=NOON + DAY).pk, "an order that nobody answered is over in a day"


def test_a_drill_leaves_nothing_for_subscribers(aqtobe: Office, leader: Any) -> None:
    ordered(leader)
    answered(aqtobe, at=NOON)

    assert not OutboxRow.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda step: DrillStep.objects.filter(pk=step.pk).update(people=9),
        lambda step: DrillStep.objects.filter(pk=step.pk).delete(),
        lambda step: Drill.objects.filter(pk=step.drill_id).update(started_at=NOON + HOUR),
        lambda step: Drill.objects.filter(pk=step.drill_id).delete(),
        lambda step: DrillStep.objects.bulk_create(
            [DrillStep(**{**facts_of(step), "published_at": NOON + MINUTE})]
        ),
        lambda step: DrillStep.objects.bulk_create([DrillStep(**facts_of(step))]),
    ],
)
def test_what_a_drill_measured_stays(change: Any, aqtobe: Office, leader: Any) -> None:
    ordered(leader)
    answered(aqtobe, at=NOON)

    with pytest.raises(IntegrityError), transaction.atomic():
        change(DrillStep.objects.get())


def facts_of(step: DrillStep) -> dict[str, Any]:
    names = ("drill", "declaration", "drafted_at", "submitted_at", "published_at", "people")
    return {name: getattr(step, name) for name in names} | {"kind": "WITHDRAWN"}


def test_the_database_measures_nothing_real_and_no_other_desk(
    aqtobe: Office, republican: Office, leader: Any
) -> None:
    drill = ordered(leader)
    real = answered(aqtobe, at=NOON, exercise=False)
    other = factories.published(
        republican.drafter, republican.approver, desk="republican", exercise=True, at=NOON
    )

    for act in (real, other):
        step = DrillStep(
            drill=drill, kind="DECLARED", declaration=act, drafted_at=act.created_at,
            submitted_at=act.submitted_at, published_at=act.published_at, people=2,
        )  # fmt: skip
        with pytest.raises(IntegrityError, match="measured"), transaction.atomic():
            DrillStep.objects.bulk_create([step])
