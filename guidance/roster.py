"""The duty roster: a shift is entered, replaced before it begins, cancelled, or copied on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from guidance.models import NOWHERE, Address, AuditEntry, Desk, Membership, Shift
from guidance.publishing.canonical import instant
from guidance.publishing.people import memberships_of
from guidance.publishing.records import attempt
from guidance.publishing.refusals import NotAllowed, StepRefused
from guidance.rules import authority
from guidance.rules.authority import Role
from guidance.rules.duty import LATEST, LONGEST, Span, Watch, lacks
from guidance.stored.atlas import present_atlas
from guidance.stored.duty import terms_at

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Hold what a shift is to be."""

    starts_at: datetime
    ends_at: datetime
    drafter: Any
    approver: Any
    reserve: Any = None
    phone: str

    @property
    def span(self) -> Span:
        return Span(self.starts_at, self.ends_at)


class ShiftRefused(StepRefused):
    """Refuse a shift; nothing was written."""


class ShiftBegan(ShiftRefused):
    """A shift that began stays as it was."""


class ShiftInThePast(ShiftRefused):
    """A shift is entered before it begins, or within the hour."""


class ShiftTooLong(ShiftRefused):
    """A shift ends after it begins, and within the days that a shift may last."""


class OnePersonTwice(ShiftRefused):
    """Different people draft, approve and stand in reserve."""


@dataclass
class NotAMember(ShiftRefused):
    """Somebody has no such role at the desk to the end of the shift."""

    fields: tuple[str, ...]


@dataclass
class ShiftsOverlap(ShiftRefused):
    """The desk has another shift at that time."""

    other: Shift


@dataclass(frozen=True, slots=True)
class Copied:
    """Hold what became of a week that was copied: how many shifts came, and which did not."""

    count: int
    left: tuple[tuple[Shift, ShiftRefused], ...]


def may_plan(user: Any, desk: Desk, at: datetime) -> bool:
    """Tell whether somebody plans a desk's duty: whoever may approve for its whole region."""
    tree = present_atlas().tree
    return authority.may_approve(tree, memberships_of(user, at), (desk.region.code,))


@dataclass(frozen=True, slots=True)
class Deed:
    """Hold who plans, when, and from where."""

    by: Any
    at: datetime
    address: Address = NOWHERE


def enter_shift(
    plan: Plan, *, desk: Desk, by: Any, at: datetime, address: Address = NOWHERE
) -> Shift:
    """Put people on duty."""
    deed = Deed(by, at, address)
    with _planning(desk, deed):
        return _enter(plan, desk, deed)


def change_shift(
    shift: Shift, plan: Plan, *, by: Any, at: datetime, address: Address = NOWHERE
) -> Shift:
    """Replace a shift that did not begin by another; the old one stays on record."""
    deed = Deed(by, at, address)
    with _planning(shift.desk, deed):
        _cancel(shift, deed)
        return _enter(plan, shift.desk, deed, replaces=shift)


def cancel_shift(shift: Shift, *, by: Any, at: datetime, address: Address = NOWHERE) -> None:
    """Cancel a shift that did not begin; it stays on record."""
    deed = Deed(by, at, address)
    with _planning(shift.desk, deed):
        _cancel(shift, deed)
        _record(shift, "cancelled", deed)


def copy_week(
    desk: Desk, week: Span, *, by: Any, at: datetime, address: Address = NOWHERE
) -> Copied:
    """Enter the shifts that began in the week before once more, at the same hours by the clock."""
    zone, deed = ZoneInfo(desk.region.time_zone), Deed(by, at, address)
    with _planning(desk, deed):
        before = Shift.objects.meeting(week.starts_at - WEEK, week.starts_at).filter(
            desk=desk, starts_at__gte=week.starts_at - WEEK
        )
        left, count = [], 0
        for shift in before:
            try:
                _enter(_a_week_on(shift, zone), desk, deed)
            except ShiftRefused as refusal:
                left.append((shift, refusal))
            else:
                count += 1
    return Copied(count, tuple(left))


def _a_week_on(shift: Shift, zone: ZoneInfo) -> Plan:
    return Plan(
        starts_at=_by_the_clock(shift.starts_at, zone),
        ends_at=_by_the_clock(shift.ends_at, zone),
        drafter=shift.drafter,
        approver=shift.approver,
        reserve=shift.reserve,
        phone=shift.phone,
    )


def _by_the_clock(moment: datetime, zone: ZoneInfo) -> datetime:
    there = moment.astimezone(zone).replace(tzinfo=None) + WEEK
    return there.replace(tzinfo=zone).astimezone(moment.tzinfo)


@contextmanager
def _planning(desk: Desk, deed: Deed) -> Iterator[None]:
    """Let one person at a time plan a desk; two shifts that do not see each other may overlap."""
    with attempt(AuditEntry.Action.ROSTER, deed.by, deed.at, deed.address, desk=desk):
        Desk.objects.select_for_update().get(pk=desk.pk)
        if not may_plan(deed.by, desk, deed.at):
            raise NotAllowed
        yield


def _enter(plan: Plan, desk: Desk, deed: Deed, *, replaces: Any = None) -> Shift:
    _demand_time(plan.span, deed.at)
    _demand_people(plan, desk, deed.at)
    other = Shift.objects.meeting(plan.starts_at, plan.ends_at).filter(desk=desk).first()
    if other is not None:
        raise ShiftsOverlap(other)
    shift = Shift(
        desk=desk, starts_at=plan.starts_at, ends_at=plan.ends_at, drafter=plan.drafter,
        approver=plan.approver, reserve=plan.reserve, phone=plan.phone, replaces=replaces,
        entered_by=deed.by, entered_at=deed.at,
    )  # fmt: skip
    Shift.objects.bulk_create([shift])
    _record(shift, "changed" if replaces else "entered", deed)
    return shift


def _demand_time(span: Span, at: datetime) -> None:
    if not span.starts_at < span.ends_at <= span.starts_at + LONGEST:
        raise ShiftTooLong
    if span.starts_at <= at - LATEST or span.ends_at <= at:
        raise ShiftInThePast


def _demand_people(plan: Plan, desk: Desk, at: datetime) -> None:
    people = [person.pk for person in (plan.drafter, plan.approver, plan.reserve) if person]
    if len(set(people)) != len(people):
        raise OnePersonTwice
    terms = terms_at(desk, Membership.objects.in_force(at).filter(desk=desk))
    watch = Watch(plan.span, plan.drafter.pk, plan.approver.pk)
    missing = [role.value.lower() for role in lacks(watch, terms)]
    if plan.reserve is not None and not _may_stand_in(plan, terms):
        missing.append("reserve")
    if missing:
        raise NotAMember(tuple(missing))


def _may_stand_in(plan: Plan, terms: Iterable[Any]) -> bool:
    reserve = Watch(plan.span, plan.reserve.pk, plan.reserve.pk)
    return len(lacks(reserve, terms)) < len((Role.DRAFTER, Role.APPROVER))


def _cancel(shift: Shift, deed: Deed) -> None:
    rows = Shift.objects.standing().filter(pk=shift.pk, starts_at__gt=deed.at)
    if rows.update(cancelled_by=deed.by, cancelled_at=deed.at) != 1:
        raise ShiftBegan


def _record(shift: Shift, step: str, deed: Deed) -> None:
    """Write who planned what; the phone is no one's business but the desk's."""
    details = {
        "step": step,
        "desk": shift.desk.code,
        "shift": shift.pk,
        "replaces": shift.replaces_id,
        "starts_at": instant(shift.starts_at),
        "ends_at": instant(shift.ends_at),
        "drafter": shift.drafter.get_username(),
        "approver": shift.approver.get_username(),
        "reserve": shift.reserve.get_username() if shift.reserve else None,
    }
    entry = AuditEntry(
        at=deed.at, action=AuditEntry.Action.ROSTER, actor=deed.by, address=deed.address,
        desk=shift.desk, details=details,
    )  # fmt: skip
    AuditEntry.objects.bulk_create([entry])
