"""Addresses of signing in, under /admin/account/: what is not named here does not exist."""

from typing import NoReturn

from allauth.account import views as account
from django.http import Http404, HttpRequest
from django.urls import include, path
from django.views.i18n import set_language

from portal.accounts import views


def _nothing_here(request: HttpRequest, rest: str) -> NoReturn:
    raise Http404


urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("language/", set_language, name="account_language"),
    path("invitation/<str:token>/", views.invitation, name="account_invitation"),
    path("2fa/webauthn/keys/<int:pk>/remove/", views.remove_key, name="mfa_remove_webauthn"),
    path("2fa/", include("allauth.mfa.urls")),
    # Sign-up, e-mail management and reset by e-mail are closed: plain 404, signed in or not.
    path("<path:rest>", _nothing_here),
]
