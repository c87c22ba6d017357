"""The catalogues' screens: propose in three languages, confirm as another person."""

from __future__ import annotations

from typing import Any

import pytest

from guidance.catalogue_kinds import CATALOGUES
from guidance.models import CatalogueChange, LevelText, RegionContact
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn

YELLOW = "/admin/desk/catalogues/level-text/YELLOW/"
NEW_CONTACT = "/admin/desk/catalogues/contact/new/"


def yellow(**changes: Any) -> dict[str, Any]:
    """Give what the form of yellow sends."""
    kind = CATALOGUES["level-text"]
    return {**kind.facts_of(kind.line("YELLOW")), "reason": "The decree was reworded.", **changes}


def contact(**changes: Any) -> dict[str, Any]:
    """Give what the form of a new contact sends."""
    names = {"name_kk": "Сенім телефоны", "name_ru": "Телефон доверия", "name_en": "Hotline"}
    facts = {"region": "KZ-15", "number": "+7 713 200 00 00", "position": "1", "reason": "New."}
    return {**names, **facts, **changes}


def test_a_wording_goes_from_one_person_to_another(republican: Office, signed_in: SignIn) -> None:
    writer, reader = signed_in(republican.drafter), signed_in(republican.approver)

    asked = writer.post(YELLOW, yellow(name_kk="бірқалыпты («сары»)"))
    page = reader.get(asked.url).content.decode()
    reader.post(asked.url, {"has_read": "on"})

    assert "<strong>бірқалыпты («сары»)</strong>" in page
    assert LevelText.objects.filter(level="YELLOW").count() == 2
    assert CatalogueChange.objects.get().decided_by == republican.approver


def test_who_proposed_is_offered_to_take_it_back_only(
    republican: Office, signed_in: SignIn
) -> None:
    writer = signed_in(republican.drafter)
    asked = writer.post(YELLOW, yellow(name_en="medium (yellow)"))

    page = writer.get(asked.url).content.decode()
    refused = writer.post(asked.url, {"has_read": "on"})
    writer.post(asked.url, {"decision": "refuse"})

    assert 'value="confirm"' not in page
    assert refused.status_code == 403
    assert CatalogueChange.objects.get().state == "REFUSED"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name_kk": ""}, "name_kk"),
        ({"name_en": "умеренный («жёлтый»)"}, "name_en"),
        ({"name_ru": "<b>x</b> слово"}, "name_ru"),
        ({"name_ru": "ж" * 61}, "name_ru"),
        ({"definition_en": "hidden\u202etext"}, "definition_en"),
        ({"genitive_ru": ""}, "genitive_ru"),
        ({"reason": ""}, "reason"),
        ({"day": "2020-01-01"}, "day"),
        ({"day": "never"}, "day"),
        ({}, "__all__"),
    ],
)
def test_a_bad_wording_is_told_at_its_field(
    republican: Office, signed_in: SignIn, changes: dict[str, str], field: str
) -> None:
    response = signed_in(republican.drafter).post(YELLOW, yellow(**changes))

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert not CatalogueChange.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": "call us"}, "number"),
        ({"position": "-1"}, "position"),
        ({"region": "KZ-75"}, "region"),
        ({"name_kk": "x"}, "name_kk"),
    ],
)
def test_a_bad_contact_is_told_at_its_field(
    aqtobe: Office, signed_in: SignIn, changes: dict[str, str], field: str
) -> None:
    response = signed_in(aqtobe.drafter).post(NEW_CONTACT, contact(**changes))

    assert field in response.context["form"].errors
    assert not CatalogueChange.objects.exists()


def test_a_regional_desk_keeps_its_own_contacts(aqtobe: Office, signed_in: SignIn) -> None:
    asked = signed_in(aqtobe.drafter).post(NEW_CONTACT, contact())
    reader = signed_in(aqtobe.approver)

    reader.post(asked.url, {"has_read": "on"})

    assert RegionContact.objects.get().number == "+7 713 200 00 00"
    listed = reader.get("/admin/snippets/guidance/regioncontact/").content.decode()
    assert "Телефон доверия" in listed


def test_an_old_second_factor_is_asked_again(republican: Office, signed_in: SignIn) -> None:
    asked = signed_in(republican.drafter).post(YELLOW, yellow(name_en="medium (yellow)"))
    reader = signed_in(republican.approver, second_factor_age=600)

    response = reader.post(asked.url, {"has_read": "on"})

    assert "code" in response.context["form"].errors
    assert CatalogueChange.objects.get().state == "PROPOSED"
