"""Days and hours as readers put them into an address or a form."""

import re
from datetime import date, datetime, time

from guidance.rules.dates import local

FIRST_YEAR = 1991
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


def day_asked(text: str) -> date | None:
    """Read YYYY-MM-DD; anything else, or a day before the republic, is nothing."""
    if not DAY.fullmatch(text):
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year >= FIRST_YEAR else None


def clock_asked(text: str) -> time | None:
    """Read HH:MM; anything else is nothing."""
    return time.fromisoformat(text) if CLOCK.fullmatch(text) else None


def is_ahead(day: date, now: datetime, zone: str) -> bool:
    """Tell whether a day has not begun yet by the clocks of a zone."""
    return day > local(now, zone).date()
