"""The frame of every page: addresses in three languages, header, footer."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.template import Context
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_from_path
from django.utils.translation import gettext as _

from guidance.models import EmergencyNumber
from guidance.shown.framing import frame_of
from guidance.shown.request import ground_of

register = template.Library()

# Gas leaks have a number too; it stands in the guide, not on every page.
OFF_THE_FRAME = ("104",)


class Link(NamedTuple):
    """Name an address; the current one is told to screen readers."""

    name: str
    address: str
    is_current: bool = False
    code: str = ""


class PageAddresses(NamedTuple):
    """Hold the page's one true address and those of its translations."""

    canonical: str
    alternates: list[tuple[str, str]]


@register.simple_tag(takes_context=True)
def page_look(context: Context) -> SafeString:
    """Give the page the look that an editor looks at it in; a reader's page has none."""
    frame = frame_of(context.get("request"))
    return frame.look.attributes if frame is not None else mark_safe("")


@register.inclusion_tag("components/page_remark.html", takes_context=True)
def page_remark(context: Context) -> Mapping[str, Any]:
    """Say of a page that is not the present one what it is."""
    return {"frame": frame_of(context.get("request"))}


@register.simple_tag(takes_context=True)
def page_addresses(context: Context) -> PageAddresses:
    """Give the page's absolute addresses in every language; Kazakh serves all others."""
    path = _path(context)
    base = settings.BASE_URL
    alternates = [(code, base + in_language(path, code)) for code, _name in settings.LANGUAGES]
    alternates.append(("x-default", base + in_language(path, settings.LANGUAGE_CODE)))
    return PageAddresses(base + path, alternates)


@register.inclusion_tag("components/page_header.html", takes_context=True)
def page_header(context: Context) -> Mapping[str, Any]:
    """Show the wordmark, the languages and the sections."""
    path, current = _path(context), get_language()
    query = _query(context)
    languages = [
        Link(name, in_language(path, code) + query, code == current, code)
        for code, name in settings.LANGUAGES
    ]
    return {
        "home": f"/{current}/",
        "search": f"/{current}/search/",
        "is_search": path == f"/{current}/search/",
        "languages": languages,
        "sections": [
            Link(name, address, path.startswith(address)) for name, address in _sections()
        ],
    }


@register.inclusion_tag("components/page_footer.html", takes_context=True)
def page_footer(context: Context) -> Mapping[str, Any]:
    """Show whom to call and who runs the portal."""
    language = get_language() or settings.LANGUAGE_CODE
    return {
        "request": context.get("request"),
        "path": "" if is_framed(context) else _path(context),
        "numbers": emergency_numbers(context),
        "operator_name": settings.OPERATOR_NAME[language],
        "operator_contact": settings.OPERATOR_CONTACT,
        "is_official": settings.IS_OFFICIAL_CHANNEL,
        "links": [
            Link(_("Who runs the portal"), f"/{language}/about/"),
            Link(_("Accessibility"), f"/{language}/accessibility/"),
            Link(_("Check this message"), f"/{language}/check/"),
            Link(_("Feeds and data"), f"/{language}/data/"),
            Link(_("Exercises"), f"/{language}/exercises/"),
            Link(_("Status of the portal"), f"/{language}/status/"),
        ],
    }


@register.simple_tag(takes_context=True)
def is_framed(context: Context) -> bool:
    """Tell whether the page is a preview or a record, which leads to nothing of the present."""
    return frame_of(context.get("request")) is not None


@register.simple_tag(takes_context=True)
def emergency_numbers(context: Context) -> list[EmergencyNumber]:
    """List the numbers that stand on every page, in their order."""
    numbers = ground_of(context, timezone.now()).catalogue.texts.numbers
    return [number for number in numbers if number.number not in OFF_THE_FRAME]


def in_language(path: str, code: str) -> str:
    """Give the same page in another language, or its home page where the path has no language."""
    return f"/{code}/{path[4:]}" if get_language_from_path(path) else f"/{code}/"


def _sections() -> list[tuple[str, str]]:
    language = get_language()
    return [
        (_("Regions"), f"/{language}/regions/"),
        (_("Levels"), f"/{language}/levels/"),
        (_("News"), f"/{language}/news/"),
        (_("History"), f"/{language}/history/"),
    ]


def _path(context: Context) -> str:
    request = context.get("request")
    is_page_missing = context.get("is_page_missing", False)
    return request.path if request is not None and not is_page_missing else f"/{get_language()}/"


def _query(context: Context) -> str:
    request = context.get("request")
    if request is None or context.get("is_page_missing", False) or not request.GET:
        return ""
    return f"?{request.GET.urlencode()}"
