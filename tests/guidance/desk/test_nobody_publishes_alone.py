"""No way round two people: by form, address, bulk, API, shell, superuser or raw SQL."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import get_resolver

from guidance.models import Declaration, Desk, LevelPeriod, Membership, RoleCode, Status
from guidance.publish import NotAllowed, SamePerson, content_hash, publish
from guidance.roles import confirm_role, request_role
from tests import factories
from tests.factories import NOON
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn
from tests.site.matrix_routes import bulk_actions

BOTH = (RoleCode.DRAFTER, RoleCode.APPROVER)


@pytest.fixture
def alone(reference_data: None) -> Any:
    """Give somebody who drafts and approves at Aktobe's desk."""
    return factories.officer("alone", "aqtobe", *BOTH)


@pytest.fixture
def own(alone: Any) -> Declaration:
    """Give what that person wrote and submitted."""
    return factories.submitted(alone)


@pytest.fixture
def root(reference_data: None) -> Any:
    """Give a superuser without a role."""
    people: Any = get_user_model()
    return people.objects.create_superuser("root")


@pytest.fixture(autouse=True)
def _nothing_was_published(db: None) -> Any:
    """Look afterwards, whatever the test tried."""
    yield
    assert not Declaration.objects.published().exists()
    assert not LevelPeriod.objects.exists()


def test_not_by_the_form(own: Declaration, alone: Any, signed_in: SignIn) -> None:
    response = posts.approve(signed_in(alone), own)

    assert response.status_code == 403


def test_not_by_the_form_after_another_person_touched_the_text(
    own: Declaration, signed_in: SignIn
) -> None:
    second = factories.approver("aqtobe", "second")
    factories.contribute(own, second, NOON)

    assert posts.approve(signed_in(second), own).status_code == 403


def test_not_by_any_other_address_of_the_desk(
    own: Declaration, alone: Any, signed_in: SignIn
) -> None:
    client = signed_in(alone)
    body = {**posts.approval(own), "status": "PUBLISHED", "approver": alone.pk, "action": "publish"}

    for step in ("", "edit", "copy", "submit", "preview/kk"):
        for method in (client.post, client.put, client.patch, client.delete):
            method(posts.address(own, step), body)


def test_not_by_a_bulk_action(own: Declaration, root: Any, signed_in: SignIn) -> None:
    client = signed_in(root)
    ours = {each for each in bulk_actions() if each.startswith("/admin/bulk/guidance/")}

    for path in {*ours, "/admin/bulk/guidance/declaration/publish/"}:
        assert client.post(f"{path}?id={own.pk}").status_code == 404, path


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_not_by_the_api(own: Declaration, alone: Any, signed_in: SignIn, method: str) -> None:
    client = signed_in(alone)

    for path in ("declarations", "declarations/2026-0001", "situation", f"declarations/{own.pk}"):
        answer = getattr(client, method)(f"/api/v1/{path}", {"status": "PUBLISHED"})
        assert answer.status_code in (404, 405), path


def test_not_in_the_exercise_s_ledger_either(alone: Any, signed_in: SignIn) -> None:
    drill = factories.submitted(alone, exercise=True)
    address = f"/admin/desk/exercise/declarations/{drill.pk}/approval/"

    assert signed_in(alone).post(address, posts.approval(drill)).status_code == 403


def test_not_by_the_verb_in_a_shell(own: Declaration, alone: Any) -> None:
    with pytest.raises(SamePerson):
        publish(own, approver=alone, at=NOON, seen_hash=content_hash(own, NOON))


def test_not_by_a_superuser(own: Declaration, root: Any, signed_in: SignIn) -> None:
    assert posts.approve(signed_in(root), own).status_code == 403
    with pytest.raises(NotAllowed):
        publish(own, approver=root, at=NOON, seen_hash=content_hash(own, NOON))


def test_not_by_a_superuser_who_wrote_it(root: Any) -> None:
    for role in BOTH:
        factories.give_role(root, Desk.objects.get(code="aqtobe"), role)
    own = factories.submitted(root)

    with pytest.raises(SamePerson):
        publish(own, approver=root, at=NOON, seen_hash=content_hash(own, NOON))


def test_not_by_the_archive_s_machine(own: Declaration) -> None:
    with pytest.raises(NotAllowed):
        publish(own, approver=factories.machine(), at=NOON, seen_hash=content_hash(own, NOON))


def test_not_by_saving_the_row(own: Declaration, alone: Any) -> None:
    own.status, own.approver, own.published_at = Status.PUBLISHED, alone, NOON

    with pytest.raises(IntegrityError), transaction.atomic():
        own.save()


@pytest.mark.parametrize("approver", ["alone", "nobody"])
def test_not_by_a_queryset(own: Declaration, alone: Any, approver: str) -> None:
    who = alone if approver == "alone" else None

    with pytest.raises(IntegrityError), transaction.atomic():
        Declaration.objects.filter(pk=own.pk).update(
            status="PUBLISHED", approver=who, number="2026-0001", sequence=1, published_at=NOON,
            starts_at=NOON, content_hash="x",
        )  # fmt: skip


def test_not_by_raw_sql(own: Declaration, alone: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE guidance_declaration SET status = 'PUBLISHED', approver_id = %s,"
            " number = '2026-0001', sequence = 1, published_at = changed_at,"
            " starts_at = changed_at, content_hash = 'x' WHERE id = %s",
            [alone.pk, own.pk],
        )


def test_not_by_a_period_without_a_declaration(own: Declaration) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO guidance_levelperiod"
            " (region_id, level, starts_at, ends_at, declaration_id, in_error)"
            " SELECT r.id, 'RED', d.changed_at, NULL, d.id, false FROM guidance_declaration d,"
            " guidance_region r WHERE r.code = 'KZ-15' AND d.id = %s",
            [own.pk],
        )


def test_not_by_giving_oneself_the_other_role(reference_data: None) -> None:
    first, _second = factories.administrators()
    desk = Desk.objects.get(code="aqtobe")
    asked = request_role(first, desk=desk, role=RoleCode.APPROVER, by=first, at=NOON)

    with pytest.raises(SamePerson):
        confirm_role(asked, by=first, at=NOON)
    assert not Membership.objects.filter(user=first).exists()


def test_not_by_wagtail(own: Declaration, root: Any, signed_in: SignIn) -> None:
    client: Client = signed_in(root)

    for path in (
        "declaration/",
        f"declaration/edit/{own.pk}/",
        "levelperiod/add/",
        "advice/add/",
    ):
        for method in (client.get, client.post):
            assert method(f"/admin/snippets/guidance/{path}").status_code == 404, path
    assert not [each for each in get_resolver().reverse_dict if "publish" in str(each)]
