"""Which doors of Wagtail's admin open to whom: most of them to the newsroom alone."""

import re
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.datastructures import MultiValueDictKeyError
from wagtail.models import Page
from wagtail.permissions import policy_registry

ADMIN = "/admin/"
# Open to everybody with a second factor; each asks by itself what the person may do there.
FOR_ALL = re.compile(
    r"$|translations/(?:results/)?$|(?:account|desk|people"
    r"|login|logout|sprite|jsi18n|dismissibles)/"
    r"|snippets/(?!choose/|news/)"
)
# Wagtail lists there whatever anybody did, titles included.
FOR_SUPERUSERS = re.compile(r"reports/(?:site-history|page-types-usage)/")
WRITING = ("add", "change", "publish")


class AdminDoorsMiddleware:
    """Answer 404 to whoever has no business behind a door.

    Wagtail's choosers, bulk pages and listings check less than its editors do: they would show
    drafts, pictures and files of the newsroom to the people of the desks.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Refuse a form that lacks fields of its own: no page of ours sends one."""
        if isinstance(exception, MultiValueDictKeyError):
            return HttpResponseBadRequest()
        return None

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if path.startswith(ADMIN) and not _is_open(path.removeprefix(ADMIN), request.user):
            raise Http404
        return self.get_response(request)


def _is_open(door: str, user: Any) -> bool:
    if FOR_ALL.match(door):
        return True
    if FOR_SUPERUSERS.match(door):
        return bool(user.is_superuser)
    return bool(policy_registry.get_by_type(Page).user_has_any_permission(user, WRITING))
