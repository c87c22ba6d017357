"""Every address under /admin/: shut for strangers and for a password alone."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from portal.accounts.backend import PortalBackend, is_enrolled
from tests.people import PASSWORD, enrol, person, sign_in

pytestmark = pytest.mark.django_db
CONVERTED = re.compile(r"<(?:(\w+):)?\w+>")
GROUP = re.compile(r"\(\?P<\w+>(?:[^()]|\([^()]*\))*\)|\((?:[^()]|\([^()]*\))*\)")
EXAMPLES = {"int": "1", "str": "x", "slug": "x", "path": "x", "uuid": "0" * 8}
OPEN = "/admin/account/"


def addresses(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for pattern in patterns:
        route = str(pattern.pattern).removeprefix("^").removesuffix("$")
        route = CONVERTED.sub(lambda found: EXAMPLES.get(found[1] or "str", "x"), route)
        address = prefix + re.sub(r"[\\^$?+*]", "", GROUP.sub("1", route))
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, address)
        else:
            yield address


def admin_addresses() -> set[str]:
    found = set(addresses(get_resolver().url_patterns, "/"))
    return {address for address in found if address.startswith("/admin/")}


def closed(found: set[str]) -> set[str]:
    return {address for address in found if address == OPEN or not address.startswith(OPEN)}


def test_the_walk_sees_the_admin() -> None:
    found = admin_addresses()

    assert len(found) > 200
    assert {"/admin/", "/admin/desk/", "/admin/people/", "/admin/pages/1/edit/"} <= found


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_address_answers_a_stranger(client: Client, method: str) -> None:
    for address in sorted(closed(admin_addresses())):
        answer = getattr(client, method)(address)

        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/admin/account/login/?next=/admin/"), address


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_address_answers_a_password_alone(client: Client, method: str) -> None:
    person("newcomer")
    client.post("/admin/account/login/", {"login": "newcomer", "password": PASSWORD})

    for address in sorted(closed(admin_addresses())):
        answer = getattr(client, method)(address)

        assert answer.status_code == 302, address
        assert answer["Location"] == "/admin/account/2fa/", address


def test_somebody_without_a_role_is_told_so_in_three_languages(client: Client) -> None:
    newcomer = person("newcomer")
    newcomer.groups.clear()
    sign_in(client, newcomer)

    answer = client.get("/admin/")

    assert answer.status_code == 403
    for words in ("рұқсатыңыз жоқ", "не открыта", "is not open to you"):
        assert words in answer.content.decode()


def test_a_right_that_was_set_on_one_person_opens_nothing() -> None:
    officer = person("officer")
    manage = Permission.objects.get(codename="manage_people")
    officer.user_permissions.add(manage)

    again = PortalBackend().get_user(officer.pk)

    assert again is not None
    assert not again.has_perm("accounts.manage_people")
    assert sign_in(Client(), officer).get("/admin/people/").status_code in (302, 403)


def test_who_is_signed_in_is_known_with_profile_and_second_factor_in_one_query(
    django_assert_num_queries: Any,
) -> None:
    officer = enrol(person("officer"))

    with django_assert_num_queries(1):
        known = PortalBackend().get_user(officer.pk)
        assert is_enrolled(known)
        assert not hasattr(known, "wagtail_userprofile")
    assert is_enrolled(officer)
    assert not is_enrolled(person("newcomer"))
