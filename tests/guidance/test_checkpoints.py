"""Checkpoints of the fold: kept after publications, used and forgotten by withdrawals."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from guidance import publish as publishing
from guidance.models import Declaration, FoldCheckpoint, LevelPeriod
from guidance.stored.chronicle import last_checkpoint
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office


@pytest.fixture
def acts(
    aqtobe: Office, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> list[Declaration]:
    """Publish five acts with a checkpoint after every second one."""
    monkeypatch.setattr(publishing, "CHECKPOINT_EVERY", 2)
    with django_capture_on_commit_callbacks(execute=True):
        first = _act(aqtobe, 0)
    found = [first]
    for turn in range(1, 5):
        with django_capture_on_commit_callbacks(execute=True):
            found.append(_act(aqtobe, turn))
    return found


def _act(office: Office, turn: int) -> Declaration:
    level = ("YELLOW", "ORANGE", "RED")[turn % 3]
    return factories.published(
        office.drafter, office.approver, at=NOON + turn * MINUTE, level=level,
        ends_at=NOON + (20 - turn) * DAY,
    )  # fmt: skip


def kept() -> list[int]:
    rows = FoldCheckpoint.objects.order_by("sequence")
    return list(rows.values_list("sequence", flat=True))


def test_a_checkpoint_is_kept_after_every_so_many_acts(acts: list[Declaration]) -> None:
    assert kept() == [2, 4]


def test_a_checkpoint_comes_back_as_it_was_kept(acts: list[Declaration]) -> None:
    checkpoint = last_checkpoint(exercise=False, before=4)

    assert checkpoint is not None
    assert checkpoint.sequence == 2
    assert {period.declaration for period in checkpoint.timeline.all_periods()} == {1, 2}


@pytest.mark.parametrize("target", [1, 2, 3, 4])
def test_a_withdrawal_from_a_checkpoint_leaves_a_whole_ledger(
    acts: list[Declaration], aqtobe: Office, target: int
) -> None:
    factories.published(
        aqtobe.drafter, aqtobe.approver, at=NOON + 9 * MINUTE, act="WITHDRAW",
        refers_to=acts[target].number,
    )  # fmt: skip

    call_command("check_ledger", stdout=StringIO())
    assert kept() == [*(sequence for sequence in (2, 4) if sequence <= target), 5]
    assert LevelPeriod.objects.filter(in_error=True).count() >= 1
