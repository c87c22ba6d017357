"""The lines of a calendar's file: short in octets, whole in letters, read by another's parser."""

from datetime import UTC, datetime, timedelta

import icalendar as parser
import pytest

from guidance.channels.icalendar import folded, icalendar, text
from guidance.shown.calendars import Calendar, Event

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
LONG = "Солтүстік Қазақстан облысы; жоғары, «қызғылт сары» \\ деңгей: " * 4


def event(**facts: object) -> Event:
    whole: dict[str, object] = {
        "uid": "urn:uuid:1",
        "starts_at": AT,
        "ends_at": AT + timedelta(days=2),
        "summary": LONG,
        "description": "Басталуы: бүгін,\nАяқталуы; ертең\\n",
        "location": "Ақтөбе",
        "category": "ORANGE",
        "address": "https://dengei.example/kk/declarations/2026-0001/",
        "sequence": 2,
        "changed_at": AT,
        **facts,
    }
    return Event(**whole)  # type: ignore[arg-type]


def written(*events: Event) -> bytes:
    return icalendar(Calendar("Деңгей", LONG, "kk", "https://dengei.example/kk/", events))


@pytest.mark.parametrize("said", [LONG, "қ" * 200, "a" * 300, "𐍈" * 60, "", "a" * 75, "a" * 76])
def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(said: str) -> None:
    lines = list(folded(f"SUMMARY:{said}"))

    assert max(map(len, lines)) <= 75
    assert all(line.startswith(b" ") for line in lines[1:])
    unfolded = lines[0] + b"".join(line[1:] for line in lines[1:])
    assert unfolded.decode() == f"SUMMARY:{said}"
    assert [line.decode() for line in lines]


def test_lines_end_with_carriage_return_and_line_feed() -> None:
    body = written(event())

    assert body.count(b"\r\n") == body.count(b"\n") == body.count(b"\r")
    assert max(map(len, body.split(b"\r\n"))) <= 75


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("a;b,c\\d", r"a\;b\,c\\d"), ("a\r\nb\rc\nd", r"a\nb\nc\nd"),
        ("a\x00\x1b\x7fb", "ab"), ("END:VEVENT", "END:VEVENT"), ("«сары»: 1", "«сары»: 1"),
    ],
)  # fmt: skip
def test_a_text_begins_no_new_line_and_ends_no_value(said: str, value: str) -> None:
    assert text(said) == value


def test_another_parser_reads_what_was_written() -> None:
    [read] = parser.Calendar.from_ical(written(event())).walk("VEVENT")

    assert str(read["SUMMARY"]) == LONG
    assert str(read["DESCRIPTION"]) == event().description
    assert read["SUMMARY"].params["LANGUAGE"] == "kk"
    assert read.start == AT
    assert read.end == AT + timedelta(days=2)
    assert read["SEQUENCE"] == 2
    assert str(read["STATUS"]) == "CONFIRMED"
    assert not read.errors


def test_what_was_issued_in_error_is_cancelled() -> None:
    [read] = parser.Calendar.from_ical(written(event(is_cancelled=True))).walk("VEVENT")

    assert str(read["STATUS"]) == "CANCELLED"


def test_a_calendar_says_how_often_it_is_to_be_asked_for() -> None:
    calendar = parser.Calendar.from_ical(written())

    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=1)
    assert str(calendar["X-PUBLISHED-TTL"]) == "PT1H"
    assert str(calendar["VERSION"]) == "2.0"
    assert not calendar.walk("VEVENT")
