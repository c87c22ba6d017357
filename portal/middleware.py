"""What every request passes: language from the path, policy by path, second factor for editors."""

from collections.abc import Callable

from allauth.account.internal.flows.login import get_authentication_records
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect, resolve_url
from django.utils import translation
from django.utils.translation import get_language_from_path

from portal import policies
from portal.accounts.backend import is_enrolled
from portal.accounts.second_factor import METHOD
from portal.kept_pages import shorten

ADMIN_PREFIX = "/admin/"
ACCOUNT_PREFIX = "/admin/account/"
MEDIA_PREFIX = "/media/"


class PortalLocaleMiddleware(LocaleMiddleware):
    """Take the language from the path; leave paths without one their status and cacheability."""

    def process_request(self, request: HttpRequest) -> None:
        path = request.path_info
        if path.startswith(ADMIN_PREFIX) or get_language_from_path(path):
            super().process_request(request)
            return
        translation.activate(settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = settings.LANGUAGE_CODE

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if get_language_from_path(request.path_info):
            return super().process_response(request, response)
        return response


class PathPolicyMiddleware(CSPMiddleware):
    """Send the strict policy to the public and to sign-in, Wagtail's own to editors."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and is_wagtail(request.path_info):
            parts.config = policies.ADMIN
        if _is_preview(request):
            parts.replace = {**(parts.replace or {}), "frame-ancestors": ["'self'"]}
        return parts

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        response = super().process_response(request, response)
        shorten(request, response)
        # Feed readers show our pictures; a badge or the API says so in its own view.
        sharing = "cross-origin" if request.path_info.startswith(MEDIA_PREFIX) else "same-origin"
        response.headers.setdefault("Cross-Origin-Resource-Policy", sharing)
        if is_wagtail(request.path_info) or _is_preview(request):
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        if request.path_info.startswith(ADMIN_PREFIX):
            response.headers.setdefault("Cache-Control", "no-store, private")
            response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        return response


class SecondFactorMiddleware:
    """Let nobody into /admin/ who has not shown a second factor in this session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        refusal = self._refusal(request) if is_wagtail(request.path_info) else None
        return refusal or self.get_response(request)

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        if not request.user.is_authenticated:
            return self._send_to(request, "account_login")
        if not is_enrolled(request.user):
            return redirect("mfa_index")
        records = get_authentication_records(request, request.user)
        # A session opened by password alone, before the factor was enrolled, stays outside.
        if not any(record.get("method") == METHOD for record in records):
            return self._send_to(request, "mfa_reauthenticate")
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied  # Wagtail would send them to sign in, and sign-in back here
        return None

    def _send_to(self, request: HttpRequest, name: str) -> HttpResponse:
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            raise PermissionDenied  # a script of the admin expects 403, not a page to sign in
        return redirect_to_login(request.get_full_path(), resolve_url(name))


def _is_preview(request: HttpRequest) -> bool:
    """Tell a preview: it runs on the public path but stands in the editor's frame."""
    return bool(getattr(request, "is_preview", False))


def is_wagtail(path: str) -> bool:
    """Tell the admin from the pages of signing in; Wagtail's own /admin/account/ is admin."""
    is_sign_in = path.startswith(ACCOUNT_PREFIX) and path != ACCOUNT_PREFIX
    return path.startswith(ADMIN_PREFIX) and not is_sign_in
