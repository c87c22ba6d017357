"""Dates and hours as the three languages write them, in the zone of a place on that date."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from guidance.rules.months import english_month, kazakh_month, russian_month
from guidance.rules.numerals import Case

ONE_DAY = timedelta(days=1)


class Precision(StrEnum):
    """Say how exactly the times of an act are known."""

    MINUTE = "MINUTE"
    DAY = "DAY"
    ESTIMATED = "ESTIMATED"


APPROXIMATELY = {"kk": "шамамен", "ru": "ориентировочно", "en": "approximately"}


def day(on: date, lang: str, *, year: bool = True) -> str:
    """Write a date: 2026 жылғы 22 қараша, 22 ноября 2026 года, 22 November 2026."""
    if lang == "kk":
        return kazakh_day(on, Case.NOMINATIVE, year=year)
    if lang == "ru":
        return f"{on.day} {russian_month(on.month)}" + (f" {on.year} года" if year else "")
    return f"{on.day} {english_month(on.month)}" + (f" {on.year}" if year else "")


def kazakh_day(on: date, case: Case, *, year: bool = True) -> str:
    """Write a Kazakh date whose month stands in the case that the sentence needs."""
    return (f"{on.year} жылғы " if year else "") + f"{on.day} {kazakh_month(on.month, case)}"


def short_day(on: date) -> str:
    """Write a date in digits for a table: 22.11.2026."""
    return on.strftime("%d.%m.%Y")


def hour(at: datetime, zone: str) -> str:
    """Write the hour in the zone: 14:05."""
    return local(at, zone).strftime("%H:%M")


def moment(
    at: datetime,
    zone: str,
    lang: str,
    *,
    year: bool = True,
    offset: bool = False,
    precision: str = Precision.MINUTE,
) -> str:
    """Write date and hour in the zone, as exactly as they are known."""
    there = local(at, zone)
    text = day(there.date(), lang, year=year)
    if precision == Precision.DAY:
        return text
    text = f"{text}, {there:%H:%M}"
    if offset:
        text = f"{text} {utc_offset(at, zone)}"
    return f"{APPROXIMATELY[lang]} {text}" if precision == Precision.ESTIMATED else text


def inclusive(last_day: date, lang: str, *, year: bool = True) -> str:
    """Say that a day belongs to the period: по 15 июля включительно, to the end of 15 July."""
    if lang == "kk":
        return f"{kazakh_day(last_day, Case.ACCUSATIVE, year=year)} қоса алғанда"
    if lang == "ru":
        return f"по {day(last_day, lang, year=year)} включительно"
    return f"to the end of {day(last_day, lang, year=year)}"


def last_day(ends_at: datetime, zone: str) -> date | None:
    """Give the last whole day of a period that ends at midnight in the zone, else nothing."""
    there = local(ends_at, zone)
    return there.date() - ONE_DAY if there.time() == time.min else None


def utc_offset(at: datetime, zone: str) -> str:
    """Print the zone's distance from UTC on that date: (UTC+5)."""
    minutes = round((local(at, zone).utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    if not minutes:
        return "(UTC)"
    return f"(UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''})"


def local(at: datetime, zone: str) -> datetime:
    """Show an instant by the clocks of the zone on that date."""
    if at.tzinfo is None:
        raise ValueError("An instant without a zone has no date.")
    return at.astimezone(ZoneInfo(zone))
