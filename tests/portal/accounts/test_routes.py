"""What exists under /admin/account/, and that nothing lets a stranger make an account."""

from collections.abc import Iterator

import pytest
from allauth.urls import urlpatterns as allauth_patterns
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from portal.accounts.models import User
from tests.people import administrator, person, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.small_site")]
EXPECTED = {
    "account_change_password",
    "account_inactive",
    "account_invitation",
    "account_language",
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_authenticate",
    "mfa_deactivate_totp",
    "mfa_download_recovery_codes",
    "mfa_edit_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
}


def named(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from named(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


def sign_in_patterns() -> list[URLPattern | URLResolver]:
    admin = [p for p in get_resolver().url_patterns if str(p.pattern) == "admin/"]
    return next(p.url_patterns for p in admin[0].url_patterns if str(p.pattern) == "account/")


def test_only_these_routes_exist_under_the_account() -> None:
    assert set(named(sign_in_patterns())) == EXPECTED


def test_every_other_route_of_allauth_is_404_signed_in_or_not(client: Client) -> None:
    closed = [
        "signup/", "signup/passkey/", "email/", "confirm-email/", "confirm-email/a:b/",
        "password/set/", "password/reset/", "password/reset/done/", "password/reset/key/done/",
        "password/reset/key/1-set-password/", "login/code/", "login/code/confirm/",
        "phone/verify/", "phone/change/", "2fa/webauthn/login/", "2fa/webauthn/signup/",
        "2fa/trust/", "social/signup/", "3rdparty/", "sessions/", "oidc/", "anything/",
    ]  # fmt: skip
    signed_in = sign_in(Client(), person("officer"))

    for part in closed:
        for visitor in (client, signed_in):
            assert visitor.get(f"/admin/account/{part}").status_code == 404, part
            assert visitor.post(f"/admin/account/{part}", {}).status_code == 404, part
    assert len(list(named(list(allauth_patterns)))) > len(EXPECTED)


def test_nobody_signs_up_by_any_post(client: Client) -> None:
    form = {"username": "intruder", "email": "a@b.kz", "password1": "x" * 20, "password2": "x" * 20}

    for part in ("signup/", "login/", "password/set/", "invitation/guess/", "2fa/authenticate/"):
        client.post(f"/admin/account/{part}", form)

    assert not User.objects.filter(username="intruder").exists()


@pytest.mark.parametrize(
    "address",
    [
        "users/", "users/add/", "users/1/", "users/1/delete/", "groups/", "groups/new/",
        "groups/edit/1/", "password_reset/", "bulk/accounts/user/delete/",
        "bulk/accounts/user/assign_role/", "bulk/auth/group/delete/",
    ],
)  # fmt: skip
def test_no_screen_lets_one_person_make_users_or_give_rights(client: Client, address: str) -> None:
    sign_in(client, administrator("administrator"))

    assert client.get(f"/admin/{address}").status_code == 404
    assert client.post(f"/admin/{address}", {}).status_code == 404


@pytest.mark.urls("portal.urls")
@pytest.mark.parametrize("address", ["/api/v2/", "/api/v3/", "/admin/account/signup", "/accounts/"])
def test_apis_and_addresses_that_were_never_mounted_are_404(
    client: Client, home: object, address: str
) -> None:
    assert client.get(address, follow=True).status_code == 404


def test_every_page_of_signing_in_asks_strangers_to_sign_in(client: Client) -> None:
    opened = {"account_login", "account_inactive", "account_language", "account_invitation"}
    asked = 0

    for name in EXPECTED - opened:
        has_key = name in {"mfa_edit_webauthn", "mfa_remove_webauthn"}
        answer = client.get(reverse(name, kwargs={"pk": 1} if has_key else None))
        asked += 1
        assert answer.status_code == 302, name
        assert answer["Location"].startswith("/admin/account/login/"), name

    assert asked == len(EXPECTED) - len(opened)
