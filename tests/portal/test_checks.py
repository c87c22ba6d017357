"""What `check --deploy` refuses."""

import os
import subprocess
import sys
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import override_settings

from portal import checks

GOOD = {
    "PLAIN_HTTP": False,
    "DEMO": False,
    "SECRET_KEY": "k3yW1thM4nyD1ff3rentCh4ractersAndEn0ughL3ngthF0rAl7",
    "ALLOWED_HOSTS": ["dengei.example"],
    "BASE_URL": "https://dengei.example",
}


def refused(**changes: Any) -> list[str]:
    with override_settings(**{**GOOD, **changes}):
        return [str(message.id) for message in checks.check_posture()]


def test_a_machine_that_is_set_up_well_passes() -> None:
    assert refused() == []


@pytest.mark.parametrize(
    ("changes", "id"),
    [
        ({"PLAIN_HTTP": True}, "portal.E001"),
        ({"DEMO": True}, "portal.E002"),
        ({"SECRET_KEY": "short"}, "portal.E003"),
        ({"SECRET_KEY": "ab" * 40}, "portal.E003"),
        ({"ALLOWED_HOSTS": []}, "portal.E004"),
        ({"ALLOWED_HOSTS": ["*"]}, "portal.E004"),
        ({"ALLOWED_HOSTS": [".dengei.example"]}, "portal.E004"),
        ({"BASE_URL": ""}, "portal.E005"),
        ({"BASE_URL": "http://dengei.example"}, "portal.E005"),
    ],
)
def test_a_loose_posture_is_refused_by_name(changes: dict[str, Any], id: str) -> None:
    assert refused(**changes) == [id]


def test_time_zones_older_than_2024_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    zone, moment, _ = checks.ZONE_PROOF
    monkeypatch.setattr(checks, "ZONE_PROOF", (zone, moment, timedelta(hours=6)))

    assert refused() == ["portal.E006"]


def test_the_command_itself_passes_in_production_and_fails_in_a_demo() -> None:
    good = {
        "SECRET_KEY": GOOD["SECRET_KEY"],
        "ALLOWED_HOSTS": "dengei.example",
        "BASE_URL": "https://dengei.example",
    }
    loose = {"DEMO": "1", "PLAIN_HTTP": "1"}

    passed, failed = check_deploy(good), check_deploy(good | loose)

    assert passed.returncode == 0, passed.stderr
    assert failed.returncode == 1
    assert "portal.E001" in failed.stderr
    assert "portal.E002" in failed.stderr


def check_deploy(variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    own = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
    inherited = {name: value for name, value in os.environ.items() if name not in own}
    command = ["manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(
        [sys.executable, *command],
        cwd=settings.BASE_DIR, env=inherited | variables, capture_output=True, text=True,
    )  # fmt: skip


class FakeCursor:
    """Answer what PostgreSQL would say of its settings."""

    def __init__(self, shown: dict[str, str]) -> None:
        self.shown = shown

    def __enter__(self) -> "FakeCursor":
        return self

    def __exit__(self, *args: object) -> None: ...

    def execute(self, sql: str, parameters: list[str]) -> None:
        self.name = parameters[0]

    def fetchone(self) -> tuple[str]:
        return (self.shown[self.name],)


class FakeConnection:
    """Be a connection to PostgreSQL that was set up in some way, or that fails."""

    vendor = "postgresql"

    def __init__(self, **changes: str) -> None:
        good = dict.fromkeys(checks.NEEDED_TIMEOUTS, "5s") | {"synchronous_commit": "on"}
        self.shown = {**good, **changes}

    def cursor(self) -> FakeCursor:
        return FakeCursor(self.shown)


class DeadConnection(FakeConnection):
    """Refuse every cursor."""

    def cursor(self) -> FakeCursor:
        raise OperationalError("refused")


@pytest.mark.parametrize(
    ("connection", "said"),
    [
        (FakeConnection(), []),
        (FakeConnection(lock_timeout="0"), ["lock_timeout is not set on the connection."]),
        (
            FakeConnection(statement_timeout="0", synchronous_commit="off"),
            [
                "statement_timeout is not set on the connection.",
                "synchronous_commit is not set on the connection.",
            ],
        ),
        (DeadConnection(), ["The database does not answer: refused"]),
    ],
)
def test_a_connection_that_waits_for_ever_or_forgets_is_refused(
    monkeypatch: pytest.MonkeyPatch, connection: FakeConnection, said: list[str]
) -> None:
    monkeypatch.setattr(checks, "connection", connection)

    assert [message.msg for message in checks.check_database_times()] == said
