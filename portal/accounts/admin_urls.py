"""Addresses under /admin/ that stand before Wagtail's own."""

from typing import NoReturn

from allauth.account import views as account
from django.http import Http404, HttpRequest
from django.urls import include, path, re_path
from django.views.generic import RedirectView


def _closed(request: HttpRequest, rest: str) -> NoReturn:
    raise Http404


urlpatterns = [
    path("account/", include("portal.accounts.urls")),
    # Wagtail's own sign-in asks for no second factor.
    path("login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    # Nor does Wagtail's own way out tell the audit who left.
    path("logout/", account.logout),
    # Wagtail's screens let one person make users, give groups and delete; ours ask two.
    re_path(r"^(?:users|groups|password_reset|bulk/(?:accounts|auth))/(?P<rest>.*)$", _closed),
]
