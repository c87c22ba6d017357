"""Addresses for tests of the middleware: a page, a failure and a preview, beside the portal's."""

from typing import NoReturn

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseServerError
from django.urls import include, path
from django.utils.translation import get_language

from portal import machines
from portal.root import root


def page(request: HttpRequest) -> HttpResponse:
    """Say which language is active."""
    return HttpResponse(f"{get_language()} {request.LANGUAGE_CODE}")


def preview(request: HttpRequest) -> HttpResponse:
    """Answer as Wagtail's preview does: on the public path, for the editor's frame."""
    request.is_preview = True
    return HttpResponse("preview")


def failure(request: HttpRequest) -> NoReturn:
    """Fail."""
    raise RuntimeError


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing, without a look at the levels."""
    return HttpResponseNotFound("nothing here")


def handler500(request: HttpRequest) -> HttpResponse:
    """Say that something failed."""
    return HttpResponseServerError("failed")


urlpatterns = [
    path("", root, name="root"),
    path("healthz", machines.healthz),
    path("readyz", machines.readyz),
    path("robots.txt", machines.robots),
    path(".well-known/security.txt", machines.security_txt),
    path("media/<path:path>", machines.media),
    path("api/v1/thing", page),
    path("broken/", failure),
    path("admin/", include("portal.accounts.admin_urls")),
    path("admin/language/", page),
    path("admin/", include("wagtail.admin.urls")),
    *i18n_patterns(
        path("x/", page),
        path("preview/", preview),
        path("broken/", failure),
        prefix_default_language=True,
    ),
]
