"""Public pages answered by their own views, for a ground that is not the present one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from urllib.parse import unquote, urlencode, urlsplit, urlunsplit

from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

from guidance.shown.framing import Frame, set_frame
from guidance.shown.ground import Ground
from guidance.shown.request import stand_on

# The pages that stand on the situation alone, by the names of their addresses; Wagtail's among
# them. What reads the ledger by itself (its list, past days) would show the present one.
PAGES = frozenset({"region", "regions", "declaration", "wagtail_serve"})
OF_A_DRILL = frozenset({"declaration"})  # it reaches no other page
_LINK = re.compile(r'(?P<name> (?:href|action))="(?P<address>/(?:kk|ru|en)/[^"]*)"')

Walk = Callable[[str], str]


def framed_page(
    request: HttpRequest,
    path: str,
    ground: Ground,
    frame: Frame,
    walk: Walk,
    keep: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Let the real view answer a public address.

    `walk` gives the framed address of another one; what to `keep` of the query goes along.
    """
    along = {**(keep or {}), **frame.look.asked}
    exercise = ground.public.exercise
    if get_language_from_path(path) != ground.lang or not is_framed(path, exercise=exercise):
        raise Http404

    def within(address: str) -> str:
        return walk(address) if is_framed(address, exercise=exercise) else ""

    inner = _public_request(request, path, along)
    stand_on(inner, ground)
    set_frame(inner, frame)
    with override(ground.lang):
        response = _answer(inner)
        if response.status_code in (301, 302):
            response["Location"] = _framed(response["Location"], within, along)
            return response
        page = response.content.decode()
    return HttpResponse(_LINK.sub(lambda link: _framed_link(link, within, along), page))


def is_framed(path: str, *, exercise: bool = False) -> bool:
    """Tell whether a public address can stand in a frame."""
    language = get_language_from_path(path)
    if language is None:
        return False
    with override(language):
        try:
            match = resolve(path)
        except Resolver404:  # a feed, a file: whatever a page may link to
            return False
    return match.url_name in (OF_A_DRILL if exercise else PAGES)


def _public_request(request: HttpRequest, path: str, along: Mapping[str, str]) -> WSGIRequest:
    """Give the request that a reader would make: nobody's, without a session or a cookie."""
    asked = request.GET.copy()
    for name in along:
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
    inner.resolver_match = match
    response = match.func(inner, *match.args, **match.kwargs)
    return response.render() if isinstance(response, TemplateResponse) else response


def _framed_link(link: re.Match[str], walk: Walk, along: Mapping[str, str]) -> str:
    address = unescape(link["address"])
    framed = _framed(address, walk, along)
    if framed == address:
        return f'{link[0]} target="_blank" rel="noopener"'
    return f'{link["name"]}="{escape(framed)}"'


def _framed(address: str, walk: Walk, along: Mapping[str, str]) -> str:
    """Give the framed address of a public one, or the address itself where it has none."""
    parts = urlsplit(address)
    path = walk(unquote(parts.path))
    if not path:
        return address
    query = "&".join(filter(None, (urlencode(along), parts.query)))
    return urlunsplit(parts._replace(path=path, query=query))
