"""How a page introduces itself where it is shared."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from guidance.channels.cards.address import picture_address, present_operator
from guidance.channels.cards.telling import of_country
from guidance.shown.request import ground_of
from guidance.templatetags.page_frame import page_addresses

register = template.Library()

# A parser of HTML reads none of these as markup; JSON reads them as the letters they stand for.
ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
LOCALES = {"kk": "kk_KZ", "ru": "ru_RU", "en": "en_GB"}


@register.inclusion_tag("components/share_card.html", takes_context=True)
def share_card(
    context: Context,
    title: str,
    description: str = "",
    *,
    kind: str = "website",
    picture: str = "",
    page: Any = None,
    published: datetime | None = None,
    updated: datetime | None = None,
) -> Mapping[str, Any]:
    """Introduce a page to messengers and networks; without a picture of its own, the country's."""
    lang = get_language() or settings.LANGUAGE_CODE
    addresses = page_addresses(context)
    spoken = [code for code, _name in (page.alternates() if page else addresses.alternates)]
    return {
        "title": title,
        "description": description,
        "kind": kind,
        "address": page.canonical_url if page else addresses.canonical,
        "picture": picture or _country_picture(context, lang),
        "locale": LOCALES[lang],
        "others": [LOCALES[code] for code in spoken if code in LOCALES and code != lang],
        "published": published,
        "updated": updated,
    }


@register.simple_tag
def linked_data(data: Mapping[str, Any]) -> SafeString:
    """Write data for machines so that no text in it can end the element it stands in."""
    if not data:
        return mark_safe("")
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(written))  # noqa: S308  # escaped above


def _country_picture(context: Context, lang: str) -> str:
    ground = ground_of(context, timezone.now())
    return picture_address(f"/{lang}/card.png", of_country(ground, present_operator()), ground.at)
