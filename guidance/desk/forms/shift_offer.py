"""What the form of a shift begins with: the first gap of a week, or a shift as it stands."""

from datetime import date, timedelta
from typing import Any

from guidance.desk.roster_week import ONE_WEEK, Week
from guidance.desk.scene import Scene
from guidance.models import Desk, Membership, Shift
from guidance.rules.dates import local
from guidance.rules.duty import Span

USUAL_HOURS = timedelta(hours=12)
WEEKS_AHEAD = 5


def first_gap(
    scene: Scene, desk: Desk, members: tuple[Membership, ...], wanted: date | None
) -> dict[str, Any]:
    """Offer the first time, from a week on, in which nobody is on duty, and the last phone."""
    last = Shift.objects.filter(desk=desk).order_by("-pk").first()
    offered: dict[str, Any] = {"phone": last.phone if last else ""}
    week = Week(scene, desk, members, wanted)
    for _week in range(WEEKS_AHEAD):
        if week.gaps:
            return offered | _hours(week, week.gaps[0])
        week = Week(scene, desk, members, week.monday + ONE_WEEK)
    return offered


def _hours(week: Week, gap: Span) -> dict[str, Any]:
    begin = local(gap.starts_at, week.zone)
    end = min(local(gap.ends_at, week.zone), begin + USUAL_HOURS)
    return {
        "starts_date": begin.date(),
        "starts_time": begin.time(),
        "ends_date": end.date(),
        "ends_time": end.time(),
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
