"""The one way to prove a password."""

from ipaddress import ip_address
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import Permission
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from guidance.models import Address
from portal.accounts.models import User

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
LOOPBACK = Address("127.0.0.1")


def is_enrolled(user: Any) -> bool:
    """Tell whether somebody has a second factor, as it was known when their request began."""
    known: bool | None = getattr(user, "has_second_factor", None)
    return is_mfa_enabled(user, list(SECOND_FACTORS)) if known is None else known


def may_sign_in(user: User) -> bool:
    """Tell whether this account is of somebody who is here: never a machine's."""
    if user.is_service or not user.is_active:
        return False
    return settings.DEMO or not user.is_demo


class PortalBackend(AuthenticationBackend):
    """Let active people in; a session of somebody who left ends with the next request."""

    def user_can_authenticate(self, user: Any) -> bool:
        return isinstance(user, User) and may_sign_in(user)

    def get_user(self, user_id: Any) -> User | None:
        """Give who is signed in, in one query with what the admin asks of everybody."""
        factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=SECOND_FACTORS)
        people = User.objects.select_related("wagtail_userprofile")
        user = people.annotate(has_second_factor=Exists(factors)).filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None

    def _get_user_permissions(self, user_obj: Any) -> QuerySet[Permission]:
        # Rights come by groups, which two administrators change; a person has none of their own.
        return Permission.objects.none()

    @classmethod
    def _stash_user(cls, user: AbstractBaseUser | None) -> AbstractBaseUser | None:
        # allauth carries a refused user on to a page of its own: that would let demo and
        # service accounts through, and tell a guesser that the password was right.
        return None


def lowercase_username(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Return the name that failures are counted under: capitals give no further tries."""
    given = (credentials or {}).get("username") or request.POST.get("login", "")
    return str(given).strip().lower()[:150]


def client_address(request: HttpRequest) -> Address:
    """Return the visitor's address as our own outermost proxy saw it."""
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    proxies: int = settings.TRUSTED_PROXIES
    behind = seen[-proxies] if 0 < proxies <= len(seen) else ""
    for address in (behind, str(request.META.get("REMOTE_ADDR", ""))):
        try:
            return Address(str(ip_address(address.partition("%")[0])))  # no name of an interface
        except ValueError:
            continue
    return LOOPBACK  # a proxy on a local socket that tells no address
