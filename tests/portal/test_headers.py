"""What browsers are told with every answer, errors included."""

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings

from tests.people import enrol, person, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.small_site")]
STRICT = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "form-action 'self'",
    "frame-ancestors 'none'", "base-uri 'none'",
}  # fmt: skip


def policy(answer: HttpResponse) -> set[str]:
    return {part.strip() for part in answer["Content-Security-Policy"].split(";")}


@pytest.fixture
def forgiving() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 302), ("/kk/x/", 200), ("/kk/x", 301), ("/kk/none/", 404), ("/none", 404),
        ("/broken/", 500), ("/ru/broken/", 500), ("/healthz", 200), ("/api/v1/thing", 200),
        ("/admin/account/login/", 200), ("/admin/account/none/", 404),
    ],
)  # fmt: skip
def test_every_public_answer_carries_the_strict_policy(
    forgiving: Client, address: str, status: int
) -> None:
    answer = forgiving.get(address)

    assert answer.status_code == status
    assert policy(answer) == STRICT
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert status == 301 or answer["X-Frame-Options"] == "DENY"  # a slash is added further out
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Permissions-Policy"].startswith("camera=(), ")
    assert "unsafe" not in answer["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["/kk/x/", "/none", "/broken/"])
def test_a_request_for_an_unknown_host_is_400_with_the_headers(
    forgiving: Client, address: str
) -> None:
    answer = forgiving.get(address, headers={"Host": "evil.example"})

    assert answer.status_code == 400
    assert policy(answer) == STRICT


@override_settings(SECURE_SSL_REDIRECT=True)
def test_plain_http_is_led_to_https_and_https_stays_for_two_years(client: Client) -> None:
    plain = client.get("/kk/x/")
    secure = client.get("/kk/x/", secure=True)

    assert (plain.status_code, plain["Location"]) == (301, "https://testserver/kk/x/")
    assert secure["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"


@pytest.mark.parametrize(
    "address", ["/", "/kk/x/", "/none", "/broken/", "/healthz", "/api/v1/thing"]
)
def test_a_public_page_sets_and_reads_no_cookie(forgiving: Client, address: str) -> None:
    answer = forgiving.get(address)

    assert not answer.cookies
    assert "cookie" not in answer.get("Vary", "").lower()


def test_a_public_page_stays_cacheable_for_an_editor_who_is_signed_in(client: Client) -> None:
    sign_in(client, person("officer"))

    answer = client.get("/kk/x/")

    assert not answer.cookies
    assert "cookie" not in answer.get("Vary", "").lower()


def test_the_admin_may_be_inline_but_never_evaluates_strings(client: Client) -> None:
    sign_in(client, person("officer"))

    parts = policy(client.get("/admin/account/"))

    assert "script-src 'self' 'unsafe-inline'" in parts
    assert "frame-ancestors 'self'" in parts
    assert not any("unsafe-eval" in part or "nonce" in part or "http" in part for part in parts)


def test_a_preview_may_stand_in_the_editors_frame_and_a_page_may_not(client: Client) -> None:
    preview, page = client.get("/kk/preview/"), client.get("/kk/x/")

    assert policy(preview) - policy(page) == {"frame-ancestors 'self'"}
    assert policy(page) - policy(preview) == {"frame-ancestors 'none'"}
    assert (preview["X-Frame-Options"], page["X-Frame-Options"]) == ("SAMEORIGIN", "DENY")


def test_the_cookies_of_a_session_are_for_this_host_and_hidden_from_scripts(client: Client) -> None:
    enrol(person("officer"))
    form = {"login": "officer", "password": "steppe-wormwood-kettle"}
    shown = client.get("/admin/account/login/", secure=True)
    entered = client.post("/admin/account/login/", form, secure=True)
    chosen = client.post("/admin/account/language/", {"language": "ru"}, secure=True)

    cookies = {**shown.cookies, **entered.cookies, **chosen.cookies}
    assert set(cookies) == {"__Host-session", "__Host-csrf", "language"}
    for name, cookie in cookies.items():
        assert cookie["secure"], name
        assert cookie["httponly"], name
        assert cookie["samesite"] == "Lax", name
        assert not cookie["domain"], name
        assert cookie["path"] == ("/admin/" if name == "language" else "/"), name


def test_a_post_without_a_token_is_refused_everywhere_under_the_admin() -> None:
    strict = Client(enforce_csrf_checks=True)

    for address in ("login/", "logout/", "language/", "2fa/authenticate/"):
        refused = strict.post(f"/admin/account/{address}", {})
        assert refused.status_code == 403, address
        assert policy(refused) == STRICT
        for language in ("kk", "ru", "en"):
            assert f'<section lang="{language}">' in refused.content.decode()
