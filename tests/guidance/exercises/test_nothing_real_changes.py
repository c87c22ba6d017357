"""What readers and machines are told of real levels, to the byte the same after a whole drill."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client

from guidance.exercises.drills import measure_drill, start_drill
from guidance.models import Desk, LevelPeriod, MeasurePeriod, OutboxRow, Region
from guidance.publish import content_hash, publish
from guidance.rules.levels import Level
from tests import factories
from tests.factories import CHECKS, MINUTE, NOON
from tests.guidance.conftest import Office

LATER = NOON + 10 * MINUTE
PAGES = [
    f"/{lang}/{path}"
    for lang in ("kk", "ru", "en")
    for path in (
        "", "regions/", "regions/kazakhstan/", "regions/aqtobe/", "regions/aqtobe-town/",
        "history/", "history/2026-11-21/", "levels/", "levels/red/", "news/",
        "declarations/2026-0001/",
    )
]  # fmt: skip
MACHINES = [
    "/api/v1/situation", "/api/v1/regions/KZ-15", "/api/v1/regions/KZ-15/history",
    "/api/v1/levels", "/api/v1/declarations", "/api/v1/declarations/2026-0001", "/sitemap.xml",
]  # fmt: skip


@pytest.fixture
def portal(db: None, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    call_command("setup", "--tables-stand", verbosity=0)


def answers() -> dict[str, tuple[int, bytes]]:
    client = Client()
    with time_machine.travel(LATER, tick=False):
        found = {address: client.get(address) for address in (*PAGES, *MACHINES)}
    return {address: (each.status_code, each.content) for address, each in found.items()}


def real_rows() -> list[Any]:
    tables: tuple[Any, ...] = (LevelPeriod, MeasurePeriod, OutboxRow)
    return [list(table.objects.order_by("pk").values()) for table in tables]


def hold_a_drill(office: Office) -> None:
    """Order red for Aktobe; declare it with measures, and withdraw it."""
    desk, region = Desk.objects.get(code="aqtobe"), Region.objects.get(code="KZ-15")
    by = factories.administrators()[0]
    start_drill(desk, region=region, level=Level.RED, hint="A call.", by=by, at=NOON)
    facts: tuple[dict[str, Any], ...] = (
        {"level": "RED", "measures": CHECKS, "act": "DECLARE"},
        {"act": "WITHDRAW", "refers_to": "EX-2026-0001"},
        {"level": "YELLOW", "act": "DECLARE"},
    )
    for each in facts:
        waiting = factories.submitted(office.drafter, exercise=True, at=NOON + MINUTE, **each)
        seen = content_hash(waiting, NOON + MINUTE)
        publish(
            waiting, approver=office.approver, at=NOON + MINUTE, seen_hash=seen,
            seals=(measure_drill,),
        )  # fmt: skip


def test_every_page_and_every_answer_is_the_same_after_a_drill(portal: None) -> None:
    office = Office(factories.drafter("aqtobe"), factories.approver("aqtobe"))
    factories.published(office.drafter, office.approver, measures=CHECKS)
    before, rows, ready = answers(), real_rows(), Client().get("/readyz").json()
    assert {status for status, _body in before.values()} == {200}

    hold_a_drill(office)

    after = answers()
    assert [each for each in before if before[each] != after[each]] == []
    assert real_rows() == rows
    ready_now = Client().get("/readyz").json()
    assert ready_now["ledgers"][0] == ready["ledgers"][0]
    assert ready_now["ready"]
    assert ready_now["oldest_unsent_seconds"] is not None


def test_no_machine_lists_a_drill(portal: None) -> None:
    office = Office(factories.drafter("aqtobe"), factories.approver("aqtobe"))
    hold_a_drill(office)

    found = answers()

    for address in MACHINES:
        assert b"EX-2026" not in found[address][1], address
    assert Client().get("/api/v1/declarations/EX-2026-0001").status_code == 404
    assert Client().get("/api/v1/declarations").json()["count"] == 0
