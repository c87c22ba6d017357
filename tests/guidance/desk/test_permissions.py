"""Who may do what at the desk, walked over every address with every role."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import get_resolver, reverse

from guidance.desk.urls import urlpatterns
from guidance.models import AuditEntry, Contributor, Declaration, Desk, RoleCode, RoleRequest
from guidance.roles import confirm_role, request_role
from tests import factories
from tests.factories import NOON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

pytestmark = pytest.mark.one_database  # it asks what Python decides

OF_A_DECLARATION = [each.name for each in urlpatterns if "<int:pk>" in str(each.pattern)]
OF_THE_DESK = [each.name for each in urlpatterns if "<int:pk>" not in str(each.pattern)]
FORMS = {
    "declare": posts.LEVEL,
    "change": posts.LEVEL,
    "extend": posts.LONGER,
    "lift": posts.NO_MORE,
}
ROLES = [RoleCode.DRAFTER, RoleCode.APPROVER, RoleCode.AUDITOR]


def address(name: str, pk: int) -> str:
    return reverse(f"desk:{name}", kwargs={"pk": pk, **posts.MORE.get(name, {})})


def bodies(declaration: Declaration) -> list[dict[str, Any]]:
    """Give everything that the steps take."""
    return [
        {},
        {**posts.LEVEL, "level": "RED", "version": declaration.version},
        {"deadline_kind": "soon"},
        posts.approval(declaration),
        {"decision": "return", "reason": "Not good."},
        {"decision": "reject", "reason": "Not good."},
    ]


def footprint() -> tuple[Any, ...]:
    rows = Declaration.objects.order_by("pk").values_list("pk", "status", "version", "level")
    done = AuditEntry.objects.exclude(action="REFUSED")
    return (*rows, Contributor.objects.count(), done.count())


def test_the_table_of_addresses_is_whole() -> None:
    assert len(OF_A_DECLARATION) >= 8
    assert len(OF_THE_DESK) >= 13
    desk = [p for p in get_resolver().reverse_dict if str(p).startswith("desk")]
    assert desk == [], "the desk's addresses stand under its own namespace only"


@pytest.mark.parametrize("state", ["RETURNED", "SUBMITTED", "PUBLISHED"])
def test_another_desk_s_declaration_does_not_exist_on_any_address(
    state: str, aqtobe: Office, signed_in: SignIn
) -> None:
    """Roles add up: the outsider has all of them at a desk of their own."""
    foreign = factories.submitted(aqtobe.drafter)
    posted = bodies(foreign)
    if state == "RETURNED":
        signed_in(aqtobe.drafter).post(address("take_back", foreign.pk))
    elif state == "PUBLISHED":
        signed_in(aqtobe.approver).post(address("approval", foreign.pk), posted[3])
    outsider = signed_in(factories.officer("stranger", "almaty", *ROLES))
    before = footprint()
    assert Declaration.objects.get().status == state

    for name in OF_A_DECLARATION:
        for method in (outsider.get, outsider.head, outsider.put, outsider.delete):
            assert method(address(name, foreign.pk)).status_code == 404, (name, method)
        for body in posted:
            assert outsider.post(address(name, foreign.pk), body).status_code == 404, name

    assert footprint() == before


@pytest.mark.parametrize("name", OF_A_DECLARATION)
def test_a_declaration_that_was_never_written_answers_the_same(name: str, drafter: Client) -> None:
    assert drafter.get(address(name, 10**9)).status_code == 404
    assert drafter.post(address(name, 10**9)).status_code == 404


def test_a_draft_of_another_desk_shows_in_no_list(aqtobe: Office, signed_in: SignIn) -> None:
    factories.submitted(aqtobe.drafter, order_number="secret-7")
    stranger = signed_in(factories.officer("stranger", "almaty", *ROLES))

    for name in ("dashboard", "live", "declarations", "history", "audit"):
        page = stranger.get(reverse(f"desk:{name}"))
        assert page.status_code == 200
        shown = page.content.decode()
        for told in ("secret-7", aqtobe.drafter.username, "Declare level: high (orange)"):
            assert told not in shown, (name, told)


def test_a_warning_tells_of_another_desk_s_draft_only_that_it_exists(
    aqtobe: Office, republican: Office, drafter: Client
) -> None:
    factories.submitted(republican.drafter, desk="republican", authority="REPUBLICAN_HQ")

    response = drafter.post(posts.DECLARE, {**posts.LEVEL, "action": "update"})

    told = [warned.text for warned in response.context["warnings"]]
    assert "Another act on the same place awaits approval at another desk." in told
    assert republican.drafter.username not in response.content.decode()


def test_the_republican_desk_reads_and_approves_everywhere(
    aqtobe: Office, republican: Office, signed_in: SignIn
) -> None:
    waiting = factories.submitted(aqtobe.drafter)

    signed_in(republican.approver).post(address("approval", waiting.pk), posts.approval(waiting))

    waiting.refresh_from_db()
    assert (waiting.status, waiting.approver) == ("PUBLISHED", republican.approver)


@pytest.mark.parametrize("role", [RoleCode.APPROVER, RoleCode.AUDITOR])
@pytest.mark.parametrize("name", list(FORMS))
def test_only_a_drafter_writes(
    name: str, role: RoleCode, reference_data: None, signed_in: SignIn
) -> None:
    member = signed_in(factories.officer("member", "aqtobe", role))

    assert member.get(reverse(f"desk:{name}")).status_code == 403
    assert member.post(reverse(f"desk:{name}"), FORMS[name]).status_code == 403
    assert not Declaration.objects.exists()


@pytest.mark.parametrize("role", [RoleCode.DRAFTER, RoleCode.AUDITOR])
def test_only_an_approver_decides(role: RoleCode, aqtobe: Office, signed_in: SignIn) -> None:
    waiting = factories.submitted(aqtobe.drafter)
    member = signed_in(factories.officer("member", "aqtobe", role))
    page = member.get(address("approval", waiting.pk)).content.decode()

    assert 'name="decision"' not in page
    for body in bodies(waiting)[3:]:
        assert member.post(address("approval", waiting.pk), body).status_code == 403
    waiting.refresh_from_db()
    assert waiting.status == "SUBMITTED"


@pytest.mark.parametrize("name", ["edit", "submit", "take_back"])
def test_an_auditor_reads_and_changes_nothing(
    name: str, aqtobe: Office, drafter: Client, signed_in: SignIn
) -> None:
    draft = posts.saved(drafter)
    if name == "take_back":
        posts.handed_over(drafter, draft)
    auditor = signed_in(factories.officer("auditor", "aqtobe", RoleCode.AUDITOR))
    before = footprint()

    assert auditor.get(address("declaration", draft.pk)).status_code == 200
    for body in bodies(draft)[:3]:
        assert auditor.post(address(name, draft.pk), body).status_code == 403
    assert footprint() == before


def test_a_superuser_without_a_role_has_no_desk(reference_data: None, signed_in: SignIn) -> None:
    people: Any = get_user_model()
    root = signed_in(people.objects.create_superuser("root"))

    for name in OF_THE_DESK:
        at = reverse(f"desk:{name}", kwargs=posts.MORE.get(name, {}))
        assert root.get(at).status_code == 403
        assert root.post(at, FORMS.get(name, {})).status_code == 403
    assert not Declaration.objects.exists()


def test_a_superuser_s_role_ends_at_its_territory(aqtobe: Office, signed_in: SignIn) -> None:
    waiting = factories.submitted(aqtobe.drafter)
    root = factories.officer("root", "almaty", *ROLES)
    root.is_superuser = root.is_staff = True
    root.save()
    client = signed_in(root)

    assert client.get(address("declaration", waiting.pk)).status_code == 404
    assert client.post(address("approval", waiting.pk), posts.approval(waiting)).status_code == 404


def test_a_role_that_was_taken_away_opens_nothing(aqtobe: Office, signed_in: SignIn) -> None:
    client = signed_in(aqtobe.drafter)
    first, second = factories.administrators()
    asked = request_role(
        aqtobe.drafter,
        desk=Desk.objects.get(code="aqtobe"),
        role=RoleCode.DRAFTER,
        change=RoleRequest.Change.REVOKE,
        by=first,
        at=NOON,
    )
    confirm_role(asked, by=second, at=NOON)

    assert client.get(reverse("desk:dashboard")).status_code == 403


@pytest.mark.parametrize("name", OF_THE_DESK)
def test_nobody_enters_unknown(name: str, reference_data: None) -> None:
    response = Client().get(reverse(f"desk:{name}", kwargs=posts.MORE.get(name, {})))

    assert response.status_code == 302
    assert response.url.startswith("/admin/account/login/")
