"""The second factor: fresh or not, one code one door, five wrong ones wait."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import Client

from portal.accounts import second_factor, totp
from portal.accounts.models import CodeGuard, User
from tests.people import SECRET, enrol, person, sign_in

NOW = datetime(2027, 3, 1, 9, 0, 10, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> User:
    return enrol(person("officer"))


@pytest.fixture
def request_of_officer(officer: User) -> HttpRequest:
    request = HttpRequest()
    request.user, request.session = officer, SessionStore()
    return request


def code_at(at: datetime) -> str:
    return totp.code_of(SECRET, totp.step_at(at))


def test_the_codes_are_those_of_rfc_6238() -> None:
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

    codes = [totp.code_of(secret, seconds // 30) for seconds in (59, 1111111109, 20000000000)]

    assert codes == ["287082", "081804", "353130"]


def test_a_right_code_makes_the_factor_fresh(request_of_officer: HttpRequest) -> None:
    assert not second_factor.is_fresh(request_of_officer, NOW)

    assert second_factor.verify(request_of_officer, code_at(NOW), NOW)

    assert second_factor.is_fresh(request_of_officer, NOW)


@pytest.mark.parametrize(
    ("age", "is_fresh"), [(0, True), (300, True), (301, False), (-301, False), (86_400, False)]
)
def test_a_factor_is_fresh_for_five_minutes_whichever_way_the_clock_jumps(
    request_of_officer: HttpRequest, age: int, is_fresh: bool
) -> None:
    second_factor.verify(request_of_officer, code_at(NOW), NOW)

    assert second_factor.is_fresh(request_of_officer, NOW + timedelta(seconds=age)) is is_fresh


def test_a_password_does_not_make_the_factor_fresh(client: Client) -> None:
    user = person("somebody")
    sign_in(client, user, second_factor_age=3600)
    request = HttpRequest()
    request.user, request.session = user, client.session
    records = request.session["account_authentication_methods"]
    records.append({"method": "password", "at": NOW.timestamp(), "reauthenticated": True})
    request.session["account_authentication_methods"] = records

    assert not second_factor.is_fresh(request, NOW)


def test_the_factor_of_another_person_in_the_same_session_counts_for_nothing(
    request_of_officer: HttpRequest,
) -> None:
    second_factor.verify(request_of_officer, code_at(NOW), NOW)

    request_of_officer.user = person("another")

    assert not second_factor.is_fresh(request_of_officer, NOW)


def test_a_code_opens_one_door_once(request_of_officer: HttpRequest) -> None:
    assert second_factor.verify(request_of_officer, code_at(NOW), NOW)

    replayed = second_factor.verify(request_of_officer, code_at(NOW), NOW + timedelta(seconds=5))

    assert not replayed


def test_an_older_code_than_the_last_one_is_refused(officer: User) -> None:
    second_factor.accept_code(officer, code_at(NOW), NOW)

    earlier = second_factor.accept_code(officer, code_at(NOW - timedelta(seconds=30)), NOW)

    assert earlier is None


@pytest.mark.parametrize(
    ("shift", "is_right"), [(-60, False), (-30, True), (30, True), (60, False)]
)
def test_a_phone_may_be_half_a_minute_off(officer: User, shift: int, is_right: bool) -> None:
    code = code_at(NOW + timedelta(seconds=shift))

    assert (second_factor.accept_code(officer, code, NOW) is not None) is is_right


@pytest.mark.parametrize(
    "code", ["", " ", "12345", "1234567", "abcdef", "٣٤٥٦٧٨", "'; --", "0" * 5000, "\x00", "-1"]
)
def test_a_wrong_code_is_refused_and_counted(officer: User, code: str) -> None:
    assert second_factor.accept_code(officer, code, NOW) is None

    assert CodeGuard.objects.get(user=officer).failures == 1


def test_spaces_and_dashes_in_a_code_do_not_matter(officer: User) -> None:
    code = code_at(NOW)

    assert second_factor.accept_code(officer, f" {code[:3]} {code[3:]}-", NOW) is not None


def test_five_wrong_codes_wait_five_minutes_even_for_the_right_one(officer: User) -> None:
    for _ in range(second_factor.TRIES):
        second_factor.accept_code(officer, "000000", NOW)
    assert not second_factor.may_try(officer, NOW)
    assert second_factor.accept_code(officer, code_at(NOW), NOW) is None

    later = NOW + second_factor.TRIES_WINDOW

    assert second_factor.may_try(officer, later)
    assert second_factor.accept_code(officer, code_at(later), later) is not None


def test_a_right_code_forgets_the_wrong_ones(officer: User) -> None:
    for _ in range(second_factor.TRIES - 1):
        second_factor.accept_code(officer, "000000", NOW)

    second_factor.accept_code(officer, code_at(NOW), NOW)

    assert CodeGuard.objects.get(user=officer).failures == 0


def test_a_recovery_code_works_once(request_of_officer: HttpRequest, officer: User) -> None:
    code = RecoveryCodes.activate(officer).get_unused_codes()[0]

    assert second_factor.verify(request_of_officer, code, NOW)
    assert not second_factor.verify(request_of_officer, code, NOW)


def test_a_code_of_another_person_is_refused(officer: User) -> None:
    stranger = person("stranger")

    assert second_factor.accept_code(stranger, code_at(NOW), NOW) is None


def test_nobody_verifies_for_an_anonymous_visitor() -> None:
    request = HttpRequest()
    request.user, request.session = AnonymousUser(), SessionStore()

    assert not second_factor.verify(request, code_at(NOW), NOW)
    assert not second_factor.is_fresh(request, NOW)


def test_the_secret_is_not_stored_in_the_clear(officer: User) -> None:
    stored = Authenticator.objects.get(user=officer).data["secret"]

    assert SECRET not in stored
