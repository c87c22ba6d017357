"""While the database does not answer: 503 in the person's language, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

REASON = "Келте нұсқасы жоқ <b>сөйлем</b>, екі\nжолда."


@pytest.fixture
def dead_database(db: None) -> Iterator[None]:
    """Let every statement fail as it does when the server is gone."""

    def fail(*args: Any) -> Any:
        raise OperationalError("the connection is lost")

    with connection.execute_wrapper(fail):
        yield


@pytest.fixture
def browser() -> Client:
    """Give a browser with a session that nobody can look up."""
    client = Client(raise_request_exception=False)
    client.cookies["__Host-session"] = "a" * 32
    return client


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "Порталдың дерекқоры жауап бермей тұр"),
        ("ru", "База данных портала не отвечает"),
        ("en", "The portal's database does not answer"),
    ],
)
def test_an_editor_is_told_in_the_language_of_the_admin(
    dead_database: None, browser: Client, language: str, words: str
) -> None:
    browser.cookies["language"] = language

    response = browser.get("/admin/desk/")

    assert response.status_code == 503
    assert response["Retry-After"] == "5"
    assert response["Cache-Control"] == "no-store, private"
    assert f'<html lang="{language}">' in response.text
    assert words in response.text


def test_what_an_editor_typed_comes_back_ready_to_be_sent_again(
    dead_database: None, browser: Client
) -> None:
    typed = {"reason_kk": REASON, "regions": ["KZ-15", "KZ-71"], "action": "save"}

    response = browser.post("/admin/desk/declare/?from=1", {**typed, "code": "123456"})

    assert response.status_code == 503
    page = response.text
    assert '<form method="post" action="/admin/desk/declare/?from=1">' in page
    for name, value in (("regions", "KZ-15"), ("regions", "KZ-71"), ("action", "save")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page
    assert '<p lang="kk">Келте нұсқасы жоқ &lt;b&gt;сөйлем&lt;/b&gt;' in page
    assert "123456" not in page


def test_a_password_never_comes_back(dead_database: None, browser: Client) -> None:
    response = browser.post(reverse("account_login"), {"login": "aigul", "password": "wormwood"})

    assert response.status_code == 503
    assert "wormwood" not in response.text
    assert "aigul" not in response.text


@pytest.mark.parametrize("address", ["/kk/", "/ru/regions/", "/en/history/", "/api/v1/situation"])
def test_a_reader_is_told_with_the_emergency_numbers(
    dead_database: None, browser: Client, address: str
) -> None:
    response = browser.get(address)

    assert response.status_code == 503
    assert 'href="tel:112"' in response.text


def test_any_other_fault_is_still_a_fault(
    browser: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **options: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr("guidance.views.regions.present_ground", fail)

    assert browser.get("/en/regions/").status_code == 500


def test_readiness_is_red(dead_database: None) -> None:
    response = Client().get("/readyz")

    assert response.status_code == 503
    assert response.json() == {"ready": False, "database": False}
