"""The language of a request: from the path; `/` alone asks the browser."""

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.users.models import UserProfile

from tests.people import person, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.small_site")]


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("kk", "kk"), ("kk-KZ", "kk"), ("kk-Cyrl-KZ", "kk"), ("kk-Latn", "kk"),
        ("ru", "ru"), ("ru-KZ,ru;q=0.9", "ru"), ("RU", "ru"),
        ("en-US,en;q=0.5", "en"), ("de,en", "en"), ("de,ru;q=0.5,en;q=0.7", "en"),
        ("en;q=0,ru", "ru"),
        ("kz", "kk"), ("*", "kk"), ("", "kk"), ("de", "kk"), ("de;q=1.0,fr", "kk"),
        (";;;", "kk"), ("ru;q=9", "kk"), ("../../etc/passwd", "kk"), ("\x00", "kk"),
        ("ru\r\nSet-Cookie: a=b", "kk"), ("a" * 100_000, "kk"), ("a-" * 5_000 + "ru", "kk"),
        ("ru," * 5_000, "ru"),
        ("ru;q=0.1," * 100_000 + "en", "ru"), ("қазақша", "kk"),
        ("en-" + "x" * 600, "kk"), ("zh-Hant-TW", "kk"),
    ],
)  # fmt: skip
def test_the_bare_address_leads_to_a_language_the_reader_has(
    client: Client, accepted: str, language: str
) -> None:
    answer = client.get("/", headers={"Accept-Language": accepted})

    assert (answer.status_code, answer["Location"]) == (302, f"/{language}/")
    assert answer["Vary"] == "Accept-Language"
    assert not answer.cookies


def test_the_bare_address_reads_no_cookie_and_answers_no_post(client: Client) -> None:
    client.cookies["language"] = "en"

    assert client.get("/")["Location"] == "/kk/"
    assert client.head("/").status_code == 302
    assert client.post("/").status_code == 405


def test_the_bare_address_keeps_no_query(client: Client) -> None:
    assert client.get("/?next=//evil.example/")["Location"] == "/kk/"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_prefixed_path_speaks_its_language_whatever_the_browser_wants(
    client: Client, language: str
) -> None:
    client.cookies["language"] = "en" if language == "ru" else "ru"

    answer = client.get(f"/{language}/x/", headers={"Accept-Language": "en,ru,kk"})

    assert answer.content.decode() == f"{language} {language}"
    assert_cacheable(answer)
    assert answer["Content-Language"] == language


def assert_cacheable(answer: HttpResponse) -> None:
    varies = {part.strip().lower() for part in answer.get("Vary", "").split(",")}
    assert not varies & {"cookie", "accept-language"}, varies
    assert not answer.cookies


@pytest.mark.parametrize(
    "address", ["/unknown/", "/api/v1/none", "/feeds/", "/kz/", "/kkk/", "/KK/x/"]
)
def test_an_unknown_path_without_a_language_is_a_plain_404(client: Client, address: str) -> None:
    answer = client.get(address, headers={"Accept-Language": "ru"})

    assert answer.status_code == 404
    assert_cacheable(answer)


def test_a_path_without_a_language_speaks_kazakh_and_stays_cacheable(client: Client) -> None:
    answer = client.get("/api/v1/thing", headers={"Accept-Language": "ru"})

    assert answer.content.decode() == "kk kk"
    assert_cacheable(answer)


def test_a_language_without_its_slash_gets_it_for_good(client: Client) -> None:
    answer = client.get("/kk/x")

    assert (answer.status_code, answer["Location"]) == (301, "/kk/x/")


@pytest.mark.urls("portal.urls")
def test_the_bare_language_gets_its_slash_for_good(client: Client, home: object) -> None:
    answer = client.get("/kk")

    assert (answer.status_code, answer["Location"]) == (301, "/kk/")


@pytest.mark.parametrize(("accepted", "language"), [("ru", "ru"), ("en", "en"), ("de", "kk")])
def test_the_page_to_sign_in_speaks_the_browsers_language(
    client: Client, accepted: str, language: str
) -> None:
    answer = client.get("/admin/account/login/", headers={"Accept-Language": accepted})

    assert f'<html lang="{language}">' in answer.content.decode()


def test_an_editor_may_choose_another_language_before_signing_in(client: Client) -> None:
    login = "/admin/account/login/"

    chosen = client.post("/admin/account/language/", {"language": "ru", "next": login})
    answer = client.get(login, headers={"Accept-Language": "en"})

    assert chosen["Location"] == login
    assert chosen.cookies["language"]["path"] == "/admin/"
    assert '<html lang="ru">' in answer.content.decode()


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_choosing_a_language_leads_nowhere_outside(client: Client, target: str) -> None:
    answer = client.post("/admin/account/language/", {"language": "ru", "next": target})

    assert answer["Location"] == "/"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_admin_speaks_the_language_of_its_user(client: Client, language: str) -> None:
    user = person("officer")
    sign_in(client, user)
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()

    answer = client.get("/admin/account/", headers={"Accept-Language": "en"})

    assert f'lang="{language}"' in answer.content.decode()
