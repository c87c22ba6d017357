"""The door of the people's screens: administrators, a fresh second factor, the page around."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from portal.accounts import people
from portal.accounts.errors import NotAnAdministrator

View = Callable[..., HttpResponse]


def for_administrators(view: View) -> View:
    """Let administrators in, and ask their second factor again before anything changes."""
    careful = reauthentication_required(app="allauth.mfa", allow_get=True)(view)

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            people.require_administrator(request.user)
        except NotAnAdministrator as refusal:
            raise PermissionDenied from refusal
        response: HttpResponse = careful(request, *args, **kwargs)
        return response

    return guarded


def show(
    request: HttpRequest, template: str, title: str, *, under_desks: bool = False, **context: Any
) -> HttpResponse:
    """Show a page with the way back to the people, and to the desks where it is one of theirs."""
    crumbs = [{"url": reverse("people:index"), "label": _("People")}]
    if under_desks:
        crumbs.append({"url": reverse("people:desks"), "label": _("Desks")})
    if template != "people/index.html":
        crumbs.append({"url": "", "label": title})
    return render(request, template, {"title": title, "breadcrumbs": crumbs, **context})
