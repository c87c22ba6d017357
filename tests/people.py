"""People for the tests: made, enrolled and signed in as the portal would."""

import time

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.test import Client

from portal.accounts.groups import DESK_DRAFTERS
from portal.accounts.models import ADMINISTRATORS, User

PASSWORD = "steppe-wormwood-kettle"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
BACKEND = "portal.accounts.backend.PortalBackend"


def person(username: str, *groups: str, **fields: object) -> User:
    """Make somebody with a password; without groups, one who waits for a desk's role."""
    user = User.objects.create_user(username, password=PASSWORD, **fields)
    user.groups.set(Group.objects.filter(name__in=groups or (DESK_DRAFTERS,)))
    return user


def administrator(username: str) -> User:
    """Make an administrator."""
    return person(username, ADMINISTRATORS)


def enrol(user: User) -> User:
    """Give somebody an authenticator app with the secret of the tests."""
    Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": encrypt(SECRET)}
    )
    return user


def sign_in(client: Client, user: User, *, second_factor_age: float = 0) -> Client:
    """Sign somebody in with password and second factor, the latter shown some seconds ago."""
    if not Authenticator.objects.filter(user=user).exists():
        enrol(user)
    client.force_login(user, backend=BACKEND)
    request = HttpRequest()
    request.session, request.user = client.session, user
    at = time.time() - second_factor_age
    record_authentication(request, user, "password", at=at)
    record_authentication(request, user, "mfa", type="totp", reauthenticated=True, at=at)
    request.session.save()
    return client
