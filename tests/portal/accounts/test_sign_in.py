"""Signing in: password, then second factor; machines, demo people and those who left stay out."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

from portal.accounts import totp
from portal.accounts.models import User
from tests.people import BACKEND, PASSWORD, SECRET, enrol, person, sign_in

LOGIN = "/admin/account/login/"
CODE = "/admin/account/2fa/authenticate/"
NOW = datetime(2026, 11, 22, 9, 0, 10, tzinfo=UTC)
pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.small_site")]


def give_password(client: Client, username: str, password: str = PASSWORD, **extra: str):
    return client.post(LOGIN, {"login": username, "password": password}, **extra)


def give_code(client: Client, at: datetime):
    return client.post(CODE, {"code": totp.code_of(SECRET, totp.step_at(at))})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_password_and_code_lead_to_the_admin(client: Client) -> None:
    enrol(person("officer"))

    with time_machine.travel(NOW, tick=False):
        asked = give_password(client, "officer")
        entered = give_code(client, NOW)
        signed_in = is_signed_in(client)

    assert asked["Location"] == CODE
    assert entered["Location"] == "/admin/"
    assert signed_in


def test_a_password_alone_signs_nobody_in_who_has_a_second_factor(client: Client) -> None:
    enrol(person("officer"))

    give_password(client, "officer")

    assert not is_signed_in(client)
    assert client.get("/admin/")["Location"].startswith(LOGIN)


def test_a_code_used_at_sign_in_opens_no_second_session(client: Client) -> None:
    enrol(person("officer"))
    thief = Client()

    with time_machine.travel(NOW, tick=False):
        give_password(client, "officer")
        give_code(client, NOW)
        give_password(thief, "officer")
        give_code(thief, NOW)

    assert not is_signed_in(thief)


def test_five_wrong_codes_at_sign_in_are_answered_with_a_wait(client: Client) -> None:
    enrol(person("officer"))

    with time_machine.travel(NOW, tick=False):
        give_password(client, "officer")
        for _ in range(5):
            client.post(CODE, {"code": "000000"})
        refused = give_code(client, NOW)

    assert not is_signed_in(client)
    assert refused.status_code == 200
    assert refused.context["form"].errors["code"]


def test_whoever_has_no_second_factor_sees_the_enrolment_and_nothing_else(client: Client) -> None:
    person("newcomer")

    give_password(client, "newcomer")

    for address in ("/admin/", "/admin/account/", "/admin/pages/", "/admin/logout/", "/admin/x/"):
        assert client.get(address)["Location"] == reverse("mfa_index"), address
    assert client.get(reverse("mfa_index")).status_code == 200


def test_a_session_opened_before_the_factor_was_enrolled_stays_outside(client: Client) -> None:
    user = person("newcomer")
    give_password(client, "newcomer")

    enrol(user)

    assert client.get("/admin/")["Location"].startswith("/admin/account/2fa/reauthenticate/")


def test_a_script_without_a_session_gets_403_and_no_page(client: Client) -> None:
    answer = client.get("/admin/", headers={"X-Requested-With": "XMLHttpRequest"})

    assert answer.status_code == 403


def test_an_enrolled_officer_reaches_the_admin(client: Client) -> None:
    sign_in(client, person("officer"))

    assert client.get("/admin/account/").status_code == 200


@override_settings(DEMO=False)
def test_demo_people_stay_outside_without_demo(client: Client) -> None:
    enrol(person("aqtobe-drafter", is_demo=True))

    answer = give_password(client, "aqtobe-drafter")

    assert answer.status_code == 200
    assert not is_signed_in(client)


@override_settings(DEMO=True)
def test_demo_people_come_in_with_demo(client: Client) -> None:
    enrol(person("aqtobe-drafter", is_demo=True))

    assert give_password(client, "aqtobe-drafter")["Location"] == CODE


@pytest.mark.parametrize("demo", [False, True])
def test_a_machine_never_signs_in_even_with_a_password(client: Client, demo: bool) -> None:
    person("archive-drafter", is_service=True)

    with override_settings(DEMO=demo):
        give_password(client, "archive-drafter")

    assert not is_signed_in(client)


@pytest.mark.parametrize("fields", [{"is_service": True}, {"is_demo": True}, {"is_active": False}])
def test_a_session_made_for_whom_may_not_sign_in_is_empty(
    client: Client, fields: dict[str, bool]
) -> None:
    user = person("nobody", **fields)

    client.force_login(user, backend=BACKEND)

    assert client.get("/admin/")["Location"].startswith(LOGIN)


def test_whoever_is_deactivated_is_out_with_the_next_request(client: Client) -> None:
    user = person("leaver")
    sign_in(client, user)

    User.objects.filter(pk=user.pk).update(is_active=False)

    assert client.get("/admin/")["Location"].startswith(LOGIN)


def test_unknown_wrong_and_closed_accounts_get_the_same_answer(client: Client) -> None:
    person("officer")
    person("leaver", is_active=False)

    tries = [("nobody", PASSWORD), ("officer", "wrong"), ("leaver", PASSWORD), ("leaver", "wrong")]
    answers = [give_password(Client(), name, password) for name, password in tries]

    said = {(answer.status_code, str(answer.context["form"].errors)) for answer in answers}
    assert len(said) == 1


def test_capitals_in_the_username_do_not_matter(client: Client) -> None:
    enrol(person("officer"))

    assert give_password(client, "  OffIcer ")["Location"] == CODE


@pytest.mark.parametrize("lookalike", ["оfficer", "offіcer", "officer\u200b", "ｏfficer"])
def test_a_lookalike_letter_matches_nobody(client: Client, lookalike: str) -> None:
    enrol(person("officer"))

    assert give_password(client, lookalike).status_code == 200


@pytest.mark.parametrize(
    "name", ["\x00", "a\x00b", "x" * 10_000, "'; DROP TABLE", "\r\nSet-Cookie: a"]
)
def test_a_hostile_username_is_refused_calmly(client: Client, name: str) -> None:
    assert give_password(client, name).status_code == 200


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "////evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "https:/evil.example",
        "http:///evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "\thttps://evil.example",
        "/%09/evil.example\n//evil.example",
        "https://testserver@evil.example/",
        "https://testserver.evil.example/",
        "ftp://testserver/",
        "\x08//evil.example",
        "http://[::1",
    ],
)
def test_next_leads_nowhere_outside(client: Client, target: str) -> None:
    enrol(person("officer"))

    with time_machine.travel(NOW, tick=False):
        client.post(LOGIN, {"login": "officer", "password": PASSWORD, "next": target})
        entered = give_code(client, NOW)
    left = client.post("/admin/account/logout/", {"next": target})

    assert entered["Location"] == "/admin/"
    assert left["Location"] == LOGIN


def test_next_leads_back_to_the_page_that_was_asked_for(client: Client) -> None:
    enrol(person("officer"))
    wanted = client.get("/admin/reports/?a=1")["Location"]

    with time_machine.travel(NOW, tick=False):
        client.post(
            LOGIN, {"login": "officer", "password": PASSWORD, "next": "/admin/reports/?a=1"}
        )
        entered = give_code(client, NOW)

    assert wanted == f"{LOGIN}?next=/admin/reports/%3Fa%3D1"
    assert entered["Location"] == "/admin/reports/?a=1"


def test_the_session_is_renewed_at_sign_in(client: Client) -> None:
    enrol(person("officer"))
    with time_machine.travel(NOW, tick=False):
        give_password(client, "officer")
        before = client.session.session_key
        give_code(client, NOW)

    assert client.session.session_key != before


def test_a_session_ends_after_twelve_hours(client: Client) -> None:
    sign_in(client, person("officer"))

    with time_machine.travel(datetime.now(UTC) + timedelta(hours=13)):
        assert client.get("/admin/")["Location"].startswith(LOGIN)


def test_signing_out_needs_a_post(client: Client) -> None:
    sign_in(client, person("officer"))

    client.get("/admin/account/logout/")
    assert is_signed_in(client)

    client.post("/admin/account/logout/")
    assert not is_signed_in(client)


def test_wagtails_own_sign_in_leads_to_ours(client: Client) -> None:
    enrol(person("officer"))

    answer = client.post("/admin/login/", {"username": "officer", "password": PASSWORD})

    assert answer["Location"].startswith(LOGIN)
    assert not is_signed_in(client)


def test_passwords_are_proved_by_our_backend_alone() -> None:
    assert settings.AUTHENTICATION_BACKENDS == ["axes.backends.AxesStandaloneBackend", BACKEND]
