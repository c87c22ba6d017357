"""Enrolling and removing a second factor, and the password behind it."""

import re
from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

from portal.accounts import second_factor, totp
from portal.accounts.models import User
from tests.people import PASSWORD, SECRET, enrol, person, sign_in

ENROL = "/admin/account/2fa/totp/activate/"
pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.small_site")]


@pytest.fixture
def newcomer() -> User:
    return person("newcomer")


@pytest.fixture
def entered(client: Client, newcomer: User) -> Client:
    """Sign the newcomer in by password, confirmed once more as enrolment asks."""
    client.post("/admin/account/login/", {"login": "newcomer", "password": PASSWORD})
    client.post(f"/admin/account/reauthenticate/?next={ENROL}", {"password": PASSWORD})
    return client


def enrol_app(client: Client) -> str:
    secret = re.search(r"<code>(\w+)</code>", client.get(ENROL).content.decode())
    assert secret
    code = totp.code_of(secret[1], totp.step_at(datetime.now(UTC)))
    answer = client.post(ENROL, {"code": code})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    return code


def test_the_password_is_asked_again_before_an_app_is_enrolled(
    client: Client, newcomer: User
) -> None:
    client.post("/admin/account/login/", {"login": "newcomer", "password": PASSWORD})

    asked = client.get(ENROL)
    wrong = client.post(f"/admin/account/reauthenticate/?next={ENROL}", {"password": "wrong"})
    right = client.post(f"/admin/account/reauthenticate/?next={ENROL}", {"password": PASSWORD})

    assert asked["Location"].startswith("/admin/account/reauthenticate/")
    assert wrong.context["form"].errors["password"]
    assert right["Location"] == ENROL


def test_an_enrolled_app_opens_this_session_and_its_code_nothing_more(
    entered: Client, newcomer: User
) -> None:
    used = enrol_app(entered)

    assert entered.get("/admin/account/").status_code == 200
    assert second_factor.accept_code(newcomer, used, datetime.now(UTC)) is None


def test_the_secret_is_shown_as_a_picture_and_as_text_without_inline_style(entered: Client) -> None:
    page = entered.get(ENROL).content.decode()

    assert "<svg" in page
    assert "style=" not in page
    assert "data:" not in page


def test_a_wrong_first_code_enrols_nothing(entered: Client, newcomer: User) -> None:
    entered.get(ENROL)

    answer = entered.post(ENROL, {"code": "000000"})

    assert answer.context["form"].errors["code"]
    assert not Authenticator.objects.filter(user=newcomer).exists()
    assert entered.get("/admin/").status_code == 302


def test_recovery_codes_are_shown_once(entered: Client) -> None:
    enrol_app(entered)
    address = reverse("mfa_view_recovery_codes")

    first, second = (entered.get(address).content.decode() for _ in range(2))

    assert len(re.findall(r"<li>\d{8}</li>", first)) == 10
    assert not re.findall(r"<li>\d{8}</li>", second)
    assert entered.get(reverse("mfa_download_recovery_codes")).status_code in (403, 404)


def test_the_last_second_factor_stays(client: Client, newcomer: User) -> None:
    sign_in(client, newcomer)

    client.post(reverse("mfa_deactivate_totp"))

    assert Authenticator.objects.filter(user=newcomer, type="totp").exists()


def test_the_last_key_stays_and_one_of_two_goes(client: Client, newcomer: User) -> None:
    keys = [
        Authenticator.objects.create(user=newcomer, type="webauthn", data={"name": name})
        for name in ("first", "second")
    ]
    sign_in(client, newcomer)

    first = client.post(reverse("mfa_remove_webauthn", args=[keys[0].pk]))
    last = client.post(reverse("mfa_remove_webauthn", args=[keys[1].pk]))

    assert first.status_code == 302
    assert last.status_code == 403
    assert [key.pk for key in Authenticator.objects.filter(user=newcomer)] == [keys[1].pk]


def test_nobody_touches_the_key_of_another_person(client: Client, newcomer: User) -> None:
    theirs = Authenticator.objects.create(user=newcomer, type="webauthn", data={"name": "theirs"})
    sign_in(client, person("stranger"))

    for name in ("mfa_remove_webauthn", "mfa_edit_webauthn"):
        assert client.post(reverse(name, args=[theirs.pk]), {"name": "x"}).status_code == 404


def test_a_password_is_no_longer_enough_once_there_is_a_second_factor(
    client: Client, newcomer: User
) -> None:
    sign_in(client, newcomer, second_factor_age=301)

    for address in (reverse("mfa_add_webauthn"), reverse("account_change_password")):
        asked = client.get(address)["Location"]
        assert asked.startswith("/admin/account/2fa/reauthenticate/"), address
    refused = client.post("/admin/account/reauthenticate/", {"password": PASSWORD})
    assert refused["Location"].startswith("/admin/account/2fa/reauthenticate/")


def test_a_new_password_ends_the_other_sessions(client: Client, newcomer: User) -> None:
    elsewhere = sign_in(Client(), newcomer)
    sign_in(client, newcomer)
    form = {"oldpassword": PASSWORD, "password1": "another-kettle", "password2": "another-kettle"}

    client.post(reverse("account_change_password"), form)

    assert client.get("/admin/account/").status_code == 200
    assert elsewhere.get("/admin/")["Location"].startswith("/admin/account/login/")


@pytest.mark.parametrize("weak", ["short", "password1234", "newcomer-newcomer", "123456789012"])
def test_a_weak_password_is_refused(client: Client, newcomer: User, weak: str) -> None:
    User.objects.filter(pk=newcomer.pk).update(username="newcomer-newcomer")
    newcomer.refresh_from_db()
    sign_in(client, newcomer)
    form = {"oldpassword": PASSWORD, "password1": weak, "password2": weak}

    answer = client.post(reverse("account_change_password"), form)

    assert answer.context["form"].errors


def test_secrets_outlive_a_change_of_the_secret_key(newcomer: User) -> None:
    sealed = Authenticator.objects.get(user=enrol(newcomer)).data["secret"]

    with override_settings(SECRET_KEY="another" * 10, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert decrypt(sealed) == SECRET
