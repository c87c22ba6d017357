"""The three people of the demo, who can sign in where DEMO=1 only."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.mfa.utils import decrypt, encrypt
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from guidance.models import Desk, RoleCode
from guidance.roles import confirm_role, request_role
from portal.accounts import totp
from portal.accounts.demo_duty import plan_demo_duty
from portal.accounts.groups import NEWS_EDITORS
from portal.accounts.models import ADMINISTRATORS, User

# Readable and typed once: no letters that look alike.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Name a demo person, with the password that is shown once."""

    name: str
    password: str
    about: str


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    first_name: str
    last_name: str
    about: str
    region: str
    roles: tuple[RoleCode, ...]
    groups: tuple[str, ...] = ()


PARTS = (
    _Part(
        "aqtobe-drafter", "Айгүл", "Серікқызы", "drafts for Aktobe Region", "KZ-15",
        (RoleCode.DRAFTER,),
    ),
    _Part(
        "aqtobe-approver", "Марат", "Жақсыбеков", "approves for Aktobe Region", "KZ-15",
        (RoleCode.APPROVER,),
    ),
    _Part(
        "republican", "Дана", "Ермекова", "drafts, approves and administers, republican desk",
        "KZ", (RoleCode.DRAFTER, RoleCode.APPROVER),
        (ADMINISTRATORS, NEWS_EDITORS),
    ),
)  # fmt: skip
# A change of roles takes two administrators. This one gives the demo its roles and leaves.
FOUNDER = "demo-founder"


@transaction.atomic
def make_demo_accounts() -> list[DemoAccount]:
    """Make the people of the demo with new passwords; roles are given as in life, by two."""
    at = timezone.now()
    founder = _make(FOUNDER, (ADMINISTRATORS,))
    people = {part.name: _make(part.name, part.groups, part) for part in PARTS}
    accounts = [_with_password(people[part.name], part.about) for part in PARTS]
    for part in PARTS:
        _give_roles(part, people, founder, at)
    User.objects.filter(pk=founder.pk).update(is_active=False)
    desk = Desk.objects.select_related("region").get(region__code="KZ-15")
    plan_demo_duty(desk, people["aqtobe-drafter"], people["aqtobe-approver"], at)
    return accounts


def present_code(user: User, at: datetime) -> str:
    """Return the code that the person's authenticator app would show."""
    app = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
    return totp.code_of(decrypt(app.data["secret"]), totp.step_at(at))


def _make(name: str, groups: Sequence[str], part: _Part | None = None) -> User:
    user = User(username=name, is_demo=True)
    if part is not None:
        user.first_name, user.last_name = part.first_name, part.last_name
    user.set_unusable_password()
    user.save()
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def _with_password(user: User, about: str) -> DemoAccount:
    password = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
    user.set_password(password)
    user.save()
    Authenticator.objects.create(
        user=user,
        type=Authenticator.Type.TOTP,
        data={"secret": encrypt(generate_totp_secret())},
    )
    RecoveryCodes.activate(user)
    return DemoAccount(user.username, password, about)


def _give_roles(part: _Part, people: dict[str, User], founder: User, at: datetime) -> None:
    desk = Desk.objects.get(region__code=part.region)
    asker = people["republican"]
    for role in part.roles:
        asked = request_role(people[part.name], desk=desk, role=role, by=asker, at=at)
        confirm_role(asked, by=founder, at=at)
