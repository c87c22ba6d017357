"""The lanes on the page of a place: drawn and in a table."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import translation

from guidance.models import Region
from guidance.rules.acts import NamedMeasure
from guidance.shown.ground import stored_ground
from guidance.shown.lanes import lanes_around
from guidance.situations import at_instant
from tests.factories import DAY, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Reader

AQTOBE = "/en/regions/aqtobe/"
HOUR = timedelta(hours=1)
REGIME = NamedMeasure("COUNTER_TERRORIST_OPERATION")
EMERGENCY = NamedMeasure("STATE_OF_EMERGENCY", (), NOON, NOON + 20 * DAY)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_shows_level_regimes_and_measures_side_by_side(
    read: Reader, aqtobe: Office, lang: str
) -> None:
    measures = (REGIME, EMERGENCY, NamedMeasure("CURFEW"))
    published(aqtobe.drafter, aqtobe.approver, level="RED", measures=measures)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + DAY, act="LIFT")

    lanes = read(f"/{lang}/regions/aqtobe/", NOON + 2 * DAY).part('aria-labelledby="lanes"')

    drawing, table = lanes.split("</svg>", 1)[0], lanes.split("<table", 1)[1]
    assert drawing.count('class="name"') == 4
    assert 'fill="url(#l-red)"' in drawing
    assert "style=" not in lanes
    # no data before, red, no level since; the regime and the curfew ended with it; one goes on
    assert table.count("<tr") == 1 + 3 + 3
    assert "2026-11-23T17:00+05:00" in table
    assert f"/{lang}/declarations/2026-0001/" in table


def test_tells_the_times_without_a_level(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + DAY, act="LIFT")
    published(aqtobe.drafter, aqtobe.approver, at=NOON + 5 * DAY, ends_at=NOON + 9 * DAY)

    lanes = read(AQTOBE, NOON + 6 * DAY).part('aria-labelledby="lanes"')

    rows = lanes.split("<tbody")[1].split("<tr")
    assert "No data" in rows[1]
    assert "no level is in force" in rows[3]
    assert "27 November 2026" in rows[3]


def test_tells_what_is_announced_and_what_was_in_error(read: Reader, aqtobe: Office) -> None:
    wrong = published(aqtobe.drafter, aqtobe.approver)
    withdrawal = {"act": "WITHDRAW", "refers_to": wrong.number, "at": NOON + HOUR}
    published(aqtobe.drafter, aqtobe.approver, **withdrawal)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + 2 * HOUR, starts_at=NOON + DAY)

    lanes = read(AQTOBE, NOON + 3 * HOUR).part('aria-labelledby="lanes"')

    assert 'class="cross"' in lanes
    assert "</s> Issued in error" in lanes
    assert 'class="announced" data-level="orange"' in lanes
    assert "· Planned" in lanes


def test_shows_thirty_days_around_a_past_one(aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, measures=(EMERGENCY,))
    published(aqtobe.drafter, aqtobe.approver, at=NOON + DAY, act="LIFT")

    region = Region.objects.get(code="KZ-15")
    ground = stored_ground(at_instant(NOON + 200 * DAY), "en")
    with translation.override("en"):
        around = lanes_around(ground, region, NOON - 10 * DAY)
        later = lanes_around(ground, region, NOON + 100 * DAY)

    assert around is not None
    assert around.marked.day == "12 November"
    assert [row.name for row in around.rows] == [
        "no level is in force",
        "high (orange)",
        "no level is in force",
        "State of emergency is in force",
    ]
    assert not any(row.is_planned for row in around.rows)
    assert later is None


def test_draws_nothing_where_nothing_happened(read: Reader, reference_data: None) -> None:
    assert 'aria-labelledby="lanes"' not in read(AQTOBE).source
