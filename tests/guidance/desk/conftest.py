"""The desk as its people meet it: signed in, at one frozen noon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.users.models import UserProfile

from guidance.models import Declaration
from portal.accounts.groups import DESK_DRAFTERS
from tests import factories
from tests.factories import NOON
from tests.guidance.conftest import Office
from tests.people import sign_in

SignIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    """Stop the clock at the noon of the factories."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def signed_in(db: None) -> SignIn:
    """Sign people in to the admin, in English unless they chose another language."""

    def enter(user: Any, *, language: str = "en", second_factor_age: float = 0) -> Client:
        user.groups.add(Group.objects.get(name=DESK_DRAFTERS))
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        return sign_in(Client(), user, second_factor_age=second_factor_age)

    return enter


@pytest.fixture
def drafter(aqtobe: Office, signed_in: SignIn) -> Client:
    """Sign the drafter of Aktobe Region in."""
    return signed_in(aqtobe.drafter)


@pytest.fixture
def approver(aqtobe: Office, signed_in: SignIn) -> Client:
    """Sign the approver of Aktobe Region in."""
    return signed_in(aqtobe.approver)


@pytest.fixture
def waiting(aqtobe: Office) -> Declaration:
    """Submit orange for Aktobe Region."""
    return factories.submitted(aqtobe.drafter)
