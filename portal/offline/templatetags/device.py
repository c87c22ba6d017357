"""What a page gives to the device that it is read on."""

from collections.abc import Mapping

from django import template
from django.conf import settings
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.lite.asking import other_choice, wants_lite
from portal.offline.scripts import page_script_address

register = template.Library()


@register.simple_tag(takes_context=True)
def other_version(context: Context) -> SafeString:
    """Link the page as text alone, or from there the whole page."""
    request, path = context.get("request"), context.get("path")
    if request is None or not path:
        return SafeString()
    words = _("Full version") if wants_lite(request) else _("Low-data version")
    address = f"{path}{other_choice(request)}"
    return format_html('<li><a href="{}" data-version rel="nofollow">{}</a></li>', address, words)


@register.inclusion_tag("components/on_the_device.html")
def on_the_device() -> Mapping[str, str]:
    """Link the manifest, and the script that tells how old the page is."""
    lang = get_language() or settings.LANGUAGE_CODE
    return {"lang": lang, "script": page_script_address(lang)}
