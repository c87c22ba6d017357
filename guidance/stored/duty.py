"""The duty roster as it is stored: who is on duty at a desk, and when nobody is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from guidance.models import Desk, Membership, Shift
from guidance.rules.duty import LOOK_AHEAD, Span, Term, Watch, unmanned


@dataclass(frozen=True, slots=True)
class Duty:
    """Hold for one desk the shift that runs at an instant, and the gaps of the days after it."""

    desk: Desk
    shift: Shift | None
    gaps: tuple[Span, ...]


def duty_of(
    desks: Iterable[Desk], memberships: Iterable[Membership], at: datetime
) -> tuple[Duty, ...]:
    """Tell who is on duty at some desks, in one query; the roles in force are known."""
    asked, roles, wanted = Span(at, at + LOOK_AHEAD), tuple(memberships), tuple(desks)
    shifts = tuple(Shift.objects.meeting(at, asked.ends_at).filter(desk__in=wanted))
    return tuple(
        _duty(
            desk,
            [shift for shift in shifts if shift.desk_id == desk.pk],
            terms_at(desk, roles),
            asked,
        )
        for desk in wanted
    )


def terms_at(desk: Desk, memberships: Iterable[Membership]) -> tuple[Term, ...]:
    """Give the roles at one desk as the rules read them."""
    return tuple(
        Term(row.user_id, row.role, row.ends_at) for row in memberships if row.desk_id == desk.pk
    )


def watch_of(shift: Shift) -> Watch:
    """Give a shift as the rules read it."""
    return Watch(Span(shift.starts_at, shift.ends_at), shift.drafter_id, shift.approver_id)


def _duty(desk: Desk, shifts: list[Shift], terms: tuple[Term, ...], asked: Span) -> Duty:
    gaps = unmanned(map(watch_of, shifts), terms, asked)
    begun = [shift for shift in shifts if shift.starts_at <= asked.starts_at]
    is_manned = not gaps or gaps[0].starts_at > asked.starts_at
    return Duty(desk, begun[0] if begun and is_manned else None, gaps)
