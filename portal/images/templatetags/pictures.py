"""A picture on a public page: modern formats first, sized, late where a reader must scroll."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from wagtail.images.models import Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

from portal.images.sizes import PLACES

register = template.Library()


@register.simple_tag
def picture(image: Any, place: str, alt: str = "", *, is_on_top: bool = False) -> SafeString:
    """Show `image` as it is cut for a place; `is_on_top` where a reader sees it at once."""
    if image is None:
        return SafeString()
    cut = PLACES[place]
    attributes = {"alt": alt} if is_on_top else {"alt": alt, "loading": "lazy"}
    if cut.sizes:
        attributes["sizes"] = cut.sizes
    renditions = get_renditions_or_not_found(image, list(cut.specs()))
    html: SafeString = Picture(renditions, attributes).__html__()
    return html
