"""What a device is told when a reader installs the portal on it."""

from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.translation import gettext as _
from django.utils.translation import override

NAME = "Деңгей"
# The ground of pages and the ink of the mark, as in tokens.css.
GROUND, INK = "#f6f7f9", "#14202b"
SIZES = (192, 512)


def manifest(lang: str) -> dict[str, Any]:
    """Describe the portal in a language; installed, it opens in that language."""
    with override(lang):
        description = _("Terrorism threat levels in Kazakhstan, official statements and what to do")
    return {
        "id": "/",
        "lang": lang,
        "dir": "ltr",
        "name": NAME,
        "short_name": NAME,
        "description": description,
        "start_url": f"/{lang}/",
        "scope": "/",
        "display": "standalone",
        "display_override": ["minimal-ui"],  # a way to reload stays within reach
        "background_color": GROUND,
        "theme_color": INK,
        "icons": [_icon(size, purpose) for purpose in ("any", "maskable") for size in SIZES],
    }


def icon_name(size: int, purpose: str) -> str:
    """Name the picture of the mark in a size, whole or to be cut by the device."""
    return f"portal/img/icon-{purpose}-{size}.png"


def _icon(size: int, purpose: str) -> dict[str, str]:
    source = staticfiles_storage.url(icon_name(size, purpose))
    return {"src": source, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
