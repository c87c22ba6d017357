"""Who may do what at the exercise desk, walked over every address of it with every role."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from guidance.desk.urls import in_exercise, urlpatterns
from guidance.models import AuditEntry, Contributor, Declaration, Drill, RoleCode, WipedDraft
from guidance.shown.ledgers import desk_address
from tests import factories
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

pytestmark = pytest.mark.one_database  # it asks what Python decides

WALKED = [*urlpatterns, *in_exercise]
OF_A_DECLARATION = [each.name or "" for each in WALKED if "<int:pk>" in str(each.pattern)]

PLAIN = [each.name or "" for each in WALKED if "<" not in str(each.pattern)]
FORMS: dict[str, dict[str, Any]] = {
    "declare": posts.LEVEL,
    "change": posts.LEVEL,
    "extend": posts.LONGER,
    "lift": posts.NO_MORE,
    "start_drill": {"desk": "aqtobe", "region": "KZ-15", "level": "RED"},
    "wipe": {"draft": "1"},
}
ROLES = list(RoleCode)


def address(name: str, **named: Any) -> str:
    return desk_address(name, exercise=True, **named, **posts.MORE.get(name, {}))


def footprint() -> tuple[Any, ...]:
    rows = Declaration.objects.order_by("pk").values_list("pk", "status", "version", "level")
    counted = (Contributor, Drill, WipedDraft)
    written = AuditEntry.objects.exclude(action="REFUSED").count()
    return (*rows, *(table.objects.count() for table in counted), written)  # type: ignore[attr-defined]


def test_the_exercise_desk_has_every_address_of_the_real_one_and_three_of_its_own() -> None:
    assert {each.name for each in in_exercise} == {"drills", "start_drill", "wipe"}
    for name in PLAIN:
        assert address(name).startswith("/admin/desk/exercise/")
    for name in OF_A_DECLARATION:
        assert address(name, pk=1).startswith("/admin/desk/exercise/")


@pytest.mark.parametrize("state", ["RETURNED", "SUBMITTED", "PUBLISHED"])
def test_another_desk_s_drill_does_not_exist_on_any_address(
    state: str, aqtobe: Office, signed_in: SignIn
) -> None:
    """Roles add up: the outsider has all of them at a desk of their own."""
    foreign = factories.submitted(aqtobe.drafter, exercise=True)
    decided = posts.approval(foreign)
    if state == "RETURNED":
        signed_in(aqtobe.drafter).post(address("take_back", pk=foreign.pk))
    elif state == "PUBLISHED":
        signed_in(aqtobe.approver).post(address("approval", pk=foreign.pk), decided)
    outsider = signed_in(factories.officer("stranger", "almaty", *ROLES))
    assert Declaration.objects.get().status == state
    before = footprint()

    for name in OF_A_DECLARATION:
        there = address(name, pk=foreign.pk)
        for method in (outsider.get, outsider.head, outsider.put, outsider.delete):
            assert method(there).status_code == 404, (name, method)
        for body in ({}, {**posts.LEVEL, "version": 1}, {"deadline_kind": "soon"}, decided):
            assert outsider.post(there, body).status_code == 404, name

    assert footprint() == before


@pytest.mark.parametrize("name", PLAIN)
def test_who_has_no_role_or_is_nobody_opens_nothing(
    name: str, reference_data: None, signed_in: SignIn
) -> None:
    people: Any = get_user_model()
    root = signed_in(people.objects.create_superuser("root"))
    before = footprint()

    assert Client().get(address(name)).url.startswith("/admin/account/login/")  # type: ignore[attr-defined]
    assert root.get(address(name)).status_code == 403
    assert root.post(address(name), FORMS.get(name, {})).status_code == 403
    assert footprint() == before


@pytest.mark.parametrize("role", [RoleCode.APPROVER, RoleCode.AUDITOR])
@pytest.mark.parametrize("name", list(FORMS))
def test_only_a_drafter_writes_in_an_exercise(
    name: str, role: RoleCode, reference_data: None, signed_in: SignIn
) -> None:
    member = signed_in(factories.officer("member", "aqtobe", role))
    before = footprint()

    assert member.get(address(name)).status_code == 403
    assert member.post(address(name), FORMS[name]).status_code == 403
    assert footprint() == before


def test_an_exercise_needs_two_people_as_well(aqtobe: Office, signed_in: SignIn) -> None:
    both = factories.officer("both", "aqtobe", RoleCode.DRAFTER, RoleCode.APPROVER)
    waiting = factories.submitted(both, exercise=True)

    answer = signed_in(both).post(address("approval", pk=waiting.pk), posts.approval(waiting))

    assert answer.status_code == 403
    waiting.refresh_from_db()
    assert waiting.status == "SUBMITTED"


@pytest.mark.parametrize(
    ("forbidden", "instead"),
    [
        (r"redirect\(\s*[\"']desk:", "redirect(scene.address(...))"),
        (r"reverse\(\s*[\"']desk:", "scene.address(...)"),
        (r"from django\.contrib import messages", "from guidance.desk import messages"),
    ],
)
def test_no_screen_of_the_desk_leaves_its_ledger_by_mistake(forbidden: str, instead: str) -> None:
    folder = Path(settings.BASE_DIR) / "guidance" / "desk"
    sources = [path for path in folder.rglob("*.py") if path.name != "messages.py"]

    found = [path.name for path in sources if re.search(forbidden, path.read_text("utf-8"))]

    assert len(sources) > 50
    assert found == [], f"the desk has two ledgers: {instead}"
