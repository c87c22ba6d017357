"""Time for an operator's command; the limits of the connection are made for requests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.base.base import BaseDatabaseWrapper

# The limit on waiting for a lock stays: whoever waits makes all others wait behind them.
LIFTED = ("statement_timeout", "idle_in_transaction_session_timeout")


@contextmanager
def patient(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Let PostgreSQL cut off neither a long statement nor a long thought between two of them."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        for name in LIFTED:
            cursor.execute(f"SET {name} = 0")
    try:
        yield
    finally:
        if connection.is_usable():
            with connection.cursor() as cursor:
                for name in LIFTED:
                    cursor.execute(f"RESET {name}")
