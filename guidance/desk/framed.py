"""Public pages answered by their own views, for a ground that is not the present one."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import resolve
from django.utils.translation import get_language_from_path, override

from guidance.shown.framing import Frame, Look, set_frame
from guidance.shown.ground import Ground
from guidance.shown.request import stand_on

# The pages that stand on the situation alone, by the names of their addresses; Wagtail's among
# them. What reads the ledger by itself (its list, past days) would show the present one.
PAGES = frozenset({"region", "regions", "declaration", "wagtail_serve"})
_LINK = re.compile(r'(?P<name> (?:href|action))="(?P<path>/(?:kk|ru|en)/[^"?#]*)(?P<rest>[^"]*)"')

Walk = Callable[[str], str]


def framed_page(
    request: HttpRequest, path: str, ground: Ground, frame: Frame, walk: Walk
) -> HttpResponse:
    """Let the real view answer a public address; `walk` gives the framed address of another."""
    if get_language_from_path(path) != ground.lang:
        raise Http404
    inner = _public_request(request, path, frame.look)
    stand_on(inner, ground)
    set_frame(inner, frame)
    with override(ground.lang):
        response = _answer(inner)
        if response.status_code in (301, 302):
            response["Location"] = _framed_location(response["Location"], walk)
            return response
        page = response.content.decode()
    return HttpResponse(_LINK.sub(lambda link: _framed_link(link, walk, frame), page))


def is_framed(path: str) -> bool:
    """Tell whether a public address can stand in a frame."""
    language = get_language_from_path(path)
    if language is None:
        return False
    with override(language):
        return resolve(path).url_name in PAGES


def _public_request(request: HttpRequest, path: str, look: Look) -> WSGIRequest:
    """Give the request that a reader would make: nobody's, without a session or a cookie."""
    asked = request.GET.copy()
    for name in look.asked:
        asked.pop(name)
    environ = {
        **request.META,
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": asked.urlencode(),
        "REQUEST_METHOD": "GET",
        "HTTP_COOKIE": "",
    }
    inner = WSGIRequest(environ)
    inner.user = AnonymousUser()
    return inner


def _answer(inner: WSGIRequest) -> HttpResponse:
    match = resolve(inner.path_info)
    if match.url_name not in PAGES:
        raise Http404
    inner.resolver_match = match
    response = match.func(inner, *match.args, **match.kwargs)
    return response.render() if isinstance(response, TemplateResponse) else response


def _framed_location(location: str, walk: Walk) -> str:
    path, question, query = location.partition("?")
    return f"{walk(path)}{question}{query}" if is_framed(path) else location


def _framed_link(link: re.Match[str], walk: Walk, frame: Frame) -> str:
    path, rest, look = unquote(link["path"]), link["rest"], frame.look.query
    if not is_framed(path):
        return f'{link[0]} target="_blank" rel="noopener"'
    if look:
        rest = f"?{look}".replace("&", "&amp;") + rest.replace("?", "&amp;", 1)
    return f'{link["name"]}="{walk(path)}{rest}"'
