"""check_ledger: silent on a whole ledger, and naming the row after a tampering."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from guidance.migrations import guards
from guidance.models import Bulletin, Declaration, Ledger, LevelPeriod, MeasurePeriod
from tests import factories
from tests.factories import MINUTE, NOON
from tests.guidance.conftest import Office


@pytest.fixture
def ledger(aqtobe: Office) -> list[Declaration]:
    """Give a ledger of four acts, the last of which withdraws the third."""
    kept = [
        factories.published(aqtobe.drafter, aqtobe.approver, measures=factories.CHECKS),
        factories.published(
            aqtobe.drafter, aqtobe.approver, act="EXTEND", ends_at=NOON + 20 * factories.DAY
        ),
        factories.published(aqtobe.drafter, aqtobe.approver, at=NOON + MINUTE, level="RED"),
    ]
    withdrawal = factories.published(
        aqtobe.drafter, aqtobe.approver, at=NOON + 2 * MINUTE, act="WITHDRAW",
        refers_to=kept[2].number,
    )  # fmt: skip
    return [*kept, withdrawal]


@pytest.fixture
def without_guards(ledger: list[Declaration]) -> None:
    """Let a tamperer in who may drop triggers."""

    class Editor:
        connection = connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    guards.remove(None, Editor)


def findings() -> list[str]:
    """Run the command and give its list, without the lines about the missing guards."""
    with pytest.raises(CommandError) as refusal:
        call_command("check_ledger")
    lines = str(refusal.value).splitlines()[1:]
    return [line for line in lines if not line.startswith("guard is missing")]


def test_a_whole_ledger_passes(ledger: list[Declaration]) -> None:
    out = StringIO()

    call_command("check_ledger", stdout=out)

    assert f"real: 4 declarations, head {Ledger.objects.get(exercise=False).head}" in out.getvalue()


def test_missing_guards_are_named(without_guards: None) -> None:
    with pytest.raises(CommandError, match="guard is missing: guidance_bulletin_stays"):
        call_command("check_ledger")


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"level": "YELLOW"}, 'level is "YELLOW", its bulletin says "ORANGE"'),
        ({"reason_ru": "Иное."}, "reason is"),
        ({"summary_en": "All is well."}, "summary is"),
        ({"ends_at": NOON + 90 * factories.DAY}, "ends_at is"),
        ({"order_number": "7"}, 'order_number is "7", its bulletin says null'),
        ({"number": "2026-0009"}, "the number should be 2026-0001"),
    ],
    ids=lambda value: "" if isinstance(value, str) else next(iter(value)),
)
def test_a_changed_column_is_named_with_its_row(
    without_guards: None, ledger: list[Declaration], columns: dict[str, Any], told: str
) -> None:
    Declaration.objects.filter(pk=ledger[0].pk).update(**columns)

    found = findings()

    assert any(f"(guidance_declaration {ledger[0].pk}): {told}" in line for line in found), found


def test_another_approver_is_named(
    without_guards: None, ledger: list[Declaration], aqtobe: Office
) -> None:
    stranger = factories.approver("almaty")
    Declaration.objects.filter(pk=ledger[0].pk).update(approver=stranger)

    assert findings() == [
        f"2026-0001 (guidance_declaration {ledger[0].pk}): approver is {stranger.pk},"
        f" its bulletin says {aqtobe.approver.pk}"
    ]


def test_a_region_taken_from_a_declaration_is_named(
    without_guards: None, ledger: list[Declaration]
) -> None:
    ledger[0].regions.all().delete()

    assert any("2026-0001" in line and "regions is []" in line for line in findings())


def test_changed_bytes_break_the_chain(without_guards: None, ledger: list[Declaration]) -> None:
    bulletin = Bulletin.objects.get(declaration=ledger[1])
    frozen = json.loads(bytes(bulletin.body))
    body = json.dumps({**frozen, "reason": {}}).encode()
    Bulletin.objects.filter(pk=bulletin.pk).update(body=body)

    assert any("2026-0002" in line and "does not have the hash" in line for line in findings())


def test_a_bulletin_taken_away_is_named(without_guards: None, ledger: list[Declaration]) -> None:
    Bulletin.objects.filter(declaration=ledger[1])._raw_delete("default")

    assert any("2026-0002" in line and "without a bulletin" in line for line in findings())


def test_a_cut_tail_is_named(without_guards: None, ledger: list[Declaration]) -> None:
    Ledger.objects.filter(exercise=False).update(count=5)

    assert findings() == ["ledger of real: count is 5, the declarations end at 4"]


def test_a_changed_period_is_named(ledger: list[Declaration]) -> None:
    period = LevelPeriod.objects.filter(level="ORANGE").order_by("starts_at").first()
    assert period is not None
    LevelPeriod.objects.filter(pk=period.pk).update(level="RED")

    found = findings()

    assert len(found) == 2
    assert found[0].startswith(f"guidance_levelperiod {period.pk}: KZ-15 RED")
    assert found[1].startswith("guidance_levelperiod: missing: KZ-15 ORANGE")


@pytest.mark.parametrize(
    ("table", "columns", "told"),
    [
        (Declaration, {"number": "2026-abc"}, "2026-abc (guidance_declaration {pk}): the number"),
        (Bulletin, {"body": b"[]"}, "2026-0001 (guidance_declaration {pk}): its bulletin is not"),
        (Bulletin, {"previous_hash": "ә"}, "2026-0001 (guidance_declaration {pk}): its bulletin"),
        (MeasurePeriod, {"level": "PURPLE"}, "guidance_measureperiod {pk}: no rule reads it"),
    ],
    ids=["a number", "a bulletin", "a previous hash", "the level of a measure"],
)
def test_what_cannot_even_be_read_is_named_too(
    without_guards: None,
    ledger: list[Declaration],
    table: Any,
    columns: dict[str, Any],
    told: str,
) -> None:
    row = table.objects.order_by("pk").first()
    table.objects.filter(pk=row.pk).update(**columns)

    found = findings()

    named = row.declaration_id if table is Bulletin else row.pk
    assert any(line.startswith(told.format(pk=named)) for line in found), found


@pytest.mark.parametrize("table", [LevelPeriod, MeasurePeriod])
def test_a_period_that_stands_twice_is_named(
    without_guards: None, ledger: list[Declaration], table: Any
) -> None:
    twin = table.objects.order_by("pk").first()
    first, twin.pk = twin.pk, None
    twin.save(force_insert=True)

    assert findings() in (
        [f"{table._meta.db_table} {pk}: the same stands twice"] for pk in (first, twin.pk)
    )


def test_a_period_of_a_drill_among_the_real_ones_is_named(
    without_guards: None, ledger: list[Declaration], aqtobe: Office
) -> None:
    drill = factories.published(aqtobe.drafter, aqtobe.approver, exercise=True)
    period = LevelPeriod.objects.filter(declaration=ledger[0]).first()
    assert period is not None
    LevelPeriod.objects.filter(pk=period.pk).update(declaration=drill)

    assert f"guidance_levelperiod {period.pk}: its declaration is of the other ledger" in findings()


def test_a_ledger_without_its_row_is_named(without_guards: None, ledger: list[Declaration]) -> None:
    Ledger.objects.filter(exercise=True).delete()

    assert findings() == ["ledger of exercises: its row is missing"]
