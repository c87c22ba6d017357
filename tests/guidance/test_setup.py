"""setup: complete, and safe to run at any time."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from guidance.models import (
    Advice,
    Authority,
    Desk,
    EmergencyNumber,
    LegalBasis,
    LevelText,
    MeasureKind,
    Region,
    ServiceAccount,
)
from guidance.stored.atlas import name_of

CATALOGUES = (LevelText, Advice, MeasureKind, LegalBasis, Authority, EmergencyNumber, Desk, Region)


@pytest.fixture
def set_up(db: None, settings: Any) -> None:
    """Run setup without the pages, which have tests of their own."""
    settings.SETUP_STEPS = []
    call_command("setup", "--tables-stand", verbosity=0)


def counts() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in CATALOGUES}


def test_the_reference_data_is_complete(set_up: None) -> None:
    assert counts()["Region"] == 30
    assert counts()["Desk"] == 21
    assert counts()["LevelText"] == 4
    assert counts()["MeasureKind"] == 19
    for model in CATALOGUES:
        field = "text" if model is Advice else "name"
        for row in model._default_manager.all():
            assert all(name_of(row, field).as_dict().values()), row


def test_every_first_level_region_has_its_desk(set_up: None) -> None:
    without = Region.objects.filter(desk=None, parent__code="KZ")

    assert not without.exists()


def test_it_may_be_run_again(set_up: None) -> None:
    before = counts()

    call_command("setup", "--tables-stand", verbosity=0)

    assert counts() == before


def test_what_an_administrator_changed_stays(set_up: None) -> None:
    MeasureKind.objects.filter(code="CURFEW").update(name_en="Stay at home at night")
    Region.objects.filter(code="KZ-75").update(name_en="Almaty City")

    call_command("setup", "--tables-stand", verbosity=0)

    assert MeasureKind.objects.get(code="CURFEW").name_en == "Stay at home at night"
    assert Region.objects.get(code="KZ-75").name_en == "Almaty City"


def test_the_accounts_of_the_archive_cannot_sign_in(set_up: None) -> None:
    people: Any = get_user_model()

    for account in ServiceAccount.objects.all():
        assert account.user.is_service
        assert not account.user.is_active
        assert not account.user.has_usable_password()
    names = people.objects.filter(is_service=True).values_list("username", flat=True)
    assert sorted(names) == ["archive-approver", "archive-drafter"]
