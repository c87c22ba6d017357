"""The forms of the second factor, with our own guard against replays and guesses."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.utils import timezone

from portal.accounts.second_factor import accept_code, may_try, spend_step


class _GuardedCode:
    """Check the code against the database: the cache of one process knows not the others."""

    def clean_code(self) -> str:
        at = timezone.now()
        if not may_try(self.user, at):
            raise get_adapter().validation_error("too_many_codes")
        code: str = self.cleaned_data["code"]
        authenticator = accept_code(self.user, code, at)
        if authenticator is None:
            raise get_adapter().validation_error("incorrect_code")
        authenticator.user = self.user
        self.authenticator = authenticator
        return code


class GuardedAuthenticateForm(_GuardedCode, AuthenticateForm):
    """Ask for the second factor at sign-in."""


class GuardedReauthenticateForm(_GuardedCode, ReauthenticateForm):
    """Ask for the second factor again."""


class SpendingActivateTOTPForm(ActivateTOTPForm):
    """Enrol an app; the code typed here opens nothing afterwards."""

    def clean_code(self) -> str:
        code: str = super().clean_code()
        spend_step(self.user, timezone.now())
        return code
