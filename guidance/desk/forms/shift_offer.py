"""What the form of a shift begins with: the first gap of a week, or a shift as it stands."""

from datetime import date, timedelta
from typing import Any

from guidance.desk.roster_week import Week
from guidance.desk.scene import Scene
from guidance.models import Desk, Membership, Shift
from guidance.rules.dates import local

USUAL_HOURS = timedelta(hours=12)


def first_gap(
    scene: Scene, desk: Desk, members: tuple[Membership, ...], wanted: date | None
) -> dict[str, Any]:
    """Offer the first time of the week in which nobody is on duty, and the phone used last."""
    week = Week(scene, desk, members, wanted)
    if not week.gaps:
        return {}
    first = week.gaps[0]
    begin = local(first.starts_at, week.zone)
    end = min(local(first.ends_at, week.zone), begin + USUAL_HOURS)
    last = Shift.objects.filter(desk=desk).order_by("-pk").first()
    return {
        "starts_date": begin.date(),
        "starts_time": begin.time(),
        "ends_date": end.date(),
        "ends_time": end.time(),
        "phone": last.phone if last else "",
    }


def stored(scene: Scene, shift: Shift) -> dict[str, Any]:
    """Fill the form with a shift as it stands."""
    zone = scene.zone(shift.desk.region.code)
    begin, end = local(shift.starts_at, zone), local(shift.ends_at, zone)
    return {
        "starts_date": begin.date(),
        "starts_time": begin.time(),
        "ends_date": end.date(),
        "ends_time": end.time(),
        "drafter": shift.drafter_id,
        "approver": shift.approver_id,
        "reserve": shift.reserve_id,
        "phone": shift.phone,
    }
