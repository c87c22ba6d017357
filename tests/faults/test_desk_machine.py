"""Random steps of the desk on the real database agree with the naive model, step by step."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from guidance import situations
from guidance.rules.acts import ActKind
from tests.faults.desk_invariants import Witness
from tests.faults.desk_machine import DeskMachine
from tests.faults.small_country import settle

STEPS_OF_ONE = 40
STEPS = int(os.environ.get("MACHINE_STEPS", "200"))

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="once is enough"),
]  # fmt: skip


@pytest.fixture
def people(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """Settle the small country for one test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield settle()
        transaction.set_rollback(True)
        situations.forget()


def test_the_desk_agrees_with_the_naive_model(people: dict[str, Any]) -> None:
    DeskMachine.people = people
    Witness.published.clear()

    run_state_machine_as_test(
        DeskMachine,
        settings=settings(
            max_examples=STEPS // STEPS_OF_ONE, stateful_step_count=STEPS_OF_ONE, deadline=None,
            derandomize=True, database=None, suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip

    assert set(Witness.published) == set(ActKind), Witness.published
