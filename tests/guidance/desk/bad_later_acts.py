"""Every wrong thing that can be posted to the forms of the later acts, beside the common ones.

An orange level in Aktobe Region is in force until 2 December, by No. 2026-0001.
"""

from __future__ import annotations

from tests.guidance.desk import posts
from tests.guidance.desk.bad_input import (
    DAY,
    FOREIGN,
    HIDDEN,
    HOUR,
    NO_PLACE,
    ORDER,
    PLAIN,
    THREE,
    Bad,
    end,
    start,
    text,
)

ACTS = {
    "change": (posts.CHANGE, posts.LEVEL),
    "extend": (posts.EXTEND, posts.LONGER),
    "lift": (posts.LIFT, posts.NO_MORE),
}
COMMON = [
    Bad("no place", {"regions": []}, "regions", NO_PLACE),
    Bad("an unknown region", {"regions": ["KZ-99"]}, "regions", FOREIGN),
    Bad("a region of another desk", {"regions": ["KZ-15", "KZ-75"]}, "regions", FOREIGN),
    Bad("an id like SQL", {"regions": ["1 OR 1"]}, "regions", FOREIGN),
    Bad("no legal basis", {"legal_basis": ""}, "legal_basis", "Fill in"),
    Bad("an unlisted legal basis", {"legal_basis": "X"}, "legal_basis", "entry of the"),
    Bad("an unlisted authority", {"authority": "1"}, "authority", "entry of the list"),
    Bad("a long order number", {"order_number": "9" * 81}, "order_number", "At most 80"),
    Bad("an order day in 2101", {"order_date": "2101-01-01"}, "order_date", "between 2000 and"),
    Bad("an order day that is none", {"order_date": "31.02.2026"}, "order_date", DAY),
    Bad("a key that is none", {"idempotency_key": "1"}, "idempotency_key", ""),
    Bad("a version of 1e9 digits", {"version": "9" * 400}, "version", ""),
    text("no Kazakh", "", THREE, "reason_kk"),
    text("281 characters", "ж" * 281, "At most 280"),
    text("a script", "<script>alert(1)</script>", PLAIN),
    text("right-to-left override", "Опасность\u202eжоқ", HIDDEN),
    text("NUL", "Опас\x00ность", ""),
    text("CR and LF", "Первая\r\nBcc: x@example.org", "without line breaks"),
    text("emoji", "Внимание 🚨", "without emoji"),
    Bad(
        "a measure outside the act",
        {"measure_CURFEW": "on", "measure_CURFEW_places": ["KZ-75"]},
        "measure_CURFEW_places",
        "outside the places of this act",
    ),
    Bad(
        "an hour of a measure without its day",
        {"measure_CURFEW": "on", "measure_CURFEW_until_time": "23:00"},
        "measure_CURFEW_until_date",
        "Choose a day",
    ),
]
OF_CHANGE = [
    Bad("level purple", {"level": "purple"}, "level", "no such level"),
    Bad("no level", {"level": ""}, "level", "Choose a level"),
    Bad("a start a day and a minute ago", start("2026-11-21", "16:59"), "start_date", "24 hours"),
    Bad("an end before the start", end("2026-11-22", "16:59"), "end_date", ORDER),
    Bad("no end without a reason", {"end_kind": "open"}, "end_reason_kk", "Fill in"),
]
OF_EXTEND = [
    Bad("no way to end", {"end_kind": ""}, "end_kind", "Choose an end"),
    Bad("until further notice", {"end_kind": "open"}, "end_kind", "Choose an end"),
    Bad("an end without a day", {"end_kind": "day"}, "end_date", "Choose a day"),
    Bad("an end in 2101", {"end_kind": "day", "end_date": "2101-01-01"}, "end_date", "between"),
    Bad("text for an hour", end("2026-12-09", "noon"), "end_time", HOUR),
    Bad("an end that is no later", end("2026-12-02", "17:00"), "end_date", "must be later"),
    Bad("an end yesterday", {"end_kind": "day", "end_date": "2026-11-21"}, "end_date", ORDER),
    Bad(
        "a measure without a period of its own",
        {"measure_CURFEW": "on"},
        "measure_CURFEW",
        "give it a period of its own",
    ),
]
OF_LIFT = [
    Bad("no way to start", {"start_kind": ""}, "start_kind", "Choose a start"),
    Bad("text for a day", start("soon", "10:00"), "start_date", DAY),
    Bad("a start in 1999", start("1999-12-31", "10:00"), "start_date", "between 2000 and 2100"),
    Bad("a start a day and a minute ago", start("2026-11-21", "16:59"), "start_date", "24 hours"),
    Bad(
        "a measure without a period of its own",
        {"measure_CURFEW": "on"},
        "measure_CURFEW",
        "give it a period of its own",
    ),
]
LATER = [
    *((act, bad) for act in ACTS for bad in COMMON),
    *(("change", bad) for bad in OF_CHANGE),
    *(("extend", bad) for bad in OF_EXTEND),
    *(("lift", bad) for bad in OF_LIFT),
]
WORDS = [
    text("no Kazakh", "", THREE, "reason_kk"),
    text("no English", "", THREE, "reason_en"),
    text("one character", "ж", "at least one word"),
    text("281 characters", "ж" * 281, "At most 280"),
    text("10,000 characters", "ж" * 10_000, "At most 280"),
    text("HTML", "Это <b>ошибка</b>", PLAIN),
    text("zero-width space", "Ошиб\u200bка", HIDDEN),
    text("a byte order mark inside", "Ошиб\ufeffка", HIDDEN),
    text("NUL", "Ошиб\x00ка", ""),
    text("ten combining marks", "Ошибка" + "\u0301" * 10, "pile of marks"),
    text("a line break", "Первая\nВторая", "without line breaks"),
    text("emoji", "Ошибка 🚨", "without emoji"),
    Bad("markup in the order number", {"order_number": "<b>1"}, "order_number", PLAIN),
    Bad("an order day in 1999", {"order_date": "31.12.1999"}, "order_date", "between 2000 and"),
    Bad("a key that is none", {"idempotency_key": "x"}, "idempotency_key", ""),
    Bad("a long note", {"note_to_approver": "a" * 1001}, "note_to_approver", "1000"),
]
OF_WITHDRAW = [
    Bad("no declaration", {"refers_to": ""}, "refers_to", "Choose the declaration"),
    Bad("another declaration", {"refers_to": "2026-0002"}, "refers_to", "No. 2026-0001"),
    Bad("an id like SQL", {"refers_to": "1 OR 1"}, "refers_to", "No. 2026-0001"),
    Bad("NUL for a declaration", {"refers_to": "2026\x000001"}, "refers_to", ""),
    Bad("no legal basis", {"legal_basis": ""}, "legal_basis", "Fill in"),
    Bad("an unlisted authority", {"authority": "X"}, "authority", "entry of the list"),
    Bad("a half-filled post", {"authority_post_kk": "Басшы"}, "authority_post_ru", THREE),
]
OF_CORRECT = [
    Bad("half-filled advice", {"advice_0_kk": "Вокзалға бармаңыз"}, "advice_0_ru", THREE),
    Bad("advice of 141 characters", {"advice_4_ru": "ж" * 141}, "advice_4_ru", "At most 140"),
    Bad("nothing that was wrong", {"note_to_approver": " "}, "note_to_approver", "Fill in"),
]
ABOUT = [
    *((act, bad) for act in ("withdraw", "correct") for bad in WORDS),
    *(("withdraw", bad) for bad in OF_WITHDRAW),
    *(("correct", bad) for bad in OF_CORRECT),
]
