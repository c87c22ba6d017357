"""The page of one declaration, and its short address."""

from __future__ import annotations

from datetime import timedelta

import pytest

from guidance.models import Bulletin
from tests.factories import CHECKS, DAY, MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Reader

HOUR = timedelta(hours=1)
FIRST = "/en/declarations/2026-0001/"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_shows_then_and_now_in_every_language(read: Reader, aqtobe: Office, lang: str) -> None:
    act = published(aqtobe.drafter, aqtobe.approver, measures=CHECKS)

    page = read(f"/{lang}/declarations/2026-0001/", NOON + HOUR)

    assert page.status == 200
    assert 'data-level="orange"' in page.part('aria-labelledby="then"')
    assert 'data-level="orange"' in page.part('aria-labelledby="now"')
    assert f'href="/{lang}/advice/?region=aqtobe"' in page.part('aria-labelledby="advice"')
    assert getattr(act, f"reason_{lang}") in page.text
    assert 'data-state="in-force"' in page.source


def test_keeps_what_was_said_when_the_level_is_gone(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + DAY, act="LIFT", refers_to="2026-0001")

    page = read(FIRST, NOON + 2 * DAY)

    assert "No longer in force. Lifted: 23 November 2026 · No. 2026-0002" in page.text
    assert 'data-level="orange"' in page.part('aria-labelledby="then"')
    assert 'data-level="none"' in page.part('aria-labelledby="now"')
    assert "No. 2026-0002 · Level lifted".replace("No. ", "") in page.text.replace("No. ", "")


def test_says_that_it_ended_as_planned(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    page = read(FIRST, NOON + 11 * DAY)

    assert "No longer in force. Ended as planned: 2 December 2026" in page.text


def test_says_that_an_extension_keeps_it_in_force(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    facts = {"act": "EXTEND", "ends_at": NOON + 20 * DAY, "refers_to": "2026-0001"}
    published(aqtobe.drafter, aqtobe.approver, at=NOON + HOUR, **facts)

    page = read(FIRST, NOON + 15 * DAY)

    assert "In force. extended · No. 2026-0002" in page.text


def test_says_that_a_later_decision_replaced_it(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + HOUR, act="CHANGE", level="RED")

    page = read(FIRST, NOON + DAY)

    assert "Replaced by a later decision" in page.text
    assert "/en/declarations/2026-0002/" in page.source


def test_strikes_through_what_was_issued_in_error(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    withdrawal = {"act": "WITHDRAW", "refers_to": "2026-0001", "at": NOON + MINUTE}
    published(aqtobe.drafter, aqtobe.approver, **withdrawal)

    page = read(FIRST, NOON + HOUR)
    taking_back = read("/en/declarations/2026-0002/", NOON + HOUR)

    assert "<h1><s>" in page.source
    assert page.source.index('id="now"') < page.source.index('id="then"')
    assert 'class="pair thennow2 wrong"' in page.source
    assert "This notice was issued in error" in page.text
    assert "Issued in error" in page.part('aria-labelledby="then"')
    assert taking_back.status == 200
    assert FIRST in taking_back.source


def test_shows_what_a_correction_changed(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    words = {"kk": "Түзетілген себеп.", "ru": "Исправленная причина.", "en": "The mended reason."}
    correction = {"act": "CORRECT", "refers_to": "2026-0001", "reason": words}
    published(aqtobe.drafter, aqtobe.approver, at=NOON + MINUTE, **correction)

    page = read(FIRST, NOON + HOUR)

    corrections = page.part('aria-labelledby="corrections"')
    assert "Confirmed information about a possible threat was received." in corrections
    assert "The mended reason." in corrections
    assert "The mended reason." in page.part('aria-labelledby="reason"')
    then = page.part('aria-labelledby="then"').split("<summary>The first text")
    assert "The mended reason." not in then[1]
    assert "Confirmed information about a possible threat was received." in then[1]


def test_the_last_correction_is_what_an_act_says_everywhere(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    for number, said in (("2026-0001", "mended"), ("2026-0002", "mended again")):
        words = {"kk": f"Себеп: {said}.", "ru": f"Причина: {said}.", "en": f"It is {said}."}
        correction = {"act": "CORRECT", "refers_to": number, "reason": words}
        published(aqtobe.drafter, aqtobe.approver, at=NOON + MINUTE, **correction)

    page = read(FIRST, NOON + HOUR)
    place = read("/en/regions/aqtobe/", NOON + HOUR)
    day = read(f"/en/history/{NOON:%Y-%m-%d}/", NOON + HOUR)

    assert "It is mended again." in page.part('aria-labelledby="reason"')
    assert "It is mended again." in place.card
    assert "Confirmed information about a possible threat" not in day.text
    assert "Confirmed information about a possible threat" not in place.card


def test_announces_what_is_still_to_come(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, starts_at=NOON + DAY)

    page = read(FIRST, NOON + HOUR)

    assert "Takes effect: 23 November 2026, 17:00 (UTC+5)" in page.text
    assert 'data-state="announced"' in page.source


def test_lets_anybody_verify_it(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    check = read(FIRST, NOON + HOUR).part('aria-labelledby="check"')

    assert Bulletin.objects.get().hash in check
    assert "dengei.example/c/2026-0001" in check
    assert 'class="qr"' in check
    assert "22 November 2026, 17:00 (UTC+5)" in check
    assert "Printed: 22 November 2026, 18:00 (UTC+5). Check the present level" in check


def test_keeps_a_draft_to_itself(read: Reader, aqtobe: Office) -> None:
    assert read(FIRST).status == 404


def test_shows_no_exercise_among_decisions(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, exercise=True)

    assert read(FIRST, NOON + HOUR).status == 404
    assert "EX-2026-0001" not in read("/en/history/", NOON + HOUR).source


@pytest.mark.parametrize("number", ["2026-9999", "0", "x" * 2000, "%00", "2026-0001'--", "-1"])
def test_knows_no_other_numbers(read: Reader, reference_data: None, number: str) -> None:
    assert read(f"/ru/declarations/{number}/").status == 404
    led = read(f"/c/{number}")
    assert led.status == 302
    assert read(led.response["Location"]).status == 404


@pytest.mark.parametrize("code", ["2026-0001", "20260001"])
@pytest.mark.parametrize(
    ("accepted", "lang"), [("ru-KZ,ru;q=0.9", "ru"), ("de", "kk"), ("", "kk"), ("en;q=0.8", "en")]
)
def test_leads_from_the_short_address_in_the_readers_language(
    read: Reader, aqtobe: Office, code: str, accepted: str, lang: str
) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    page = read(f"/c/{code}", NOON + HOUR, **{"Accept-Language": accepted})

    assert page.status == 302
    assert page.response["Location"] == f"/{lang}/declarations/2026-0001/?check=1"
    assert page.response["Vary"] == "Accept-Language"


@pytest.mark.parametrize(
    ("at", "told"),
    [(HOUR, "Announced"), (2 * DAY, "In force"), (15 * DAY, "In force"), (25 * DAY, "Ended")],
    ids=["before its start", "during its term", "during its extension", "after its end"],
)
def test_tells_of_a_measure_what_holds_now(
    read: Reader, aqtobe: Office, at: timedelta, told: str
) -> None:
    published(aqtobe.drafter, aqtobe.approver, measures=CHECKS, starts_at=NOON + DAY)
    later = {"act": "EXTEND", "ends_at": NOON + 20 * DAY, "at": NOON + 2 * DAY}
    published(aqtobe.drafter, aqtobe.approver, **later)

    page = read(FIRST, NOON + at)

    measures = page.part('aria-labelledby="measures"')
    assert f">{told}</td>" in measures
    assert "23 November 2026, 17:00" in measures
    assert "Until: 2 December 2026, 17:00" in measures


def test_costs_a_fixed_number_of_queries(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, measures=CHECKS)
    read(FIRST, NOON + HOUR)

    page = read(FIRST, NOON + HOUR)

    # The act with its bulletin; its regions, measures, advice and contributors with what they
    # name: seven. The ledger's head, the thread in one round, the periods that it bears, and
    # whether the measures hold now: four.
    assert len(page.queries) == 12, page.queries


def test_gives_the_number_and_day_of_the_order(read: Reader, aqtobe: Office) -> None:
    order = {"order_number": "17-қ", "order_date": NOON.date()}
    published(aqtobe.drafter, aqtobe.approver, **order)

    authority = read(FIRST, NOON + HOUR).part('aria-labelledby="authority"')

    assert "17-қ, 22 November 2026" in authority
    assert "not given in public sources" not in authority


def test_puts_the_verdict_on_top_for_whoever_checks_a_message(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + DAY, act="LIFT", refers_to="2026-0001")

    page = read(f"{FIRST}?check=1", NOON + 2 * DAY)

    verdict = page.part('aria-labelledby="checked"')
    assert page.source.index('id="checked"') < page.source.index("<h1")
    assert "This notice was published by the portal" in verdict
    assert "No longer in force." in verdict
    assert page.text.count("No longer in force.") == 1
    assert '<meta name="robots" content="noindex">' in page.source
    assert 'id="checked"' not in read(FIRST, NOON + 2 * DAY).source
