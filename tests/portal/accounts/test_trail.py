"""What the audit keeps of signing in and of accounts, and what it never learns."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client, override_settings
from django.urls import reverse

from guidance.models import AuditEntry
from portal.accounts import totp
from portal.accounts.backend import client_address
from tests.people import PASSWORD, SECRET, administrator, enrol, person, sign_in

LOGIN = "/admin/account/login/"
CODE = "/admin/account/2fa/authenticate/"
NOW = datetime(2026, 11, 22, 9, 0, 10, tzinfo=UTC)
pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.small_site")]


def entry(action: str) -> AuditEntry:
    return AuditEntry.objects.get(action=action)


def test_who_signs_in_and_out_is_recorded_with_the_address(client: Client) -> None:
    officer = enrol(person("officer"))
    phone = {"headers": {"x-forwarded-for": "203.0.113.9"}}

    with time_machine.travel(NOW, tick=False), override_settings(TRUSTED_PROXIES=1):
        client.post(LOGIN, {"login": "officer", "password": PASSWORD}, **phone)
        assert not AuditEntry.objects.exists()
        client.post(CODE, {"code": totp.code_of(SECRET, totp.step_at(NOW))}, **phone)
        client.post("/admin/account/logout/", **phone)

    came, left = entry("SIGNED_IN"), entry("SIGNED_OUT")
    assert (came.actor, came.address, came.at) == (officer, "203.0.113.9", NOW)
    assert came.details["proofs"] == ["password", "mfa"]
    assert (left.actor, left.address) == (officer, "203.0.113.9")


def test_wagtails_way_out_is_recorded_too(client: Client) -> None:
    sign_in(client, person("officer"))

    client.post("/admin/logout/")

    assert entry("SIGNED_OUT").actor.username == "officer"
    assert "_auth_user_id" not in client.session


def test_a_wrong_password_is_recorded_for_whom_it_concerns(client: Client) -> None:
    officer = person("officer")

    client.post(LOGIN, {"login": "Officer", "password": "wrong"})

    failed = entry("SIGN_IN_FAILED")
    assert (failed.actor, failed.subject, failed.address) == (None, officer, "127.0.0.1")


def test_what_was_typed_as_a_name_is_never_kept(client: Client) -> None:
    client.post(LOGIN, {"login": "my-own-password-by-mistake", "password": "x"})

    assert entry("SIGN_IN_FAILED").subject is None
    assert "mistake" not in str(list(AuditEntry.objects.values()))


def test_a_wrong_code_is_recorded(client: Client) -> None:
    officer = enrol(person("officer"))
    client.post(LOGIN, {"login": "officer", "password": PASSWORD})

    client.post(CODE, {"code": "000000"})

    assert entry("CODE_FAILED").subject == officer


def test_a_new_password_is_recorded(client: Client) -> None:
    officer = person("officer")
    sign_in(client, officer)
    new = "caspian-saiga-lantern"

    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )

    assert entry("PASSWORD_CHANGED").actor == officer
    assert new not in str(list(AuditEntry.objects.values()))


def test_new_recovery_codes_are_recorded(
    client: Client, django_capture_on_commit_callbacks: object
) -> None:
    officer = person("officer")
    sign_in(client, officer)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        client.post(reverse("mfa_generate_recovery_codes"))

    made = entry("FACTOR_CHANGED")
    assert (made.actor, made.details) == (officer, {"step": "recovery codes made"})


def test_an_administrator_who_confirms_an_own_request_is_recorded() -> None:
    asking = sign_in(Client(), administrator("asking"))
    administrator("other")
    officer = person("officer")
    asking.post(reverse("people:renew", args=[officer.pk]))
    asked = officer.renewals.get()

    asking.post(reverse("people:confirm_invitation", args=[asked.pk]))

    refused = entry("REFUSED")
    assert (refused.subject, refused.details["refusal"]) == (officer, "SamePerson")
    assert refused.address == "127.0.0.1"


def test_an_address_carries_no_name_of_a_network_card() -> None:
    request = type("Request", (), {"headers": {}, "META": {"REMOTE_ADDR": "fe80::1%eth0"}})()

    assert client_address(request) == "fe80::1"
