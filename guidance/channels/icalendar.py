"""iCalendar (RFC 5545): what a calendar says in, the lines of its file out."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final

from guidance.shown.calendars import Calendar, Event

MEDIA_TYPE = "text/calendar; charset=utf-8"
OCTETS_IN_A_LINE: Final = 75
REFRESH = "PT1H"
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# Of control characters a text may hold the line feed and the tab (RFC 5545, 3.1).
REFUSED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def icalendar(calendar: Calendar) -> bytes:
    """Write a calendar."""
    lines = (fold for line in _calendar(calendar) for fold in folded(line))
    return b"".join(line + b"\r\n" for line in lines)


def folded(line: str) -> Iterator[bytes]:
    """Cut a line so that none is longer than 75 octets; no letter is cut."""
    piece = b""
    for letter in line:
        encoded = letter.encode()
        if len(piece) + len(encoded) > OCTETS_IN_A_LINE:
            yield piece
            piece = b" "
        piece += encoded
    yield piece


def text(value: str) -> str:
    """Write a text as a value."""
    one_kind = value.replace("\r\n", "\n").replace("\r", "\n")
    return REFUSED.sub("", one_kind).translate(ESCAPED)


def instant(at: datetime) -> str:
    """Write an instant in UTC."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _calendar(calendar: Calendar) -> Iterator[str]:
    name, description = text(calendar.name), text(calendar.description)
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dengei//Levels//KK")
    yield "CALSCALE:GREGORIAN"
    # The older names are those that programs in use read; the newer ones are RFC 7986.
    yield from (f"NAME:{name}", f"X-WR-CALNAME:{name}")
    yield from (f"DESCRIPTION:{description}", f"X-WR-CALDESC:{description}")
    yield from (f"URL:{calendar.address}", "X-WR-TIMEZONE:UTC")
    yield from (f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}", f"X-PUBLISHED-TTL:{REFRESH}")
    yield from _events(calendar.events, calendar.language)
    yield "END:VCALENDAR"


def _events(events: Iterable[Event], language: str) -> Iterator[str]:
    for event in events:
        yield from ("BEGIN:VEVENT", f"UID:{event.uid}")
        yield f"DTSTAMP:{instant(event.changed_at)}"
        yield f"LAST-MODIFIED:{instant(event.changed_at)}"
        yield f"SEQUENCE:{event.sequence}"
        yield f"DTSTART:{instant(event.starts_at)}"
        yield f"DTEND:{instant(event.ends_at)}"
        yield f"SUMMARY;LANGUAGE={language}:{text(event.summary)}"
        yield f"DESCRIPTION;LANGUAGE={language}:{text(event.description)}"
        yield f"LOCATION;LANGUAGE={language}:{text(event.location)}"
        yield f"CATEGORIES:{text(event.category)}"
        yield f"URL:{event.address}"
        yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
        # A level takes nobody's time.
        yield from ("TRANSP:TRANSPARENT", "CLASS:PUBLIC", "END:VEVENT")
