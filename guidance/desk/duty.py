"""Duty now, as the first page of the desk tells it: names, phone, gaps, roles that end soon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from guidance.desk.scene import Scene
from guidance.desk.words import moment_label
from guidance.models import Shift
from guidance.rules.duty import Span
from guidance.stored.duty import Duty, duty_of

ENDS_SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Hold the shift that runs now: who drafts, who approves, and where to call."""

    drafter: str
    approver: str
    reserve: str
    phone: str
    until: str


@dataclass(frozen=True, slots=True)
class DutyLine:
    """Hold what one desk shows of its roster."""

    desk: str
    code: str
    now: OnDuty | None
    gaps: tuple[tuple[str, str], ...]  # from and until, nobody being on duty between


@dataclass(frozen=True, slots=True)
class EndingRole:
    """Hold a role at one of the person's desks that ends soon."""

    person: str
    role: str
    desk: str
    until: str


def duty_lines(scene: Scene) -> list[DutyLine]:
    """Tell who is on duty at the person's desks now, and the gaps of seven days, in one query."""
    return [_line(scene, duty) for duty in duty_of(scene.desks, scene.colleagues, scene.at)]


def ending_roles(scene: Scene) -> list[EndingRole]:
    """List the roles at the person's desks that end within fourteen days; asks nothing more."""
    return list(_ending(scene))


def gap_label(scene: Scene, zone: str, gap: Span) -> tuple[str, str]:
    """Print a gap by the clocks of the desk."""
    return (
        moment_label(gap.starts_at, zone, scene.lang),
        moment_label(gap.ends_at, zone, scene.lang),
    )


def _line(scene: Scene, duty: Duty) -> DutyLine:
    zone = scene.zone(duty.desk.region.code)
    return DutyLine(
        desk=duty.desk.name,
        code=duty.desk.code,
        now=_on_duty(scene, duty.shift, zone) if duty.shift else None,
        gaps=tuple(gap_label(scene, zone, gap) for gap in duty.gaps),
    )


def _on_duty(scene: Scene, shift: Shift, zone: str) -> OnDuty:
    return OnDuty(
        drafter=scene.person(shift.drafter),
        approver=scene.person(shift.approver),
        reserve=scene.person(shift.reserve),
        phone=shift.phone,
        until=moment_label(shift.ends_at, zone, scene.lang),
    )


def _ending(scene: Scene) -> Iterator[EndingRole]:
    for row in scene.colleagues:
        if row.ends_at is not None and row.ends_at - scene.at <= ENDS_SOON:
            yield EndingRole(
                person=scene.person(row.user),
                role=row.get_role_display(),
                desk=row.desk.name,
                until=moment_label(row.ends_at, scene.zone(row.desk.region.code), scene.lang),
            )
