"""The people's screens: for administrators alone, and never one of them alone."""

import re

import pytest
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guidance.models import Desk, Membership, RoleRequest
from portal.accounts.groups import DESK_DRAFTERS, OFFERED
from portal.accounts.models import Invitation, User
from portal.accounts.people_forms import InvitationForm
from tests.people import PASSWORD, administrator, enrol, person, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.small_site")]


@pytest.fixture
def asking(db: None) -> Client:
    return sign_in(Client(), administrator("asking"))


@pytest.fixture
def confirming(db: None) -> Client:
    return sign_in(Client(), administrator("confirming"))


def ask_for(client: Client, username: str = "newcomer", group: str = DESK_DRAFTERS) -> HttpResponse:
    groups = InvitationForm().fields["groups"].queryset
    form = {"username": username, "groups": [groups.get(name=group).pk]}
    return client.post(reverse("people:invite"), form)


def said(client: Client) -> str:
    return client.get(reverse("people:index")).content.decode()


def test_two_administrators_bring_a_third_person(asking: Client, confirming: Client) -> None:
    ask_for(asking)
    invitation = Invitation.objects.get()
    confirm = reverse("people:confirm_invitation", args=[invitation.pk])

    alone = asking.post(confirm)
    shown = confirming.post(confirm).content.decode()

    assert alone["Location"] == reverse("people:index")
    link = re.search(r"<code>https://dengei\.example(\S+)</code>", shown)
    assert link
    accepted = Client().post(link[1], {"password1": PASSWORD, "password2": PASSWORD})
    assert accepted["Location"] == "/admin/account/2fa/"
    assert User.objects.get(username="newcomer").groups.get().name == DESK_DRAFTERS


def test_whoever_asked_sees_no_button_to_confirm(asking: Client, confirming: Client) -> None:
    ask_for(asking)
    confirm = reverse("people:confirm_invitation", args=[Invitation.objects.get().pk])

    assert confirm not in said(asking)
    assert confirm in said(confirming)


def test_a_taken_or_unfit_name_is_told_at_its_field(asking: Client) -> None:
    for username in ("asking", "жаңа", "", "x" * 151):
        answer = ask_for(asking, username)
        assert answer.status_code == 200
        assert answer.context["form"].errors["username"], username

    assert not Invitation.objects.exists()


def test_wagtails_own_groups_are_not_offered(asking: Client) -> None:
    answer = asking.get(reverse("people:invite"))

    offered = {group.name for group in answer.context["form"].fields["groups"].queryset}
    assert offered == set(OFFERED)


def test_two_administrators_give_a_role_and_take_it(asking: Client, confirming: Client) -> None:
    call_command("setup", tables_stand=True, verbosity=0)
    officer, desk = person("officer"), Desk.objects.get(region__code="KZ-15")
    address = reverse("people:person", args=[officer.pk])

    asking.post(address, {"desk": desk.pk, "role": "DRAFTER"})
    confirm = reverse("people:confirm_role", args=[RoleRequest.objects.get().pk])
    asking.post(confirm)
    assert not Membership.objects.exists()
    confirming.post(confirm)
    held = Membership.objects.get()
    assert (held.user, held.desk, held.role) == (officer, desk, "DRAFTER")

    confirming.post(reverse("people:revoke_role", args=[held.pk]))
    asked = RoleRequest.objects.get(change="REVOKE")
    asking.post(reverse("people:confirm_role", args=[asked.pk]))
    assert not Membership.objects.in_force(timezone.now()).exists()


def test_a_role_can_be_refused_by_one(asking: Client, confirming: Client) -> None:
    call_command("setup", tables_stand=True, verbosity=0)
    officer, desk = person("officer"), Desk.objects.get(region__code="KZ-15")
    asking.post(reverse("people:person", args=[officer.pk]), {"desk": desk.pk, "role": "APPROVER"})

    confirming.post(reverse("people:refuse_role", args=[RoleRequest.objects.get().pk]))

    assert RoleRequest.objects.get().state == "REFUSED"


def test_one_administrator_closes_an_account_at_once(asking: Client) -> None:
    officer = person("officer")
    theirs = sign_in(Client(), officer)

    asking.post(reverse("people:deactivate", args=[officer.pk]))

    assert theirs.get("/admin/")["Location"].startswith("/admin/account/login/")


def test_the_last_two_administrators_stay(asking: Client, confirming: Client) -> None:
    confirmer = User.objects.get(username="confirming")

    asking.post(reverse("people:deactivate", args=[confirmer.pk]))
    assert User.objects.administrators().count() == 2

    administrator("third")
    asking.post(reverse("people:deactivate", args=[confirmer.pk]))
    assert {user.username for user in User.objects.administrators()} == {"asking", "third"}


def test_a_new_start_is_asked_by_one_and_confirmed_by_another(
    asking: Client, confirming: Client
) -> None:
    officer = enrol(person("officer"))

    asking.post(reverse("people:renew", args=[officer.pk]))
    invitation = Invitation.objects.get()
    answer = confirming.post(reverse("people:confirm_invitation", args=[invitation.pk]))

    assert invitation.renews == officer
    assert "<code>https://" in answer.content.decode()


def test_an_invitation_is_taken_back_by_one(asking: Client, confirming: Client) -> None:
    ask_for(asking)
    invitation = Invitation.objects.get()

    confirming.post(reverse("people:revoke_invitation", args=[invitation.pk]))
    asking.post(reverse("people:confirm_invitation", args=[invitation.pk]))

    invitation.refresh_from_db()
    assert invitation.revoked_at
    assert invitation.token_hash is None


ADDRESSES = {
    "index": (), "invite": (), "person": (1,), "deactivate": (1,), "renew": (1,),
    "confirm_invitation": (1,), "revoke_invitation": (1,), "confirm_role": (1,),
    "refuse_role": (1,), "revoke_role": (1,), "desks": (), "found_desk": (), "desk": (1,),
    "rename_desk": (1,), "confirm_desk": (1,), "refuse_desk": (1,),
}  # fmt: skip


@pytest.mark.parametrize("name", ADDRESSES)
def test_nobody_else_reaches_any_of_the_screens(client: Client, name: str) -> None:
    address = reverse(f"people:{name}", args=ADDRESSES[name])
    officer = sign_in(Client(), person("officer"))

    for method in ("get", "post"):
        stranger = getattr(client, method)(address)
        refused = getattr(officer, method)(address)
        assert stranger["Location"].startswith("/admin/account/login/")
        # Wagtail sends whom it refuses back to its first page; a post-only address says 405.
        assert refused.status_code == 405 or refused["Location"] == "/admin/"


@pytest.mark.parametrize("name", [name for name, args in ADDRESSES.items() if args])
def test_what_is_not_there_is_404(asking: Client, name: str) -> None:
    address = reverse(f"people:{name}", args=[10**9])
    has_page = name in ("person", "desk", "rename_desk")
    answer = asking.get(address) if has_page else asking.post(address)

    assert answer.status_code == 404


def test_an_old_second_factor_is_asked_again_before_anything_changes() -> None:
    client = sign_in(Client(), administrator("asking"), second_factor_age=301)
    officer = person("officer")

    answer = client.post(reverse("people:deactivate", args=[officer.pk]))

    assert answer["Location"].startswith("/admin/account/2fa/reauthenticate/")
    officer.refresh_from_db()
    assert officer.is_active


def test_machines_are_not_listed(asking: Client) -> None:
    machine = person("archive-robot", is_service=True)

    assert "archive-robot" not in said(asking)
    assert asking.get(reverse("people:person", args=[machine.pk])).status_code == 404
