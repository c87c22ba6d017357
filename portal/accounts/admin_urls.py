"""Addresses under /admin/ that stand before Wagtail's own."""

from typing import NoReturn

from allauth.account import views as account
from django.http import Http404, HttpRequest
from django.urls import include, path, re_path
from django.views.generic import RedirectView


def _closed(request: HttpRequest, rest: str) -> NoReturn:
    raise Http404


# Wagtail's screens for people let one person make users, give groups and delete; ours ask two.
PEOPLE = ("users", "groups", "password_reset", "bulk/accounts", "bulk/auth")
# The rest would take the site down in one step, or is of no use here.
UNUSED = (
    "sites", "collections", "settings", "embeds", "test404", "failwhale",
    "api/main/documents", "api/main/images", "api/main/pages/find", r"api/main/pages/\d+/action",
    r"pages/\d+/privacy", "redirects/import", "bulk/guidance",
)  # fmt: skip
CLOSED = "|".join((*PEOPLE, *UNUSED))

urlpatterns = [
    path("account/", include("portal.accounts.urls")),
    # Wagtail's own sign-in asks for no second factor.
    path("login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    # Nor does Wagtail's own way out tell the audit who left.
    path("logout/", account.logout),
    re_path(rf"^(?:{CLOSED})/(?P<rest>.*)$", _closed),
]
