"""The duty roster: never fewer than two people, never two shifts at once, nothing taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from guidance.models import AuditEntry, Desk, RoleCode, Shift
from guidance.publishing.refusals import NotAllowed
from guidance.roster import (
    NotAMember,
    OnePersonTwice,
    Plan,
    ShiftBegan,
    ShiftInThePast,
    ShiftRefused,
    ShiftsOverlap,
    ShiftTooLong,
    cancel_shift,
    change_shift,
    copy_week,
    enter_shift,
)
from guidance.rules.duty import Span
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office

HOUR = timedelta(hours=1)
PHONE = "+7 713 200 00 01"


@pytest.fixture
def desk(aqtobe: Office) -> Desk:
    return Desk.objects.select_related("region").get(code="aqtobe")


@pytest.fixture
def plan(aqtobe: Office) -> Plan:
    """Plan a shift of Aktobe's two people, from one o'clock for twelve hours."""
    return Plan(
        starts_at=NOON + HOUR,
        ends_at=NOON + 13 * HOUR,
        drafter=aqtobe.drafter,
        approver=aqtobe.approver,
        phone=PHONE,
    )


@pytest.fixture
def entered(plan: Plan, desk: Desk, aqtobe: Office) -> Shift:
    return enter_shift(plan, desk=desk, by=aqtobe.approver, at=NOON)


def test_a_shift_has_two_people_and_is_told_in_the_audit_without_the_phone(
    entered: Shift, aqtobe: Office
) -> None:
    entry = AuditEntry.objects.get(action="ROSTER")

    assert entry.actor == aqtobe.approver
    assert entry.details["drafter"] == "aqtobe-drafter"
    assert entry.details["starts_at"] == "2026-11-22T13:00:00Z"
    assert PHONE not in str(entry.details)


def test_only_who_may_approve_for_the_desk_plans_its_duty(
    plan: Plan, desk: Desk, aqtobe: Office, republican: Office
) -> None:
    strangers = (
        aqtobe.drafter,
        factories.approver("almaty"),
        factories.officer("auditor", "aqtobe", RoleCode.AUDITOR),
        factories.administrators()[0],
        factories.person("root", is_superuser=True, is_staff=True),
    )
    for stranger in strangers:
        with pytest.raises(NotAllowed):
            enter_shift(plan, desk=desk, by=stranger, at=NOON)

    assert enter_shift(plan, desk=desk, by=republican.approver, at=NOON).pk


def refused(plan: Plan, desk: Desk, by: Any, refusal: type[ShiftRefused], **changed: Any) -> Any:
    with pytest.raises(refusal) as told:
        enter_shift(replace(plan, **changed), desk=desk, by=by, at=NOON)
    assert not Shift.objects.exists()
    return told.value


def test_one_person_does_not_do_both_halves(plan: Plan, desk: Desk, aqtobe: Office) -> None:
    factories.give_role(aqtobe.approver, desk, RoleCode.DRAFTER)

    refused(plan, desk, aqtobe.approver, OnePersonTwice, drafter=aqtobe.approver)
    refused(plan, desk, aqtobe.approver, OnePersonTwice, reserve=aqtobe.drafter)


def test_people_without_the_role_at_the_desk_are_named(
    plan: Plan, desk: Desk, aqtobe: Office, republican: Office
) -> None:
    by = aqtobe.approver
    swapped = {"drafter": aqtobe.approver, "approver": aqtobe.drafter}

    assert refused(plan, desk, by, NotAMember, **swapped).fields == ("drafter", "approver")
    foreign = {"approver": republican.approver, "reserve": republican.drafter}
    assert refused(plan, desk, by, NotAMember, **foreign).fields == ("approver", "reserve")


def test_a_role_that_ends_within_the_shift_does_not_do(
    plan: Plan, desk: Desk, aqtobe: Office
) -> None:
    leaving = factories.person("leaving")
    factories.give_role(leaving, desk, RoleCode.DRAFTER, ends_at=plan.ends_at - MINUTE)

    fields = refused(plan, desk, aqtobe.approver, NotAMember, drafter=leaving).fields
    assert fields == ("drafter",)


@pytest.mark.parametrize(
    ("starts", "ends", "refusal"),
    [
        (5, 5, ShiftTooLong),
        (5, 4, ShiftTooLong),
        (5, 5 + 7 * 24 + 1, ShiftTooLong),
        (-1, 5, ShiftInThePast),
        (-30, -20, ShiftInThePast),
        (-0.5, 0, ShiftInThePast),
    ],
)
def test_a_shift_has_a_sensible_time(
    starts: float, ends: float, refusal: type[ShiftRefused], plan: Plan, desk: Desk, aqtobe: Office
) -> None:
    times = {"starts_at": NOON + starts * HOUR, "ends_at": NOON + ends * HOUR}

    refused(plan, desk, aqtobe.approver, refusal, **times)


def test_a_shift_may_be_entered_within_its_first_hour(
    plan: Plan, desk: Desk, aqtobe: Office
) -> None:
    late = replace(plan, starts_at=NOON - HOUR + MINUTE)

    assert enter_shift(late, desk=desk, by=aqtobe.approver, at=NOON).pk


def test_an_overlap_is_refused_and_names_the_other_shift(
    entered: Shift, plan: Plan, desk: Desk, aqtobe: Office
) -> None:
    late = replace(plan, starts_at=plan.ends_at - MINUTE, ends_at=plan.ends_at + HOUR)

    with pytest.raises(ShiftsOverlap) as told:
        enter_shift(late, desk=desk, by=aqtobe.approver, at=NOON)

    assert told.value.other == entered
    touching = replace(late, starts_at=plan.ends_at)
    assert enter_shift(touching, desk=desk, by=aqtobe.approver, at=NOON).pk


def test_a_change_replaces_the_shift_and_keeps_the_old_one(
    entered: Shift, plan: Plan, aqtobe: Office
) -> None:
    longer = replace(plan, ends_at=plan.ends_at + HOUR)

    changed = change_shift(entered, longer, by=aqtobe.approver, at=NOON)

    entered.refresh_from_db()
    assert (changed.replaces, entered.cancelled_by) == (entered, aqtobe.approver)
    assert list(Shift.objects.standing()) == [changed]


def test_a_change_that_is_refused_cancels_nothing(
    entered: Shift, plan: Plan, aqtobe: Office
) -> None:
    alone = replace(plan, drafter=aqtobe.approver)

    with pytest.raises(OnePersonTwice):
        change_shift(entered, alone, by=aqtobe.approver, at=NOON)
    assert list(Shift.objects.standing()) == [entered]


def test_a_shift_that_began_stays_as_it_is(entered: Shift, plan: Plan, aqtobe: Office) -> None:
    with pytest.raises(ShiftBegan):
        change_shift(entered, plan, by=aqtobe.approver, at=entered.starts_at)
    with pytest.raises(ShiftBegan):
        cancel_shift(entered, by=aqtobe.approver, at=entered.starts_at)
    cancel_shift(entered, by=aqtobe.approver, at=entered.starts_at - MINUTE)

    with pytest.raises(ShiftBegan):
        cancel_shift(entered, by=aqtobe.approver, at=NOON)


def test_a_week_is_copied_at_the_same_hours(entered: Shift, desk: Desk, aqtobe: Office) -> None:
    week = Span(NOON + 2 * HOUR, NOON + 2 * HOUR + 7 * DAY)

    copied = copy_week(desk, week, by=aqtobe.approver, at=NOON)

    after = Shift.objects.standing().exclude(pk=entered.pk).get()
    assert (copied.count, copied.left) == (1, ())
    assert after.starts_at == entered.starts_at + 7 * DAY
    assert (after.drafter, after.approver, after.phone) == (aqtobe.drafter, aqtobe.approver, PHONE)


def test_what_cannot_be_copied_is_named_and_the_rest_is_copied(
    entered: Shift, plan: Plan, desk: Desk, aqtobe: Office
) -> None:
    second = enter_shift(
        replace(plan, starts_at=plan.ends_at, ends_at=plan.ends_at + HOUR),
        desk=desk, by=aqtobe.approver, at=NOON,
    )  # fmt: skip
    week = Span(second.ends_at, second.ends_at + 7 * DAY)
    copy_week(desk, week, by=aqtobe.approver, at=NOON)
    cancel_shift(Shift.objects.order_by("-pk")[0], by=aqtobe.approver, at=NOON)

    again = copy_week(desk, week, by=aqtobe.approver, at=NOON)

    assert again.count == 1
    assert [(shift, type(why)) for shift, why in again.left] == [(entered, ShiftsOverlap)]


BY_SQL = {
    "one person alone": {"drafter_id": "approver_id"},
    "the reserve is the approver": {"reserve_id": "approver_id"},
    "nobody's phone": {"phone": "''"},
    "no phone at all": {"phone": "NULL"},
    "no approver": {"approver_id": "NULL"},
    "a drafter as approver": {"approver_id": "drafter_id", "drafter_id": "approver_id"},
    "an end before the start": {"ends_at": "starts_at"},
    "another desk's people": {"desk_id": "desk_id + 1"},
    "a second shift at that time": {},
}


@pytest.mark.parametrize("deed", BY_SQL)
def test_the_database_refuses_a_shift_that_is_not_manned(deed: str, entered: Shift) -> None:
    later = deed != "a second shift at that time"
    if later:
        Shift.objects.update(cancelled_at=NOON, cancelled_by=entered.entered_by)
    columns = [
        "desk_id", "starts_at", "ends_at", "drafter_id", "approver_id", "reserve_id", "phone",
        "entered_by_id", "entered_at",
    ]  # fmt: skip
    chosen = ", ".join(BY_SQL[deed].get(name, name) for name in columns)

    with pytest.raises(IntegrityError):
        run(
            f"INSERT INTO guidance_shift ({', '.join(columns)}) SELECT {chosen} FROM guidance_shift"
        )
    assert Shift.objects.count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM guidance_shift",
        "UPDATE guidance_shift SET phone = '112'",
        "UPDATE guidance_shift SET approver_id = entered_by_id, drafter_id = entered_by_id",
        "UPDATE guidance_shift SET ends_at = starts_at",
        "UPDATE guidance_shift SET reserve_id = entered_by_id",
        "UPDATE guidance_shift SET cancelled_at = ends_at, cancelled_by_id = entered_by_id",
        "UPDATE guidance_shift SET cancelled_at = entered_at",
    ],
)
def test_the_database_keeps_what_was_planned(statement: str, entered: Shift) -> None:
    with pytest.raises(IntegrityError):
        run(statement)


def test_the_database_brings_no_cancelled_shift_back(entered: Shift, aqtobe: Office) -> None:
    cancel_shift(entered, by=aqtobe.approver, at=NOON)

    with pytest.raises(IntegrityError):
        run("UPDATE guidance_shift SET cancelled_at = NULL, cancelled_by_id = NULL")


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
