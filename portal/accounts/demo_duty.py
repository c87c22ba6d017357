"""The duty roster of the demo: five days of the desk of Aktobe Region, then a gap to be seen."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from guidance.models import Desk
from guidance.roster import Plan, enter_shift
from portal.accounts.models import User

HANDOVER = 9  # the hour at which one shift follows the other
DAYS = 5
PHONE = "+7 713 200 00 00"  # nobody's: no number there begins with 200


def plan_demo_duty(desk: Desk, drafter: User, approver: User, at: datetime) -> None:
    """Put two people on duty from this hour on, day after day."""
    starts_at = at.replace(minute=0, second=0, microsecond=0)
    there = starts_at.astimezone(ZoneInfo(desk.region.time_zone))
    ends_at = there.replace(hour=HANDOVER) + timedelta(days=1)
    for _day in range(DAYS):
        plan = Plan(
            starts_at=starts_at, ends_at=ends_at, drafter=drafter, approver=approver, phone=PHONE
        )
        enter_shift(plan, desk=desk, by=approver, at=at)
        starts_at, ends_at = ends_at, ends_at + timedelta(days=1)
