"""People: deactivated and never deleted, one per username in Latin letters."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from portal.accounts.errors import UsersAreNeverDeleted
from portal.accounts.models import CodeGuard, User
from tests.people import person

pytestmark = pytest.mark.django_db


def test_nobody_is_deleted_one_by_one_or_all_at_once() -> None:
    user = person("officer")

    with pytest.raises(UsersAreNeverDeleted):
        user.delete()
    with pytest.raises(UsersAreNeverDeleted):
        User.objects.filter(pk=user.pk).delete()

    assert User.objects.filter(pk=user.pk).exists()


def test_the_ways_round_the_refusal_are_protected_by_what_points_at_people() -> None:
    user = person("officer")
    CodeGuard.objects.create(user=user)

    with pytest.raises(ProtectedError):
        super(User, user).delete()


def test_two_usernames_differ_by_more_than_capitals() -> None:
    person("officer")

    with pytest.raises(IntegrityError), transaction.atomic():
        person("OFFICER")


@pytest.mark.parametrize("username", ["оfficer", "қазақ", "two words", "a\x00b", "", "x" * 151])
def test_a_username_is_short_and_latin(username: str) -> None:
    with pytest.raises(ValidationError):
        User(username=username, password="x").full_clean()


def test_a_machine_is_no_demo_person() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        person("robot", is_service=True, is_demo=True)


def test_the_full_name_falls_back_to_the_username() -> None:
    assert person("officer").full_name == "officer"
    assert person("named", first_name="Айгүл", last_name="Серік").full_name == "Айгүл Серік"
