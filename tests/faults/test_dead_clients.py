"""Somebody dies with the ledger's lock in hand: the others wait 5 s at most."""

from __future__ import annotations

import json

import pytest
from django.db import connection

from tests.throwaway import Copy

# SQLite's lock ends with the process; against a frozen one on the same machine it can do nothing.
FAULTS = ["killed", "frozen", "cut off"] if connection.vendor == "postgresql" else ["killed"]


@pytest.mark.faults
def test_a_client_that_dies_with_the_lock_delays_others_by_five_seconds_at_most(
    copy: Copy,
) -> None:
    delays = json.loads(copy.run("tests.faults.holding", *FAULTS))

    assert set(delays) == set(FAULTS)
    assert all(delay <= 5 for delay in delays.values()), delays
    if connection.vendor == "postgresql":
        assert delays["cut off"] > 1, "the server heard of the death, which it should not have"
