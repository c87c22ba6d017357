"""Levels, times and ends as the desk's tables print them, always with the zone."""

from datetime import datetime

from guidance.desk.moments import is_whole_day_end, last_day_of
from guidance.rules.dates import inclusive, moment
from guidance.rules.ends import OPEN_ENDED


def moment_label(at: datetime, zone: str, lang: str) -> str:
    """Print a moment by the clocks of a zone, with the offset."""
    return moment(at, zone, lang, offset=True)


def end_label(ends_at: datetime | None, zone: str, lang: str) -> str:
    """Print an end: the last whole day, or day and hour, or until further notice."""
    if ends_at is None:
        return OPEN_ENDED[lang]
    if is_whole_day_end(zone, ends_at):
        return inclusive(last_day_of(zone, ends_at), lang)
    return moment_label(ends_at, zone, lang)
