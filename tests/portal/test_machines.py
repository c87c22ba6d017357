"""Fixed addresses for machines: alive, ready, robots, security contact, uploads."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
import time_machine
from django.conf import settings
from django.db import OperationalError
from django.test import Client, override_settings
from django.urls import resolve

from guidance.checking import keep_result
from guidance.models import Ledger
from portal import machines
from tests.factories import DAY, NOON

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.urls("tests.portal.small_site")


@pytest.fixture
def ledgers(db: None) -> None:
    for exercise in (False, True):
        Ledger.objects.get_or_create(exercise=exercise)


@pytest.mark.urls("portal.urls")
@pytest.mark.parametrize(
    "address", ["/healthz", "/readyz", "/robots.txt", "/.well-known/security.txt", "/media/a.png"]
)
def test_the_portal_has_the_fixed_addresses(address: str) -> None:
    assert resolve(address).func.__module__ == "portal.machines"


def test_healthz_answers_without_a_database(client: Client) -> None:
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-cache" in answer["Cache-Control"]


def test_readyz_is_green_with_a_whole_ledger(client: Client, ledgers: None) -> None:
    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {
        "ready": True,
        "database": True,
        "ledgers": [
            {"exercise": False, "count": 0, "verified": True},
            {"exercise": True, "count": 0, "verified": True},
        ],
        "last_check": None,
        "oldest_unsent_seconds": None,
    }


def test_readyz_tells_the_last_check_of_the_whole_ledger(client: Client, ledgers: None) -> None:
    keep_result([], NOON)

    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json()["last_check"] == {"at": "2026-11-22T12:00:00Z", "problems": 0}


def test_readyz_is_red_when_the_last_check_found_something(client: Client, ledgers: None) -> None:
    keep_result([], NOON - DAY)
    keep_result(["2026-0001: its bulletin does not have the hash that it claims"], NOON)

    assert client.get("/readyz").status_code == 503

    keep_result([], NOON + DAY)
    assert client.get("/readyz").status_code == 200


def test_readyz_is_red_when_the_ledger_counts_what_is_not_there(
    client: Client, ledgers: None
) -> None:
    Ledger.objects.filter(exercise=False).update(count=1)

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert not answer.json()["ledgers"][0]["verified"]


@pytest.mark.django_db
def test_readyz_is_red_without_a_ledger(client: Client) -> None:
    with patch.object(machines.Ledger, "objects") as ledgers:
        ledgers.order_by.return_value = []
        answer = client.get("/readyz")

    assert answer.status_code == 503


def test_readyz_is_red_without_a_database_and_tells_nothing_more(client: Client) -> None:
    with patch.object(machines.Ledger, "objects") as ledgers:
        ledgers.order_by.side_effect = OperationalError("host=10.0.0.5 password=secret")
        answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "database": False}


def test_robots_stay_out_of_the_admin_and_find_the_pages(client: Client) -> None:
    answer = client.get("/robots.txt")

    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Sitemap: https://dengei.example/sitemap.xml",
        "Sitemap: https://dengei.example/sitemap-news.xml",
    ]


def test_security_txt_names_the_contact_for_half_a_year(client: Client) -> None:
    with time_machine.travel(NOW):
        answer = client.get("/.well-known/security.txt")

    lines = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert lines == {
        "Contact": "mailto:desk@dengei.example",
        "Expires": (NOW + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z"),
        "Preferred-Languages": "kk, ru, en",
        "Canonical": "https://dengei.example/.well-known/security.txt",
    }


@override_settings(OPERATOR_CONTACT="https://dengei.example/contact")
def test_a_contact_that_is_an_address_stays_as_it_is(client: Client) -> None:
    answer = client.get("/.well-known/security.txt")

    assert b"Contact: https://dengei.example/contact\n" in answer.content


@override_settings(OPERATOR_CONTACT="")
@pytest.mark.django_db
def test_without_a_contact_there_is_no_security_txt(client: Client) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize("address", ["/healthz", "/robots.txt", "/readyz", "/media/x.png"])
@pytest.mark.django_db
def test_machines_are_only_read(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    for name in ("photo.png", "drawing.svg", "page.html", "note.pdf", "noname"):
        (tmp_path / name).write_bytes(b"<script>alert(1)</script>")
    (tmp_path.parent / "outside.png").write_bytes(b"secret")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "is_shown"),
    [("photo.png", True), ("drawing.svg", False), ("page.html", False), ("note.pdf", False),
     ("noname", False)],
)  # fmt: skip
def test_an_upload_runs_nothing_and_only_pictures_are_shown(
    client: Client, db: None, uploads: Path, name: str, is_shown: bool
) -> None:
    with override_settings(MEDIA_ROOT=uploads):
        answer = client.get(f"/media/{name}")
    answer.close()

    assert answer.status_code == 200
    assert answer.get("Content-Disposition", "").startswith("attachment") is not is_shown
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize(
    "path",
    ["../outside.png", "..%2foutside.png", "%2e%2e/outside.png", "....//outside.png",
     "..\\outside.png", "%00", "photo.png%00.html", "/etc/passwd", ".", "", "a/../../outside.png"],
)  # fmt: skip
@pytest.mark.django_db
def test_nothing_outside_the_uploads_is_served(client: Client, uploads: Path, path: str) -> None:
    with override_settings(MEDIA_ROOT=uploads):
        answer = client.get(f"/media/{path}")

    assert answer.status_code in (301, 400, 404)
    assert b"secret" not in getattr(answer, "content", b"")


def test_drawings_that_may_carry_scripts_are_no_pictures_to_upload() -> None:
    assert "svg" not in settings.WAGTAILIMAGES_EXTENSIONS
    assert settings.WAGTAILDOCS_EXTENSIONS == ["pdf"]
