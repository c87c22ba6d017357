"""Operators' commands take the time they need; requests keep their limits."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.db import InternalError, OperationalError, connection

from guidance.management.commands import check_ledger
from guidance.management.patience import LIFTED, patient
from portal.postgresql.base import DatabaseWrapper

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="the limits are PostgreSQL's"),
]


def limits() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT setting FROM pg_settings WHERE name = ANY(%s)", [[*LIFTED]])
        return [setting for (setting,) in cursor.fetchall()]


@pytest.mark.parametrize("command", ["check_ledger", "migrate"])
def test_a_command_runs_without_the_limits_and_leaves_them_as_they_were(
    monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    seen: list[list[str]] = []
    before = limits()
    monkeypatch.setattr(check_ledger, "check", lambda: seen.append(limits()) or [])
    monkeypatch.setattr(
        "django.core.management.commands.migrate.Command.handle",
        lambda *args, **options: seen.append(limits()),
    )

    call_command(command, verbosity=0)

    assert "0" not in before
    assert seen == [["0", "0"]]
    assert limits() == before


@pytest.fixture
def hasty() -> Iterator[DatabaseWrapper]:
    """Give a connection whose limits are a fifth of a second."""
    options = " ".join(f"-c {name}=200ms" for name in LIFTED)
    made = DatabaseWrapper({**connection.settings_dict, "OPTIONS": {"options": options}})
    yield made
    made.close()


def long_statement(hasty: DatabaseWrapper) -> None:
    with hasty.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.5)")


def long_thought(hasty: DatabaseWrapper) -> None:
    hasty.set_autocommit(False)
    with hasty.cursor() as cursor:
        cursor.execute("SELECT 1")
        time.sleep(0.5)
        cursor.execute("SELECT 1")
    hasty.commit()
    hasty.set_autocommit(True)


@pytest.mark.parametrize("work", [long_statement, long_thought])
def test_what_cuts_off_a_request_does_not_cut_off_a_command(
    hasty: DatabaseWrapper, work: Callable[[DatabaseWrapper], None]
) -> None:
    with patient(hasty):
        work(hasty)

    with pytest.raises((OperationalError, InternalError)):
        work(hasty)
