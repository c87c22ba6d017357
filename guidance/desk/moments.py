"""Days and hours as they are typed at the desk, in the clocks of the region."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FIRST_YEAR, LAST_YEAR = 2000, 2100
QUICK_DAYS = (3, 10, 14, 30, 40)
ONE_DAY = timedelta(days=1)


def moment_in(zone: str, day: date, hour: time) -> datetime:
    """Give the instant at which the clocks of a zone show a day and an hour."""
    return datetime.combine(day, hour, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def end_of(zone: str, last_day: date) -> datetime:
    """Give the midnight that ends a day in a zone."""
    return moment_in(zone, last_day + ONE_DAY, time.min)


def end_after(zone: str, starts_at: datetime, days: int) -> datetime:
    """Give the first midnight at or after so many days: the last day counts wholly."""
    there = starts_at.astimezone(ZoneInfo(zone))
    whole = there.time() == time.min
    return end_of(zone, there.date() + timedelta(days=days - 1 if whole else days))


def last_day_of(zone: str, ends_at: datetime) -> date:
    """Give the last day that a period touches."""
    return (ends_at - timedelta(microseconds=1)).astimezone(ZoneInfo(zone)).date()


def is_whole_day_end(zone: str, ends_at: datetime) -> bool:
    """Tell whether a period ends at a midnight of the zone."""
    return ends_at.astimezone(ZoneInfo(zone)).time() == time.min
