"""The page that explains how to embed the badge of a place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override

from guidance.channels.badge.layout import DEFAULT, SIZES
from guidance.models import Region
from guidance.rules.texts import capitalised
from guidance.shown.badge import TRUSTED_FOR
from guidance.shown.ground import Ground
from guidance.shown.marks import Named
from guidance.shown.places import by_alphabet, first_level, place_address, place_name
from guidance.shown.request import LONGEST_SECONDS

FRAME_HEIGHT = 460


@dataclass(frozen=True, slots=True)
class Example:
    """Hold one way to embed the badge: how it looks, and what to copy."""

    language: str
    name: str
    address: str
    width: int
    height: int
    alternative: str
    code: str

    @property
    def key(self) -> str:
        """Name the example among those of the page."""
        return f"{self.language}-{self.width}"


def badge_page(ground: Ground, region: Region) -> dict[str, Any]:
    """Put together all that the page prints."""
    lang = ground.lang
    others = [ground.country, *by_alphabet(first_level(ground.atlas), lang)]
    return {
        "region": Named(capitalised(place_name(region, lang)), place_address(region, lang)),
        "code": region.code,
        "examples": list(_examples(region, lang)),
        "frame": _frame(region, lang),
        "sizes": [(name, f"{size.width} × {size.height}") for name, size in SIZES.items()],
        "minutes": int(TRUSTED_FOR.total_seconds() // 60),
        "seconds": LONGEST_SECONDS,
        "others": [
            Named(capitalised(place_name(each, lang)), reverse("badge", args=[each.code]))
            for each in others
            if each.pk != region.pk
        ],
    }


def _examples(region: Region, lang: str) -> Iterator[Example]:
    """Show the small one in every language, and the large one in that of the page."""
    names = dict(settings.LANGUAGES)
    for code in (lang, *(other for other in names if other != lang)):
        yield _picture(region, code, names[code], DEFAULT)
    yield _picture(region, lang, names[lang], "large")


def _picture(region: Region, lang: str, name: str, size_name: str) -> Example:
    size = SIZES[size_name]
    with override(lang):
        path = reverse("badge_picture", args=[region.code])
        told = _("Terrorism threat level: %(place)s. Open the portal to see it")
        alternative = told % {"place": place_name(region, lang)}
    address = path if size_name == DEFAULT else f"{path}?size={size_name}"
    code = format_html(
        '<a href="{page}" lang="{lang}"><img src="{address}" width="{width}" height="{height}" '
        'alt="{alternative}" referrerpolicy="no-referrer"></a>',
        page=settings.BASE_URL + place_address(region, lang),
        lang=lang,
        address=settings.BASE_URL + address,
        width=size.width,
        height=size.height,
        alternative=alternative,
    )
    return Example(lang, name, address, size.width, size.height, alternative, code)


def _frame(region: Region, lang: str) -> Example:
    size, address = SIZES[DEFAULT], reverse("badge_frame", args=[region.code])
    title = _("Terrorism threat level: %(place)s") % {"place": place_name(region, lang)}
    code = format_html(
        '<iframe src="{address}" width="{width}" height="{height}" title="{title}" lang="{lang}" '
        'loading="lazy" referrerpolicy="no-referrer"></iframe>',
        address=settings.BASE_URL + address,
        width=size.width,
        height=FRAME_HEIGHT,
        title=title,
        lang=lang,
    )
    name = dict(settings.LANGUAGES)[lang]
    return Example(lang, name, address, size.width, FRAME_HEIGHT, title, code)
