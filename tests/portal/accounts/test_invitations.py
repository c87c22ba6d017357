"""How people come: two administrators, a link that works once and not for long."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from guidance.models import AuditEntry
from portal.accounts import invitations, people
from portal.accounts.errors import (
    AdministratorsExist,
    LinkIsSpent,
    NameIsTaken,
    NotAnAdministrator,
    SamePerson,
    WrongStep,
)
from portal.accounts.groups import DESK_DRAFTERS, OFFERED
from portal.accounts.models import ADMINISTRATORS, Invitation, User
from tests.people import PASSWORD, administrator, enrol, person

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.small_site")]


@pytest.fixture
def asking() -> User:
    return administrator("asking")


@pytest.fixture
def confirming() -> User:
    return administrator("confirming")


def ask(by: User, username: str = "newcomer", **fields: object) -> Invitation:
    groups = Group.objects.filter(name=DESK_DRAFTERS)
    return invitations.invite(by, Invitation(username=username, **fields), groups, NOW)


@pytest.fixture
def token(asking: User, confirming: User) -> str:
    return invitations.confirm(ask(asking), confirming, NOW)


def test_a_confirmed_link_makes_the_person_with_the_groups_that_were_asked(token: str) -> None:
    user = invitations.accept(token, PASSWORD, NOW)

    assert user.check_password(PASSWORD)
    assert [group.name for group in user.groups.all()] == [DESK_DRAFTERS]
    assert not user.is_superuser


def test_a_link_works_once(token: str) -> None:
    invitations.accept(token, PASSWORD, NOW)

    with pytest.raises(LinkIsSpent):
        invitations.accept(token, PASSWORD, NOW)


@pytest.mark.parametrize(("after", "is_open"), [(timedelta(hours=47, minutes=59), True),
                                                (invitations.LINK_LIFE, False)])  # fmt: skip
def test_a_link_lives_two_days(token: str, after: timedelta, is_open: bool) -> None:
    if is_open:
        assert invitations.open_link(token, NOW + after).username == "newcomer"
    else:
        with pytest.raises(LinkIsSpent):
            invitations.open_link(token, NOW + after)


def test_a_link_is_stored_nowhere(token: str) -> None:
    invitation = Invitation.objects.get()

    assert token not in str(Invitation.objects.values().get(pk=invitation.pk))
    assert token not in str(list(AuditEntry.objects.values()))


@pytest.mark.parametrize("guess", ["", "x", "%", "\x00", "a" * 10_000, "' OR 1=1 --", "None"])
def test_a_guessed_link_opens_nothing(token: str, guess: str) -> None:
    with pytest.raises(LinkIsSpent):
        invitations.open_link(guess, NOW)


def test_a_link_for_a_name_that_somebody_has_since_opens_nothing(token: str) -> None:
    person("Newcomer")

    with pytest.raises(LinkIsSpent):
        invitations.accept(token, PASSWORD, NOW)


def test_whoever_asked_cannot_confirm(asking: User) -> None:
    invitation = ask(asking)

    with pytest.raises(SamePerson):
        invitations.confirm(invitation, asking, NOW)


def test_the_database_refuses_a_confirmation_by_the_same_person(asking: User) -> None:
    invitation = ask(asking)

    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=invitation.pk).update(confirmed_by=asking, confirmed_at=NOW)


def test_the_database_refuses_a_link_that_nobody_confirmed(asking: User) -> None:
    invitation = ask(asking)

    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=invitation.pk).update(token_hash="0" * 64, expires_at=NOW)


def test_only_administrators_ask_confirm_and_revoke(asking: User) -> None:
    officer = person("officer")
    invitation = ask(asking)

    for step in (
        lambda: ask(officer, "another"),
        lambda: invitations.confirm(invitation, officer, NOW),
        lambda: invitations.revoke(invitation, officer, NOW),
    ):
        with pytest.raises(NotAnAdministrator):
            step()


def test_an_administrator_who_left_confirms_nothing(asking: User, confirming: User) -> None:
    invitation = ask(asking)
    User.objects.filter(pk=confirming.pk).update(is_active=False)

    with pytest.raises(NotAnAdministrator):
        invitations.confirm(invitation, confirming, NOW)


def test_a_revoked_invitation_opens_nothing_and_is_confirmed_no_more(
    asking: User, confirming: User, token: str
) -> None:
    invitation = Invitation.objects.get()

    invitations.revoke(invitation, asking, NOW)

    with pytest.raises(LinkIsSpent):
        invitations.accept(token, PASSWORD, NOW)
    for step in (invitations.confirm, invitations.revoke):
        with pytest.raises(WrongStep):
            step(invitation, confirming, NOW)


def test_an_invitation_is_confirmed_once(confirming: User, token: str) -> None:
    with pytest.raises(WrongStep):
        invitations.confirm(Invitation.objects.get(), confirming, NOW)


@pytest.mark.parametrize("username", ["asking", "ASKING", "waiting", "Waiting"])
def test_a_name_is_invited_once(asking: User, username: str) -> None:
    ask(asking, "waiting")

    with pytest.raises(NameIsTaken):
        ask(asking, username)


@pytest.mark.parametrize("username", ["жаңа", "two words", "", "x" * 151])
def test_an_invited_name_is_short_and_latin(asking: User, username: str) -> None:
    with pytest.raises(ValidationError):
        ask(asking, username)

    assert not Invitation.objects.exists()


def test_a_new_start_sets_a_password_and_ends_the_old_keys(asking: User, confirming: User) -> None:
    user = enrol(person("lost-phone", is_active=False))
    invitation = ask(asking, renews=user)

    token = invitations.confirm(invitation, confirming, NOW)
    renewed = invitations.accept(token, "another-steppe-kettle", NOW)

    assert renewed.pk == user.pk
    assert renewed.is_active
    assert renewed.check_password("another-steppe-kettle")
    assert not Authenticator.objects.filter(user=user).exists()


def test_a_new_start_asked_for_before_does_not_bring_back_who_left(
    asking: User, confirming: User
) -> None:
    user = enrol(person("lost-phone"))
    token = invitations.confirm(ask(asking, renews=user), confirming, NOW)
    people.deactivate(user, asking, NOW)

    with pytest.raises(LinkIsSpent):
        invitations.accept(token, "another-steppe-kettle", NOW)

    assert not User.objects.get(pk=user.pk).is_active


def test_nobody_confirms_their_own_new_start(asking: User, confirming: User) -> None:
    invitation = ask(asking, renews=confirming)

    with pytest.raises(SamePerson):
        invitations.confirm(invitation, confirming, NOW)


def test_every_step_is_recorded_with_who_and_when(asking: User, confirming: User) -> None:
    invitations.accept(invitations.confirm(ask(asking), confirming, NOW), PASSWORD, NOW)

    entries = AuditEntry.objects.filter(action="ACCOUNT").order_by("pk")
    assert [(entry.actor.username, entry.details["step"]) for entry in entries] == [
        ("asking", "invited"),
        ("confirming", "confirmed"),
        ("newcomer", "accepted"),
    ]
    assert {entry.at for entry in entries} == {NOW}


def test_the_first_two_administrators_come_by_two_links() -> None:
    links = invitations.found_administrators(["Aigul", "marat"], NOW)

    for _, link in links:
        invitations.accept(link, PASSWORD, NOW)

    assert {user.username for user in User.objects.administrators()} == {"aigul", "marat"}
    with pytest.raises(AdministratorsExist):
        invitations.found_administrators(["third", "fourth"], NOW)


def test_the_link_of_the_second_founder_can_be_made_anew_for_them_alone() -> None:
    (_, first), (_, second) = invitations.found_administrators(["aigul", "marat"], NOW)
    invitations.accept(first, PASSWORD, NOW)

    anew = invitations.found_administrators(["aigul", "marat"], NOW)

    assert [invitation.username for invitation, _ in anew] == ["marat"]
    with pytest.raises(LinkIsSpent):
        invitations.accept(second, PASSWORD, NOW)
    invitations.accept(anew[0][1], PASSWORD, NOW)
    assert User.objects.administrators().count() == 2


def test_the_link_asks_for_a_password_and_leads_to_the_second_factor(
    client: Client, asking: User, confirming: User
) -> None:
    token = invitations.confirm(ask(asking), confirming, datetime.now(UTC))
    address = f"/admin/account/invitation/{token}/"

    shown = client.get(address)
    weak = client.post(address, {"password1": "newcomer", "password2": "newcomer"})
    unequal = client.post(address, {"password1": PASSWORD, "password2": PASSWORD + "x"})
    accepted = client.post(address, {"password1": PASSWORD, "password2": PASSWORD})

    assert "newcomer" in shown.content.decode()
    assert weak.context["form"].errors
    assert unequal.context["form"].errors
    assert accepted["Location"] == "/admin/account/2fa/"
    assert client.get("/admin/")["Location"] == "/admin/account/2fa/"
    assert client.get("/admin/account/2fa/totp/activate/").status_code == 200
    assert Client().get(address).status_code == 404


def test_looking_at_the_link_spends_nothing(client: Client, token: str) -> None:
    invitation = Invitation.objects.get()
    Invitation.objects.update(expires_at=datetime.now(UTC) + timedelta(hours=1))

    for _ in range(3):
        assert client.get(f"/admin/account/invitation/{token}/").status_code == 200

    invitation.refresh_from_db()
    assert invitation.used_at is None


@pytest.mark.parametrize("name", sorted(OFFERED))
def test_no_group_may_make_change_or_delete_users_and_groups(name: str) -> None:
    permissions = Group.objects.get(name=name).permissions
    over_people = permissions.filter(content_type__model__in=("user", "group", "permission"))

    assert permissions.filter(codename="access_admin").exists()
    assert [permission.codename for permission in over_people] == (
        ["manage_people"] if name == ADMINISTRATORS else []
    )
