"""The calendar of a place: every period of the year, where it stands, until when it is sure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest

from tests.factories import DAY, MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Reader

ADDRESS = "/{lang}/calendar/KZ-15.ics"


@pytest.fixture
def events(read: Reader) -> Any:
    """Read the events of a calendar at an instant, by their beginning."""

    def of(at: datetime = NOON + MINUTE, lang: str = "en", code: str = "KZ-15") -> list[Any]:
        page = read(f"/{lang}/calendar/{code}.ics", at)
        assert page.status == 200
        calendar = icalendar.Calendar.from_ical(page.response.content)
        return sorted(calendar.walk("VEVENT"), key=lambda event: event.start)

    return of


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_level_in_force_stands_from_its_beginning_to_its_end(
    events: Any, aqtobe: Office, lang: str
) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    [event] = events(lang=lang)

    names = {"kk": "жоғары («қызғылт сары»)", "ru": "высокий («оранжевый»)", "en": "high (orange)"}
    assert names[lang] in event["SUMMARY"]
    assert (event.start, event.end) == (NOON, NOON + 10 * DAY)
    assert event["DTSTART"].dt.tzinfo is not None
    assert f"https://dengei.example/{lang}/declarations/2026-0001/" in event["DESCRIPTION"]
    assert f"https://dengei.example/{lang}/regions/aqtobe/" in event["DESCRIPTION"]
    assert str(event["CATEGORIES"].cats[0]) == "ORANGE"
    assert not event.errors


def test_an_extension_moves_the_end_of_the_same_event(events: Any, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    [before] = events()
    published(aqtobe.drafter, aqtobe.approver, at=NOON + DAY, act="EXTEND", ends_at=NOON + 20 * DAY)

    [after] = events(NOON + DAY + MINUTE)

    assert after["UID"] == before["UID"]
    assert after.end == NOON + 20 * DAY
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["LAST-MODIFIED"].dt == after["DTSTAMP"].dt == NOON + DAY


def test_a_withdrawn_level_is_cancelled_under_the_name_it_had(events: Any, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    [before] = events()
    published(aqtobe.drafter, aqtobe.approver, at=NOON + DAY, act="WITHDRAW", refers_to="2026-0001")

    [after] = events(NOON + DAY + MINUTE)

    assert after["UID"] == before["UID"]
    assert after["STATUS"] == "CANCELLED"
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["SUMMARY"].startswith("This notice was issued in error: Aktobe Region")
    assert "in force" not in after["SUMMARY"]


def test_a_lifted_level_ends_when_it_was_lifted(events: Any, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + DAY, act="LIFT")

    [event] = events(NOON + 3 * DAY)

    assert event.end == NOON + DAY
    assert event["SEQUENCE"] == 1
    assert "unless extended" not in event["DESCRIPTION"]


def test_what_is_announced_stands_at_its_time(events: Any, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, starts_at=NOON + 3 * DAY)

    [event] = events()

    assert event.start == NOON + 3 * DAY
    assert event["STATUS"] == "CONFIRMED"


def test_a_level_of_the_country_stands_in_the_calendar_of_every_place(
    events: Any, republican: Office
) -> None:
    published(
        republican.drafter, republican.approver, desk="republican", regions=("KZ",),
        authority="REPUBLICAN_HQ",
    )  # fmt: skip

    [inherited], [own] = events(), events(code="KZ")

    assert inherited["SUMMARY"] == own["SUMMARY"]
    assert inherited["SUMMARY"].startswith("Kazakhstan: ")
    assert inherited["UID"] == own["UID"]


def test_a_level_without_an_end_is_sure_for_today_and_tomorrow(events: Any, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, ends_at=None)

    [today], [later] = events(), events(NOON + 5 * DAY)

    # Midnight in Aktobe is 19:00 UTC of the day before.
    assert today.end == datetime(2026, 11, 23, 19, tzinfo=UTC)
    assert later.end == datetime(2026, 11, 28, 19, tzinfo=UTC)
    assert "Until further notice" in today["DESCRIPTION"]
    assert later["UID"] == today["UID"]
    assert later["DTSTAMP"].dt > today["DTSTAMP"].dt


def test_what_ended_more_than_a_year_ago_is_left_out(events: Any, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    assert len(events(NOON + 374 * DAY)) == 1
    assert events(NOON + 376 * DAY) == []


def test_an_exercise_never_stands_in_a_calendar(events: Any, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, exercise=True)

    assert events() == []


def test_it_is_answered_like_every_machine(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    first: Any = read("/kk/calendar/KZ-15.ics", NOON + MINUTE)
    later = NOON + MINUTE + timedelta(hours=3)
    again = read("/kk/calendar/KZ-15.ics", later, **{"If-None-Match": first.response["ETag"]})

    assert first.response["Content-Type"] == "text/calendar; charset=utf-8"
    assert first.response["Cache-Control"] == "public, max-age=4"
    assert again.status == 304
    assert read("/kk/calendar/KZ-99.ics").status == 404
    assert read("/kk/calendar/KZ-15.ics?x=1").status == 400
    # The ledger's key, the acts in force with their regions, corrections, what was decided here,
    # the periods with their regions and advice.
    assert len(again.queries) <= 9
