"""Days and hours as readers put them into an address or a form."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.http import QueryDict
from django.utils.translation import gettext as _

from guidance.rules.dates import local
from guidance.shown.days import Day

FIRST_YEAR = 1991
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
LENGTH = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold the words that ask for a day, or for a minute of it, by the clocks of a zone."""

    day: str
    clock: str
    zone: str

    @property
    def date(self) -> date | None:
        return day_asked(self.day)

    @property
    def minute(self) -> time | None:
        return clock_asked(self.clock)

    def problem(self, now: datetime) -> str:
        """Say what is wrong with the words; nothing when the day or minute can be shown."""
        if self.date is None:
            return _impossible(self.day)
        if self.clock and self.minute is None:
            return _("Give the hour as HH:MM, from 00:00 to 23:59")
        if self.is_ahead(now):
            return _("This moment is still ahead. Below is what is announced and planned so far")
        return ""

    def is_ahead(self, now: datetime) -> bool:
        """Tell whether what is asked for has not begun yet."""
        on = self.date
        if on is None or on > local(now, self.zone).date():
            return on is not None
        return self.minute is not None and Day(on, self.zone, self.minute).starts_at > now

    @property
    def query(self) -> dict[str, str]:
        """Give the words as the form and the addresses carry them, made fit to be printed."""
        words = {"date": self.day, "at": self.clock}
        return {name: printable(word) for name, word in words.items() if word}


def asked_in(query: QueryDict, day: str, zone: str) -> Asked:
    """Read what an address asks for."""
    return Asked(day, printable(query.get("at", "")).strip(), zone)


def printable(word: str) -> str:
    """Cut a word short, without what cannot be printed."""
    return "".join(letter for letter in word[:LENGTH] if letter.isprintable())


def _impossible(text: str) -> str:
    if DAY.fullmatch(text):
        try:
            date.fromisoformat(text)
        except ValueError:
            return _("There is no %(date)s in the calendar") % {"date": text}
    return _("Give the date as YYYY-MM-DD, not before 1991")


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


def day_beside(on: date, days: int, now: datetime, zone: str) -> str:
    """Give a neighbouring day as an address has it; nothing if it has not begun."""
    beside = on + timedelta(days=days)
    return "" if beside > local(now, zone).date() else beside.isoformat()
