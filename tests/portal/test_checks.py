"""What `check --deploy` refuses."""

import os
import subprocess
import sys
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.checks import WARNING
from django.db import connection
from django.test import override_settings

from portal import checks
from portal.postgresql.base import DatabaseWrapper
from tests.postgres import free_port

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


def test_a_machine_without_pango_is_told_what_posters_need(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(checks, "find_library", lambda _name: None)

    (message,) = checks.check_paper()

    assert message.level < WARNING, "everything else works there"
    assert "libpango-1.0-0" in message.msg


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


def said_of_the_connection() -> list[str]:
    return [message.msg for message in checks.check_database_times()]


@pytest.mark.django_db
def test_the_portals_own_connection_waits_for_nobody_and_forgets_nothing() -> None:
    assert said_of_the_connection() == []


@pytest.mark.skipif(connection.vendor != "postgresql", reason="the limits are PostgreSQL's")
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("idle_in_transaction_session_timeout", "0"),
        ("idle_in_transaction_session_timeout", "6s"),
        ("lock_timeout", "0"),
        ("statement_timeout", "0"),
        ("client_connection_check_interval", "0"),
        ("tcp_keepalives_idle", "7200"),
        ("tcp_user_timeout", "0"),
        ("synchronous_commit", "off"),
    ],
)
def test_a_connection_that_waits_too_long_or_forgets_is_refused(name: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL {name} = '{value}'")

    (said,) = said_of_the_connection()

    assert said.startswith(f"On the connection, {name} is ")


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = {**connection.settings_dict, "HOST": "127.0.0.1", "PORT": free_port()}
    options = {"connect_timeout": 2}
    dead = DatabaseWrapper({**facts, "NAME": "portal", "USER": "portal", "OPTIONS": options})
    monkeypatch.setattr(checks, "connection", dead)

    (said,) = said_of_the_connection()

    assert said.startswith("The database does not answer")
