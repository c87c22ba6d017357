"""Pages of signing in that are our own: password, removal of a key, invitation."""

from datetime import datetime
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.account.views import PasswordChangeView
from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from portal.accounts import invitations
from portal.accounts.backend import client_address
from portal.accounts.errors import LinkIsSpent
from portal.accounts.forms import FirstPasswordForm


class KeyRemoval(RemoveWebAuthnView):
    """Remove a key, unless it is the last second factor."""

    def form_valid(self, form: Any) -> HttpResponse:
        if not get_adapter().can_delete_authenticator(self.get_object()):
            raise PermissionDenied
        response: HttpResponse = super().form_valid(form)
        return response


remove_key = KeyRemoval.as_view()
# allauth asks nobody to prove themselves again before a new password; we do.
password_change = reauthentication_required(app="allauth.mfa")(PasswordChangeView.as_view())


@never_cache
@sensitive_post_parameters("password1", "password2")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Let an invited person choose a password, sign them in and send them on to enrol."""
    try:
        return _invited(request, token, timezone.now())
    except LinkIsSpent:
        return render(request, "account/invitation_spent.html", status=404)


def _invited(request: HttpRequest, token: str, at: datetime) -> HttpResponse:
    invited = invitations.open_link(token, at)
    form = FirstPasswordForm(data=request.POST or None, user=invitations.candidate(invited))
    if request.method != "POST" or not form.is_valid():
        return render(request, "account/invitation.html", {"form": form, "invitation": invited})
    user = invitations.accept(token, form.cleaned_data["password1"], at, client_address(request))
    record_authentication(request, user, "password", username=user.username, reauthenticated=True)
    perform_login(request, Login(user=user, email_verification="none"))
    return redirect("mfa_index")
