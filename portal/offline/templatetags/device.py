"""What a page gives to the device that it is read on."""

from collections.abc import Mapping

from django import template
from django.conf import settings
from django.utils.translation import get_language

from portal.offline.scripts import page_script_address

register = template.Library()


@register.inclusion_tag("components/on_the_device.html")
def on_the_device() -> Mapping[str, str]:
    """Link the manifest, and the script that tells how old the page is."""
    lang = get_language() or settings.LANGUAGE_CODE
    return {"lang": lang, "script": page_script_address(lang)}
