"""The forms of signing in, in our own words and with our own guard of codes."""

from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    SetPasswordForm,
)
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm as AllauthAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.accounts.second_factor import METHOD, accept_code, may_try, spend_step
from portal.accounts.trail import note_failed_factor


def _relabel(form: forms.Form, labels: dict[str, Any]) -> None:
    """Give fields our words; a placeholder vanishes as one types and is no label."""
    for name, label in labels.items():
        form.fields[name].label = label
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)


class SignInForm(LoginForm):
    """Ask for name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, {"login": _("Username"), "password": _("Password")})
        self.fields["password"].help_text = ""

    def clean_login(self) -> str:
        return str(super().clean_login()).lower()


class PasswordAgainForm(ReauthenticateForm):
    """Ask for the password again, of those who have no second factor yet."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, {"password": _("Password")})


class NewPasswordForm(ChangePasswordForm):
    """Ask for the present password and twice for the new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "oldpassword": _("Present password"),
            "password1": _("New password"),
            "password2": _("New password again"),
        }
        _relabel(self, labels)
        self.fields["oldpassword"].help_text = ""


class FirstPasswordForm(SetPasswordForm):
    """Ask an invited person twice for a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, {"password1": _("New password"), "password2": _("New password again")})


class _GuardedCodeForm(forms.Form):
    """Check the code against the database: one process's cache does not know the others'."""

    user: User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, {"code": _("Code from the app, or a recovery code")})
        self.fields["code"].widget.attrs.update({"inputmode": "numeric", "maxlength": 16})

    def clean_code(self) -> str:
        at = timezone.now()
        if not may_try(self.user, at):
            raise get_adapter().validation_error("too_many_codes")
        code: str = self.cleaned_data["code"]
        authenticator = accept_code(self.user, code, at)
        if authenticator is None:
            note_failed_factor(context.request, self.user)
            raise get_adapter().validation_error("incorrect_code")
        authenticator.user = self.user
        self.authenticator = authenticator
        return code


class CodeForm(_GuardedCodeForm, AllauthAuthenticateForm):
    """Ask for the second factor at sign-in; it is fresh for what follows in five minutes."""

    def save(self) -> None:
        post_authentication(context.request, self.authenticator, reauthenticated=True)


class KeyForm(AuthenticateWebAuthnForm):
    """Take a passkey as the second factor at sign-in; it is fresh for what follows."""

    reauthenticated = True

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()
        except forms.ValidationError:
            note_failed_factor(context.request, self.user)
            raise


class CodeAgainForm(_GuardedCodeForm, AllauthReauthenticateForm):
    """Ask for the second factor again."""


class EnrolAppForm(ActivateTOTPForm):
    """Enrol an app: its first code opens this session, and nothing afterwards."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, {"code": _("Code from the app")})

    def clean_code(self) -> str:
        code: str = super().clean_code()
        spend_step(self.user, timezone.now())
        record_authentication(context.request, self.user, METHOD, type="totp", reauthenticated=True)
        return code


class EnrolKeyForm(AddWebAuthnForm):
    """Enrol a passkey or security key; touching it just now opens this session."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, {"name": _("Name of the key")})

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("credential") and not self.errors:
            record_authentication(
                context.request, self.user, METHOD, type="webauthn", reauthenticated=True
            )
        return cleaned


class RenameKeyForm(EditWebAuthnForm):
    """Give a key another name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, {"name": _("Name of the key")})
