"""Guessing passwords: five tries by name and address, then 429 in three languages."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client, override_settings

from tests.people import PASSWORD, enrol, person

LOGIN = "/admin/account/login/"
pytestmark = pytest.mark.django_db


def guess(
    username: str, given: str = "wrong", address: str = "192.0.2.1", **headers: str
) -> HttpResponse:
    form = {"login": username, "password": given}
    return Client().post(LOGIN, form, REMOTE_ADDR=address, headers=headers)


def lock_out(username: str, **headers: str) -> list[int]:
    return [guess(username, **headers).status_code for _ in range(5)]


def test_the_fifth_wrong_password_is_answered_with_429_in_three_languages() -> None:
    person("officer")

    statuses = lock_out("officer")
    refused = guess("officer", PASSWORD)

    assert statuses == [200, 200, 200, 200, 429]
    assert refused.status_code == 429
    for language in ("kk", "ru", "en"):
        assert f'<section lang="{language}">' in refused.content.decode()


def test_another_address_and_another_person_are_not_locked_out() -> None:
    enrol(person("officer"))
    enrol(person("colleague"))

    lock_out("officer")

    assert guess("officer", PASSWORD, address="192.0.2.2").status_code == 302
    assert guess("colleague", PASSWORD).status_code == 302


def test_the_lock_opens_after_a_quarter_of_an_hour() -> None:
    enrol(person("officer"))
    lock_out("officer")

    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=16)):
        assert guess("officer", PASSWORD).status_code == 302


def test_other_capitals_give_no_further_tries() -> None:
    person("officer")

    statuses = [guess(name).status_code for name in ("officer", "OFFICER", "Officer ", " offiCer")]
    fifth = guess("oFFICER")

    assert statuses == [200] * 4
    assert fifth.status_code == 429


def test_an_unknown_name_is_locked_like_a_known_one() -> None:
    assert lock_out("nobody") == [200, 200, 200, 200, 429]


def test_a_forged_forwarding_header_gives_no_further_tries_without_proxies() -> None:
    person("officer")

    statuses = [
        guess("officer", **{"X-Forwarded-For": f"203.0.113.{number}"}).status_code
        for number in range(5)
    ]

    assert statuses[-1] == 429


@override_settings(TRUSTED_PROXIES=1)
def test_behind_one_proxy_only_the_address_that_it_saw_counts() -> None:
    enrol(person("officer"))

    statuses = [
        guess("officer", **{"X-Forwarded-For": f"198.51.100.{number}, 203.0.113.7"}).status_code
        for number in range(5)
    ]
    elsewhere = guess("officer", PASSWORD, **{"X-Forwarded-For": "203.0.113.7, 203.0.113.8"})

    assert statuses[-1] == 429
    assert elsewhere.status_code == 302


@override_settings(TRUSTED_PROXIES=2)
@pytest.mark.parametrize("header", ["", ",", " , ", "203.0.113.7", "x" * 5000, "\x7f, \x7f"])
def test_a_broken_forwarding_header_breaks_nothing(header: str) -> None:
    assert guess("officer", **{"X-Forwarded-For": header}).status_code == 200
