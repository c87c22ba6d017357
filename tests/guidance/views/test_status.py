"""The portal's own status, for everybody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from guidance.checking import keep_result
from guidance.exercises.drills import measure_drill, start_drill
from guidance.models import Desk, Region
from guidance.publish import content_hash, publish
from guidance.rules.levels import Level
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Reader

STATUS = "/en/status/"


def ordered(hint: str = "") -> None:
    desk, region = Desk.objects.get(code="aqtobe"), Region.objects.get(code="KZ-15")
    by = factories.administrators()[0]
    start_drill(desk, region=region, level=Level.ORANGE, hint=hint, by=by, at=NOON)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_stands_in_every_language_with_its_time(
    read: Reader, reference_data: None, lang: str
) -> None:
    page = read(f"/{lang}/status/")

    assert page.status == 200
    assert page.source.count('role="rowheader"') == Desk.objects.count()


def test_tells_when_the_whole_ledger_was_checked_and_what_was_found(
    read: Reader, aqtobe: Office
) -> None:
    assert "Checked as a whole not yet" in read(STATUS).text
    factories.published(aqtobe.drafter, aqtobe.approver)

    keep_result([], NOON + MINUTE)
    assert "every decision is as it was published" in read(STATUS, NOON + DAY).text
    keep_result(["one", "two"], NOON + 2 * MINUTE)
    assert "2 differences were found" in read(STATUS, NOON + DAY).text
    assert "Decisions published 1" in read(STATUS, NOON + DAY).text


def test_shows_how_long_a_desk_took_and_no_names(read: Reader, aqtobe: Office) -> None:
    ordered("A call to 110.")
    waiting = factories.submitted(aqtobe.drafter, exercise=True)
    at = NOON + timedelta(minutes=2, seconds=5)
    seen = content_hash(waiting, at)
    publish(waiting, approver=aqtobe.approver, at=at, seen_hash=seen, seals=(measure_drill,))

    page = read(STATUS, NOON + DAY)

    assert "2 min 5 s · № EX-2026-0001" in page.text
    assert "/en/declarations/EX-2026-0001/" in page.source
    assert "A call to 110." not in page.text
    assert aqtobe.drafter.username not in page.text


def test_an_order_that_runs_is_not_told_and_an_unanswered_one_is(
    read: Reader, aqtobe: Office
) -> None:
    ordered()

    assert "not answered" not in read(STATUS, NOON + MINUTE).text
    assert "not answered within a day" in read(STATUS, NOON + DAY).text


def test_is_asked_of_the_database_a_fixed_number_of_times(read: Reader, aqtobe: Office) -> None:
    """The head of two ledgers... the row of the ledger, its last check, desks, drills, steps."""
    ordered()
    waiting = factories.submitted(aqtobe.drafter, exercise=True)
    seen = content_hash(waiting, NOON)
    publish(waiting, approver=aqtobe.approver, at=NOON, seen_hash=seen, seals=(measure_drill,))
    read(STATUS)

    assert len(read(STATUS, NOON + MINUTE).queries) <= 7
