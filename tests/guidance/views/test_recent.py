"""What is told as recent: lifted, ended, issued in error, and the hours of a day that goes on."""

from __future__ import annotations

from datetime import timedelta

from guidance.shown.ground import stored_ground
from guidance.shown.recent import past_notices
from guidance.situations import present
from tests.factories import DAY, MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import Reader

HOUR = timedelta(hours=1)


def told(office: Office, **facts: object) -> list[str]:
    published(office.drafter, office.approver, **facts)
    at = NOON + DAY + 3 * HOUR
    return [notice.state for notice in past_notices(stored_ground(present(at), "en"))]


def test_a_lift_taken_back_is_told_as_an_error_and_no_more_as_a_lift(aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    lifted = told(aqtobe, at=NOON + DAY, act="LIFT")
    taken_back = told(aqtobe, at=NOON + DAY + HOUR, act="WITHDRAW", refers_to="2026-0002")

    assert lifted == ["lifted"]
    assert taken_back == ["in-error"]


def test_a_past_minute_shows_what_was_shown_in_error_and_marks_it(
    read: Reader, aqtobe: Office
) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    red = {"act": "CHANGE", "level": "RED", "at": NOON + 2 * MINUTE}
    published(aqtobe.drafter, aqtobe.approver, **red)
    withdrawal = {"act": "WITHDRAW", "refers_to": "2026-0002", "at": NOON + 5 * MINUTE}
    published(aqtobe.drafter, aqtobe.approver, **withdrawal)

    page = read("/en/history/2026-11-22/?at=17:03", NOON + HOUR)
    place = read("/en/regions/aqtobe/on/2026-11-22/?at=17:03", NOON + HOUR)
    after = read("/en/regions/aqtobe/on/2026-11-22/?at=17:05", NOON + HOUR)

    told = (
        "The portal showed in error (22 November 2026, 17:02–17:05): critical (red). "
        "After it was taken back: high (orange)"
    )
    for shown in (page, place):
        assert told in shown.text
        assert "critical (red) terrorism threat level was in force" not in shown.text
    assert 'aria-label="Aktobe Region: critical (red) (Issued in error)"' in page.source
    assert 'href="#crossed"' in page.part('aria-labelledby="map"')
    assert "high (orange) terrorism threat level was in force" in after.text


def test_the_hours_of_today_that_are_still_ahead_are_a_forecast(
    read: Reader, aqtobe: Office
) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    later = {"act": "CHANGE", "level": "RED", "at": NOON + MINUTE, "starts_at": NOON + 3 * HOUR}
    published(aqtobe.drafter, aqtobe.approver, **later)

    country = read("/en/history/2026-11-22/", NOON + HOUR)
    place = read("/en/regions/aqtobe/on/2026-11-22/", NOON + HOUR)
    evening = read("/en/regions/aqtobe/on/2026-11-22/?at=20:00", NOON + HOUR)
    form = read(evening.response["Location"], NOON + HOUR)

    for page in (country, place):
        assert "This day is not over" in page.text
        assert "20:00–24:00 · Announced : critical (red)" in page.text
        assert "critical (red) terrorism threat level was in force" not in page.text
    assert 'aria-label="Aktobe Region: 00:00–17:00 no level is in force, ' in country.source
    assert 'data-level="red"' not in country.part('aria-labelledby="map"').split("</svg>")[0]
    assert evening.status == 302
    forecast = form.part('data-state="forecast"')
    assert "This is a forecast, not a situation" in forecast
    assert "Takes effect: 22 November 2026, 20:00 (UTC+5)" in forecast
