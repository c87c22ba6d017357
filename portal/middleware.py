"""What every request passes: language from the path, policy by path, second factor for editors."""

from collections.abc import Callable

from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from csp.middleware import CSPMiddleware
from csp.utils import PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import get_language_from_path

ADMIN_PREFIX = "/admin/"
ACCOUNT_PREFIX = "/admin/account/"


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
    """Send the strict policy to the public and Wagtail's own to editors."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(ADMIN_PREFIX):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        if getattr(request, "is_preview", False):
            # The preview runs on the public path but stands in the editor's frame.
            parts.replace = {**(parts.replace or {}), "frame-ancestors": ["'self'"]}
        return parts


class SecondFactorMiddleware:
    """Send editors without a second factor to enrol one before anything under /admin/."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if not path.startswith(ADMIN_PREFIX) or path.startswith(ACCOUNT_PREFIX):
            return self.get_response(request)
        user = request.user
        if user.is_authenticated and not get_mfa_adapter().is_mfa_enabled(user):
            return redirect("mfa_index")
        return self.get_response(request)
