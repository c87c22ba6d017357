"""Every wrong thing that can be posted to the form that sets a level."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.factories import REASON


class Bad(NamedTuple):
    """Hold what is changed in a right form, where the message stands, and part of it."""

    name: str
    changes: dict[str, Any]
    field: str
    message: str


def text(name: str, value: str, message: str, field: str = "reason_ru") -> Bad:
    """Put a value in the place of one text."""
    return Bad(name, {field: value}, field, message)


NO_PLACE = "Choose at least one place"
EQUAL = "the same as the one in"
HIDDEN = "hidden or broken characters"
PLAIN = "without HTML"
DAY = "Write the day like"
HOUR = "Write the hour like"
ORDER = "The end must lie after the start"
FOREIGN = "is not a place of your desk"
THREE = "all three languages"

PLACES = [
    Bad("no place", {"regions": []}, "regions", NO_PLACE),
    Bad("an unknown region", {"regions": ["KZ-99"]}, "regions", FOREIGN),
    Bad("a region of another desk", {"regions": ["KZ-75"]}, "regions", FOREIGN),
    Bad("the country, from a regional desk", {"regions": ["KZ"]}, "regions", FOREIGN),
    Bad("a region twice over, one foreign", {"regions": ["KZ-15", "KZ-10"]}, "regions", FOREIGN),
    Bad("an id like 1e9", {"regions": ["1e9"]}, "regions", FOREIGN),
    Bad("an id like -1", {"regions": ["-1"]}, "regions", FOREIGN),
    Bad("an id like SQL", {"regions": ["1 OR 1"]}, "regions", FOREIGN),
]
FACTS = [
    Bad("no level", {"level": ""}, "level", "Choose a level"),
    Bad("level purple", {"level": "purple"}, "level", "no such level"),
    Bad("a level in lower case", {"level": "red"}, "level", "no such level"),
    Bad("no legal basis", {"legal_basis": ""}, "legal_basis", "Fill in"),
    Bad("an unlisted legal basis", {"legal_basis": "MAGNA_CARTA"}, "legal_basis", "entry of the"),
    Bad("no authority", {"authority": ""}, "authority", "Fill in"),
    Bad("an unlisted authority", {"authority": "1"}, "authority", "entry of the list"),
    Bad("a long order number", {"order_number": "9" * 81}, "order_number", "At most 80"),
    Bad("markup in the order number", {"order_number": "<b>1"}, "order_number", PLAIN),
    Bad("an order day that is none", {"order_date": "31.02.2026"}, "order_date", DAY),
    Bad("an order day in 1999", {"order_date": "31.12.1999"}, "order_date", "between 2000 and"),
    Bad("a key that is none", {"idempotency_key": "1"}, "idempotency_key", ""),
    Bad("a version that is none", {"version": "-1"}, "version", ""),
]


def start(day: str, hour: str) -> dict[str, str]:
    """Give a start as typed."""
    return {"start_kind": "moment", "start_date": day, "start_time": hour}


def end(day: str, hour: str) -> dict[str, str]:
    """Give an end as typed."""
    return {"end_kind": "moment", "end_date": day, "end_time": hour}


TIMES = [
    Bad("no way to start", {"start_kind": ""}, "start_kind", "Choose a start"),
    Bad("no way to end", {"end_kind": ""}, "end_kind", "Choose an end"),
    Bad("a term that is not offered", {"end_kind": "999"}, "end_kind", "Choose an end"),
    Bad("a start without a day", start("", "10:00"), "start_date", "Choose a day"),
    Bad("a start without an hour", start("2026-11-23", ""), "start_time", "Write the hour"),
    Bad("text for a day", start("tomorrow", "10:00"), "start_date", DAY),
    Bad("text for an hour", start("2026-11-23", "noon"), "start_time", HOUR),
    Bad("a zone after the hour", start("2026-11-23", "10:00+03:00"), "start_time", HOUR),
    Bad("the hour 25", start("2026-11-23", "25:00"), "start_time", HOUR),
    Bad("23:59:60", start("2026-11-23", "23:59:60"), "start_time", HOUR),
    Bad("30 February", start("2027-02-30", "10:00"), "start_date", DAY),
    Bad("a start in 1999", start("1999-12-31", "10:00"), "start_date", "between 2000 and 2100"),
    Bad("a start in 2101", start("2101-01-01", "10:00"), "start_date", "between 2000 and 2100"),
    Bad("the year 20261", start("20261-01-01", "10:00"), "start_date", DAY),
    Bad(
        "a start more than 24 hours ago",
        start("2026-11-21", "16:59"),
        "start_date",
        "at most 24 hours in the past",
    ),
    Bad("an end without a day", {"end_kind": "day"}, "end_date", "Choose a day"),
    Bad("an end without an hour", end("2026-11-30", ""), "end_time", "Write the hour"),
    Bad("an end in 2101", {"end_kind": "day", "end_date": "2101-01-01"}, "end_date", "between"),
    Bad("an end before the start", end("2026-11-22", "16:59"), "end_date", ORDER),
    Bad(
        "an end at the start",
        {**start("2026-11-23", "10:00"), **end("2026-11-23", "10:00")},
        "end_date",
        ORDER,
    ),
    Bad("an end yesterday", {"end_kind": "day", "end_date": "2026-11-21"}, "end_date", ORDER),
    Bad("no end without a reason", {"end_kind": "open"}, "end_reason_kk", "Fill in"),
]
WORDS = [
    text("no Kazakh", "", THREE, "reason_kk"),
    text("no Russian", "", THREE),
    text("no English", "", THREE, "reason_en"),
    Bad("no reason", {f"reason_{code}": "" for code in REASON}, "reason_kk", "Fill in"),
    text("spaces alone", "   ", THREE),
    text("the same text in two languages", REASON["kk"], EQUAL),
    text("the same text in other letters' case", REASON["kk"].upper(), EQUAL),
    text("one character", "ж", "at least one word"),
    text("digits alone", "102", "at least one word"),
    text("281 characters", "ж" * 281, "At most 280"),
    text("10,000 characters", "ж" * 10_000, "At most 280"),
    text("HTML", "Будьте <b>внимательны</b>", PLAIN),
    text("a script", "<script>alert(1)</script>", PLAIN),
    text("a character reference", "Опасность &#60;b&#62;", PLAIN),
    text("right-to-left override", "Опасность\u202eжоқ", HIDDEN),
    text("zero-width space", "Опас\u200bность", HIDDEN),
    text("zero-width joiner", "Опас\u200dность", HIDDEN),
    text("a byte order mark inside", "Опас\ufeffность", HIDDEN),
    text("a soft hyphen", "Опас\u00adность", HIDDEN),
    text("a bell", "Опас\x07ность", HIDDEN),
    text("NUL", "Опас\x00ность", ""),
    text("a broken character", "Опас\ufffdность", HIDDEN),
    text("a private letter", "Опас\ue000ность", HIDDEN),
    text("a line separator", "Опас\u2028ность", HIDDEN),
    text("a thousand combining marks", "а" + "\u0301" * 1000, "At most 280"),
    text("ten combining marks", "а" + "\u0301" * 10, "pile of marks"),
    text("emoji", "Внимание 🚨", "without emoji"),
    text("a line break", "Первая\nВторая", "without line breaks"),
    text("CR and LF", "Первая\r\nBcc: x@example.org", "without line breaks"),
]


def advice(*texts: str) -> dict[str, str]:
    """Give a first line of local advice as typed."""
    return {f"advice_0_{lang}": line for lang, line in zip(REASON, texts, strict=True)}


PARTS = [
    Bad("a half-filled post", {"authority_post_kk": "Басшы"}, "authority_post_ru", THREE),
    Bad("half-filled advice", advice("Вокзалға бармаңыз", "", ""), "advice_0_ru", THREE),
    Bad(
        "advice of 141 characters",
        advice("қ" * 141, "Не ходите на вокзал", "Do not go to the station"),
        "advice_0_kk",
        "At most 140",
    ),
    Bad(
        "equal advice",
        advice("Вокзал жабық", "Вокзал жабық", "The station is closed"),
        "advice_0_ru",
        EQUAL,
    ),
    Bad(
        "a measure outside the act",
        {"measure_CURFEW": "on", "measure_CURFEW_places": ["KZ-75"]},
        "measure_CURFEW_places",
        "outside the places of this act",
    ),
    Bad(
        "a measure that ends before it starts",
        {
            "measure_CURFEW": "on",
            "measure_CURFEW_from_date": "2026-11-25",
            "measure_CURFEW_until_date": "2026-11-24",
        },
        "measure_CURFEW_until_date",
        ORDER,
    ),
    Bad(
        "an hour of a measure without its day",
        {"measure_CURFEW": "on", "measure_CURFEW_from_time": "23:00"},
        "measure_CURFEW_from_date",
        "Choose a day",
    ),
    Bad(
        "a note with a hidden direction",
        {"note_to_approver": "ask \u202enobody"},
        "note_to_approver",
        HIDDEN,
    ),
    Bad("a note of 1001 characters", {"note_to_approver": "a" * 1001}, "note_to_approver", "1000"),
]
TABLE = [*PLACES, *FACTS, *TIMES, *WORDS, *PARTS]
