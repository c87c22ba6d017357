"""The groups that the migrations leave: what each may, and where everybody went."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from wagtail.models import GroupCollectionPermission

from guidance.models import RoleCode
from portal.accounts.groups import (
    AUDITORS,
    DESK_APPROVERS,
    DESK_DRAFTERS,
    GROUP_NAMES,
    NEWS_CHIEFS,
    NEWS_EDITORS,
    NEWS_WRITERS,
    OFFERED,
)
from portal.accounts.models import ADMINISTRATORS, Invitation
from tests import factories
from tests.factories import NOON
from tests.people import person

pytestmark = pytest.mark.django_db
roles: Any = import_module("portal.accounts.migrations.0003_roles")
FILE_RIGHTS = {
    NEWS_WRITERS: {"add", "choose"},
    NEWS_EDITORS: {"add", "change", "choose"},
    NEWS_CHIEFS: {"add", "change", "choose"},
    ADMINISTRATORS: {"add", "change", "choose"},
}


def test_these_groups_exist_and_no_others() -> None:
    assert set(Group.objects.values_list("name", flat=True)) == set(GROUP_NAMES) == set(OFFERED)


def test_a_group_of_a_desk_opens_the_door_and_nothing_else() -> None:
    for name in (DESK_DRAFTERS, DESK_APPROVERS, AUDITORS, NEWS_WRITERS, NEWS_EDITORS):
        group = Group.objects.get(name=name)
        assert [held.codename for held in group.permissions.all()] == ["access_admin"], name


def test_only_the_newsroom_and_administrators_keep_pictures_and_files() -> None:
    found: dict[str, set[str]] = {}
    for held in GroupCollectionPermission.objects.select_related("group", "permission"):
        action = held.permission.codename.split("_")[0]
        found.setdefault(held.group.name, set()).add(action)

    assert found == FILE_RIGHTS


def test_the_migration_divides_the_desk_officers_by_their_roles() -> None:
    factories.reference_data()
    officers = Group.objects.create(name="Desk officers")
    Group.objects.filter(name=NEWS_EDITORS).update(name="Newsroom")
    both = factories.officer("both", "aqtobe", RoleCode.APPROVER, RoleCode.AUDITOR)
    waits, writes = person("waits", "Desk officers"), person("writes", "Newsroom")
    both.groups.set([officers])
    invited = Invitation.objects.create(username="invited", is_founding=True, created_at=NOON)
    invited.groups.add(officers)

    roles.make_groups(apps, None)

    assert {group.name for group in both.groups.all()} == {DESK_APPROVERS, AUDITORS}
    assert [group.name for group in waits.groups.all()] == [DESK_DRAFTERS]
    assert [group.name for group in writes.groups.all()] == [NEWS_EDITORS]
    assert [group.name for group in invited.groups.all()] == [DESK_DRAFTERS]
    assert not Group.objects.filter(name__in=("Desk officers", "Newsroom")).exists()
