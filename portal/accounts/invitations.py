"""How people come: asked for by one administrator, confirmed by another, by a link used once."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.db import transaction

from guidance.models import NOWHERE, Address
from portal.accounts.errors import (
    AdministratorsExist,
    LinkIsSpent,
    NameIsTaken,
    SamePerson,
    WrongStep,
)
from portal.accounts.models import ADMINISTRATORS, Invitation, User
from portal.accounts.people import require_administrator
from portal.accounts.trail import attempted, note_account

LINK_LIFE = timedelta(hours=48)


def found_administrators(usernames: Iterable[str], at: datetime) -> list[tuple[Invitation, str]]:
    """Invite the first administrators; nobody is there to confirm them.

    While only one of them has come, the links of the others can be made anew: alone, one
    administrator can invite nobody.
    """
    with transaction.atomic():
        present = User.objects.administrators().count()
        waiting = Invitation.objects.founding().waiting()
        if present > 1 or (present == 1 and not waiting.exists()):
            raise AdministratorsExist
        waiting.update(revoked_at=at)
        come = set(User.objects.administrators().values_list("username", flat=True))
        return [_found(name.lower(), at) for name in usernames if name.lower() not in come]


def invite(
    by: User,
    asked: Invitation,
    groups: Iterable[Group],
    at: datetime,
    address: Address = NOWHERE,
) -> Invitation:
    """Ask for a new person, or for a known one's new start (`renews`)."""
    asked.username = asked.username.lower()
    asked.created_by, asked.created_at = by, at
    with attempted("invited", by, at, address, asked.renews), transaction.atomic():
        require_administrator(by)
        _require_free_name(asked, at)
        asked.full_clean()
        asked.save(force_insert=True)
        asked.groups.set(groups)
        _record(by, at, "invited", asked, address)
    return asked


def confirm(invitation: Invitation, by: User, at: datetime, address: Address = NOWHERE) -> str:
    """Confirm as a second administrator; return the link's token, which is stored nowhere."""
    with (
        attempted("confirmed", by, at, address, invitation.renews),
        transaction.atomic(),
    ):
        require_administrator(by)
        locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if locked.confirmed_at or locked.revoked_at or locked.is_founding:
            raise WrongStep
        if locked.created_by_id == by.pk or locked.renews_id == by.pk:
            raise SamePerson
        locked.confirmed_by, locked.confirmed_at = by, at
        token = _issue(locked, at)
        _record(by, at, "confirmed", locked, address)
    return token


def revoke(invitation: Invitation, by: User, at: datetime, address: Address = NOWHERE) -> None:
    """Take an invitation back; one administrator is enough to close a door."""
    with attempted("revoked", by, at, address, invitation.renews), transaction.atomic():
        require_administrator(by)
        open_ones = Invitation.objects.filter(pk=invitation.pk).waiting()
        if not open_ones.update(revoked_at=at):
            raise WrongStep
        _record(by, at, "revoked", invitation, address)


def open_link(token: str, at: datetime) -> Invitation:
    """Return the invitation that the token opens."""
    invitation = Invitation.objects.waiting().filter(token_hash=_hash(token)).first()
    if invitation is None or invitation.expires_at is None or at >= invitation.expires_at:
        raise LinkIsSpent
    return invitation


def candidate(invitation: Invitation) -> User:
    """Return the person the invitation is for; a new one is not saved yet."""
    return invitation.renews or User(
        username=invitation.username,
        first_name=invitation.first_name,
        last_name=invitation.last_name,
        email=invitation.email,
    )


def accept(token: str, password: str, at: datetime, address: Address = NOWHERE) -> User:
    """Spend the link: make the person, or give the known one a new start."""
    with transaction.atomic():
        invitation = open_link(token, at)
        # The condition again: of two clicks at once only one changes a row.
        if not Invitation.objects.waiting().filter(pk=invitation.pk).update(used_at=at):
            raise LinkIsSpent
        user = candidate(invitation)
        if user.pk is None and User.objects.filter(username__iexact=user.username).exists():
            raise LinkIsSpent  # somebody else has the name since
        user.is_active = True
        user.set_password(password)
        user.save()
        # A new start ends the old keys: the phone may be lost, or in wrong hands.
        Authenticator.objects.filter(user=user).delete()
        if invitation.renews_id is None:
            user.groups.set(invitation.groups.all())
            Invitation.objects.filter(pk=invitation.pk).update(user=user)
        _record(user, at, "accepted", invitation, address)
    return user


def _found(username: str, at: datetime) -> tuple[Invitation, str]:
    invitation = Invitation(username=username, is_founding=True, created_at=at)
    _require_free_name(invitation, at)
    invitation.full_clean()
    invitation.save(force_insert=True)
    invitation.groups.set(Group.objects.filter(name=ADMINISTRATORS))
    _record(None, at, "founded", invitation, NOWHERE)
    return invitation, _issue(invitation, at)


def _issue(invitation: Invitation, at: datetime) -> str:
    token = secrets.token_urlsafe(32)
    invitation.token_hash = _hash(token)
    invitation.expires_at = at + LINK_LIFE
    invitation.save()
    return token


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _require_free_name(asked: Invitation, at: datetime) -> None:
    if asked.renews is not None:
        asked.username = asked.renews.username
    elif User.objects.filter(username__iexact=asked.username).exists():
        raise NameIsTaken
    if Invitation.objects.waiting().live(at).filter(username=asked.username).exists():
        raise NameIsTaken


def _record(
    actor: User | None, at: datetime, step: str, invitation: Invitation, address: Address
) -> None:
    subject = invitation.renews or invitation.user
    facts = {"invitation": invitation.pk, "username": invitation.username}
    note_account(actor, at, address, subject, step=step, **facts)
