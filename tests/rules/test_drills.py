"""Which act answers the order of a drill, and how long a proof holds."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from guidance.rules.acts import Act, ActKind
from guidance.rules.drills import DRILL_LASTS, PROOF_LASTS, Order, is_proof_due
from guidance.rules.levels import Level
from tests.factories import MINUTE, NOON

ORDER = Order("KZ-15", Level.RED, NOON)


def act(**facts: Any) -> Act:
    whole: dict[str, Any] = {
        "sequence": 2,
        "kind": ActKind.DECLARE,
        "published_at": NOON + MINUTE,
        "regions": ("KZ-15",),
        "level": Level.RED,
    }
    return Act(**{**whole, **facts})


@pytest.mark.parametrize(
    ("facts", "is_answer"),
    [
        ({}, True),
        ({"kind": ActKind.CHANGE}, True),
        ({"regions": ("KZ-71", "KZ-15")}, True),
        ({"regions": ("KZ",)}, False),
        ({"level": Level.ORANGE}, False),
        ({"kind": ActKind.EXTEND}, False),
        ({"published_at": NOON + DRILL_LASTS - MINUTE}, True),
        ({"published_at": NOON + DRILL_LASTS}, False),
    ],
)
def test_the_answer_names_the_place_and_the_level_within_a_day(
    facts: dict[str, Any], is_answer: bool
) -> None:
    assert ORDER.is_answered_by(act(**facts), drafted_at=NOON) is is_answer


def test_what_was_drafted_before_go_is_no_answer() -> None:
    assert not ORDER.is_answered_by(act(), drafted_at=NOON - timedelta(microseconds=1))


@pytest.mark.parametrize(("refers_to", "is_taken_back"), [(1, True), (3, False), (None, False)])
def test_the_withdrawal_of_the_answer_takes_it_back(
    refers_to: int | None, is_taken_back: bool
) -> None:
    later = act(kind=ActKind.WITHDRAW, level=None, regions=(), refers_to=refers_to)

    assert ORDER.is_taken_back_by(later, answer=1, drafted_at=NOON) is is_taken_back


def test_a_proof_holds_for_30_days() -> None:
    assert is_proof_due(None, NOON)
    assert not is_proof_due(NOON, NOON + PROOF_LASTS)
    assert is_proof_due(NOON, NOON + PROOF_LASTS + timedelta(microseconds=1))
