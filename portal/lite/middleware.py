"""Every public page is also there as text alone; what caches keep of the two never mixes."""

from collections.abc import Callable

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_path

from portal.lite.asking import HEADER, kept_choice, wants_lite
from portal.lite.text_page import carrying, text_page, with_choice
from portal.static_storage import LITE_STYLE


class LitePagesMiddleware:
    """Answer with a page as text alone where that is wanted."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not get_language_from_path(request.path_info) or getattr(request, "is_preview", False):
            return response
        choice = kept_choice(request)
        if choice and response.has_header("Location"):
            response["Location"] = carrying(response["Location"], choice)
        if _is_page(response):
            patch_vary_headers(response, [HEADER])
            self._lighten(request, response, choice)
        return response

    def _lighten(self, request: HttpRequest, response: HttpResponse, choice: str) -> None:
        is_lite = wants_lite(request)
        if not (is_lite or choice):
            return
        source = response.content.decode()
        if is_lite:
            source = text_page(source, staticfiles_storage.url(LITE_STYLE))
        response.content = with_choice(source, choice) if choice else source
        if response.has_header("Content-Length"):
            response["Content-Length"] = str(len(response.content))


def _is_page(response: HttpResponse) -> bool:
    kind = response.headers.get("Content-Type", "")
    return kind.startswith("text/html") and not response.streaming and bool(response.content)
