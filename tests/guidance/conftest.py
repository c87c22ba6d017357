"""What tests of the ledger share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.db import transaction

from guidance.stored.atlas import forget_atlas
from tests import factories


@dataclass(frozen=True)
class Office:
    """Hold the two people that a desk needs."""

    drafter: Any
    approver: Any


@pytest.fixture(autouse=True)
def _english_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands answer in English, whatever the terminal that runs the tests speaks."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@contextmanager
def standing(blocker: Any, make: Callable[[], Any]) -> Iterator[Any]:
    """Make something once for a module: its tests roll back to it, its end takes it away."""
    with blocker.unblock(), transaction.atomic():
        with time_machine.travel(factories.NOON, tick=False):
            made = make()
        yield made
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def _reference_data(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with standing(django_db_blocker, factories.reference_data):
        yield


@pytest.fixture(scope="module")
def _aqtobe(_reference_data: None, django_db_blocker: Any) -> Iterator[Office]:
    with standing(django_db_blocker, lambda: _office("aqtobe")) as office:
        yield office


@pytest.fixture(scope="module")
def _republican(_reference_data: None, django_db_blocker: Any) -> Iterator[Office]:
    with standing(django_db_blocker, lambda: _office("republican")) as office:
        yield office


@pytest.fixture
def reference_data(_reference_data: None, db: None) -> None:
    """Load regions, catalogues, desks and the accounts of the archive."""
    forget_atlas()  # what a test changes is rolled back, but this process remembers it


@pytest.fixture
def aqtobe(_aqtobe: Office, reference_data: None) -> Office:
    """Give the two people of the desk of Aktobe Region."""
    return _read_anew(_aqtobe)


@pytest.fixture
def republican(_republican: Office, reference_data: None) -> Office:
    """Give the two people of the republican desk."""
    return _read_anew(_republican)


def _office(desk: str) -> Office:
    return Office(factories.drafter(desk), factories.approver(desk))


def _read_anew(office: Office) -> Office:
    """Give the people as they stand in the database: a test may change what it holds of them."""
    people: Any = get_user_model()
    return Office(*(people.objects.get(pk=user.pk) for user in (office.drafter, office.approver)))
