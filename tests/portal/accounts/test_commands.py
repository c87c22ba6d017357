"""The commands of accounts: first administrators, codes of the demo, people of the demo."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client, override_settings
from django.utils import timezone

from guidance.models import Membership
from portal.accounts import demo, totp
from portal.accounts.models import User
from tests.people import PASSWORD, SECRET, administrator, enrol, person

NOW = datetime(2026, 11, 22, 9, 0, 10, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_two_links_are_printed_and_each_brings_an_administrator(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("invite_administrators", "aigul", "marat")

    links = re.findall(r"^(\w+): https://dengei\.example(/\S+/)$", capsys.readouterr().out, re.M)
    assert [name for name, _ in links] == ["aigul", "marat"]
    for _, path in links:
        form = {"password1": PASSWORD, "password2": PASSWORD}
        assert Client().post(path, form)["Location"] == "/admin/account/2fa/"
    assert User.objects.administrators().count() == 2


@pytest.mark.parametrize(
    "names", [("same", "same"), ("same", "SAME"), ("айгүл", "marat"), ("", "b")]
)
def test_unfit_names_of_administrators_are_refused(names: tuple[str, str]) -> None:
    with pytest.raises(CommandError):
        call_command("invite_administrators", *names)


def test_nobody_is_invited_from_the_shell_once_there_are_administrators() -> None:
    administrator("aigul")

    with pytest.raises(CommandError, match="already"):
        call_command("invite_administrators", "marat", "dana")


@override_settings(DEMO=True)
def test_the_present_code_of_a_demo_person_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    enrol(person("aqtobe-drafter", is_demo=True))

    with time_machine.travel(NOW, tick=False):
        call_command("demo_code", "aqtobe-drafter")

    assert capsys.readouterr().out.strip() == totp.code_of(SECRET, totp.step_at(NOW))


@pytest.mark.parametrize(("is_demo", "in_demo", "name"), [(True, False, "officer"),
    (False, True, "officer"), (True, True, "nobody")])  # fmt: skip
def test_no_other_code_is_told(is_demo: bool, in_demo: bool, name: str) -> None:
    enrol(person("officer", is_demo=is_demo))

    with override_settings(DEMO=in_demo), pytest.raises(CommandError):
        call_command("demo_code", name)


@override_settings(DEMO=True)
def test_the_demo_people_have_their_roles_and_can_sign_in(client: Client) -> None:
    call_command("setup", tables_stand=True, verbosity=0)

    with time_machine.travel(NOW, tick=False):
        accounts = demo.make_demo_accounts()
        entered = {account.name: sign_in_as(account) for account in accounts}

    roles = Membership.objects.in_force(timezone.now()).filter(user__is_demo=True)
    assert sorted(roles.values_list("user__username", "desk__region__code", "role")) == [
        ("aqtobe-approver", "KZ-15", "APPROVER"),
        ("aqtobe-drafter", "KZ-15", "DRAFTER"),
        ("republican", "KZ", "APPROVER"),
        ("republican", "KZ", "DRAFTER"),
    ]
    assert entered == dict.fromkeys(("aqtobe-drafter", "aqtobe-approver", "republican"), "/admin/")
    assert not User.objects.get(username=demo.FOUNDER).is_active
    assert {user.username for user in User.objects.administrators()} == {"republican"}


def sign_in_as(account: demo.DemoAccount) -> str:
    client = Client()
    form = {"login": account.name, "password": account.password}
    client.post("/admin/account/login/", form)
    code = demo.present_code(User.objects.get(username=account.name), datetime.now(UTC))
    return client.post("/admin/account/2fa/authenticate/", {"code": code})["Location"]
