"""Desks are made and renamed by two administrators, and never deleted."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from guidance.desk_changes import (
    AskedAlready,
    DeskStands,
    SameNames,
    ask_for_desk,
    ask_for_names,
    confirm_desk_change,
    names_of,
    refuse_desk_change,
    regions_without_desk,
)
from guidance.intake.catalogues import load_desks
from guidance.models import AuditEntry, Desk, DeskRequest, Region
from guidance.publishing.refusals import NotAllowed, SamePerson, WrongState
from tests import factories
from tests.factories import NOON

NAMES = {"kk": "Жаңа облыс штабы", "ru": "Штаб новой области", "en": "New region's desk"}


@pytest.fixture
def new_region(reference_data: None) -> Region:
    """Give a first-level region without a desk."""
    almaty: Any = Region.objects.get(code="KZ-75")
    almaty.pk, almaty.code, almaty.slug = None, "KZ-99", "new-region"
    almaty.save(force_insert=True)
    return Region.objects.get(code="KZ-99")


@pytest.fixture
def renaming(reference_data: None) -> DeskRequest:
    """Give a request that Aktobe's desk be called otherwise."""
    desk = Desk.objects.get(code="aqtobe")
    return ask_for_names(desk, NAMES, by=factories.administrators()[0], at=NOON)


def test_a_new_desk_stands_when_another_administrator_confirms(new_region: Region) -> None:
    first, second = factories.administrators()

    asked = ask_for_desk(new_region, NAMES, by=first, at=NOON)
    assert not Desk.objects.filter(region=new_region).exists()
    confirm_desk_change(asked, by=second, at=NOON)

    desk = Desk.objects.get(region=new_region)
    assert (desk.code, names_of(desk)) == ("kz-99", NAMES)
    assert [entry.action for entry in AuditEntry.objects.filter(action__startswith="DESK")] == [
        "DESK_REQUESTED",
        "DESK_CONFIRMED",
    ]


def test_names_change_when_another_administrator_confirms(renaming: DeskRequest) -> None:
    _, second = factories.administrators()

    confirm_desk_change(renaming, by=second, at=NOON)

    desk = Desk.objects.get(code="aqtobe")
    assert names_of(desk) == NAMES


def test_a_request_alone_changes_nothing_and_who_asked_does_not_confirm(
    renaming: DeskRequest,
) -> None:
    with pytest.raises(SamePerson):
        confirm_desk_change(renaming, by=renaming.requested_by, at=NOON)

    assert names_of(Desk.objects.get(code="aqtobe")) != NAMES


def test_a_refused_request_changes_nothing_for_ever(renaming: DeskRequest) -> None:
    _, second = factories.administrators()
    refuse_desk_change(renaming, by=second, at=NOON)

    with pytest.raises(WrongState):
        confirm_desk_change(renaming, by=second, at=NOON)


def test_nobody_else_asks_or_decides(renaming: DeskRequest, new_region: Region) -> None:
    desk = Desk.objects.get(code="almaty")
    for stranger in (
        factories.approver("republican"),
        factories.person("root", is_superuser=True, is_staff=True),
    ):
        for deed in (
            lambda by: ask_for_desk(new_region, NAMES, by=by, at=NOON),
            lambda by: ask_for_names(desk, NAMES, by=by, at=NOON),
            lambda by: confirm_desk_change(renaming, by=by, at=NOON),
            lambda by: refuse_desk_change(renaming, by=by, at=NOON),
        ):
            with pytest.raises(NotAllowed):
                deed(stranger)


def test_what_is_so_or_asked_for_is_not_asked_again(renaming: DeskRequest) -> None:
    first, _ = factories.administrators()
    desk = Desk.objects.get(code="aqtobe")

    with pytest.raises(AskedAlready):
        ask_for_names(desk, {**NAMES, "en": "Other"}, by=first, at=NOON)
    with pytest.raises(SameNames):
        ask_for_names(desk, names_of(desk), by=first, at=NOON)
    with pytest.raises(DeskStands):
        ask_for_desk(desk.region, NAMES, by=first, at=NOON)
    with pytest.raises(DeskStands):
        ask_for_desk(Region.objects.get(code="KZ-15-aqtobe"), NAMES, by=first, at=NOON)


def test_every_region_of_the_country_has_a_desk_from_the_start(reference_data: None) -> None:
    assert not regions_without_desk().exists()


def test_setup_again_keeps_a_new_name(renaming: DeskRequest) -> None:
    confirm_desk_change(renaming, by=factories.administrators()[1], at=NOON)

    load_desks()

    assert names_of(Desk.objects.get(code="aqtobe")) == NAMES
    assert Desk.objects.count() == 21


BY_SQL = {
    "delete a desk": "DELETE FROM guidance_desk WHERE code = 'almaty'",
    "rename a desk": "UPDATE guidance_desk SET name_kk = 'x' WHERE code = 'almaty'",
    "move a desk": "UPDATE guidance_desk SET region_id = region_id + 100 WHERE code = 'almaty'",
    "rename it as only one asked": (
        "UPDATE guidance_desk SET name_kk = (SELECT name_kk FROM guidance_deskrequest),"
        " name_ru = (SELECT name_ru FROM guidance_deskrequest),"
        " name_en = (SELECT name_en FROM guidance_deskrequest) WHERE code = 'aqtobe'"
    ),
    "confirm what one asked oneself": (
        "UPDATE guidance_deskrequest SET state = 'CONFIRMED', decided_by_id = requested_by_id,"
        " decided_at = requested_at"
    ),
    "confirm without anybody": "UPDATE guidance_deskrequest SET state = 'CONFIRMED'",
    "ask for other names later": "UPDATE guidance_deskrequest SET name_en = 'Other'",
    "delete a request": "DELETE FROM guidance_deskrequest",
    "a request born confirmed": (
        "INSERT INTO guidance_deskrequest (region_id, change, name_kk, name_ru, name_en, state,"
        " requested_by_id, requested_at, decided_by_id, decided_at)"
        " SELECT region_id + 1, change, name_kk, name_ru, name_en, 'CONFIRMED', requested_by_id,"
        " requested_at, requested_by_id + 1, requested_at FROM guidance_deskrequest"
    ),
    "two texts that are equal": (
        "INSERT INTO guidance_deskrequest (region_id, change, name_kk, name_ru, name_en, state,"
        " requested_by_id, requested_at)"
        " SELECT region_id + 1, change, name_kk, name_kk, name_en, 'REQUESTED', requested_by_id,"
        " requested_at FROM guidance_deskrequest"
    ),
}


@pytest.mark.parametrize("deed", BY_SQL)
def test_no_desk_changes_by_sql(deed: str, renaming: DeskRequest) -> None:
    before = list(Desk.objects.order_by("pk").values())

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(BY_SQL[deed])

    assert list(Desk.objects.order_by("pk").values()) == before
