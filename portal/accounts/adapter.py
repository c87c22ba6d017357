"""How sign-in behaves here: nobody signs up, refusals are told in our words, secrets are sealed."""

import base64
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from portal.accounts.backend import SECOND_FACTORS, client_address, may_sign_in
from portal.accounts.models import User
from portal.accounts.trail import (
    note_arrival,
    note_change,
    note_departure,
    note_failed_password,
)


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Refuse sign-up; people come by an invitation that a second administrator confirms."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "enter_current_password": _("This is not your present password."),
        "incorrect_password": _("This is not your password."),
        "rate_limited": _("Too many requests. Wait a minute and try again."),
        "too_many_login_attempts": _("Too many failed tries. Wait and try again."),
        "username_password_mismatch": _("The username or the password is wrong."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def is_safe_url(self, url: str | None) -> bool:
        """Follow `next` to paths of this site alone; addresses with a host are never needed."""
        if not url or not url.startswith("/") or not url.isprintable():
            return False
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """Refuse once more here, whatever way led to a sign-in."""
        if not may_sign_in(user):
            raise PermissionDenied
        response: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return response

    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        note_arrival(request, user)

    def logout(self, request: HttpRequest) -> None:
        note_departure(request)
        super().logout(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        note_failed_password(request, str(credentials.get("username", "")))

    def send_notification_mail(self, template_prefix: str, user: User, *args: Any) -> None:
        """Take the place at which allauth tells of every change of a sign-in."""
        note_change(self.request, template_prefix, user)
        super().send_notification_mail(template_prefix, user, *args)

    def get_reauthentication_methods(
        self, user: AbstractBaseUser | AnonymousUser
    ) -> list[dict[str, Any]]:
        """Offer the password only to those who have no second factor yet.

        Else a stolen password and an unlocked screen would suffice to enrol another key.
        """
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        if is_mfa_enabled(user, list(SECOND_FACTORS)):
            return [method for method in methods if method["id"] != "reauthenticate"]
        return methods


class SealingMFAAdapter(DefaultMFAAdapter):
    """Keep the secrets of the second factor sealed, and the last factor in place."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Enrol another second factor before removing this one."),
        "cannot_generate_recovery_codes": _("Enrol a second factor first."),
        "incorrect_code": _("This code is wrong or was used already. Wait for the next one."),
        "too_many_codes": _("Too many wrong codes. Wait five minutes and try again."),
    }

    def get_totp_label(self, user: User) -> str:
        return user.username

    def build_totp_svg(self, url: str) -> str:
        return segno.make(url, error="m").svg_inline(scale=5, border=2, light="#fff")

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        others = Authenticator.objects.filter(user_id=authenticator.user_id)
        factors = others.filter(type__in=SECOND_FACTORS)
        return bool(factors.exclude(pk=authenticator.pk).exists())

    def encrypt(self, text: str) -> str:
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _seal().decrypt(encrypted_text.encode()).decode()


def _seal() -> MultiFernet:
    """Return the seal of the present secret key; old keys still open what they sealed."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [
        salted_hmac("portal.accounts.second_factor", "seal", secret=key, algorithm="sha256")
        for key in keys
    ]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest.digest())) for digest in digests])
