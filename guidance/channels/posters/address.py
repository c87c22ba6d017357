"""The address of a sheet, which names in its version what the sheet says."""

import hashlib
from datetime import UTC
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from guidance.channels.cards.address import present_operator
from guidance.channels.posters.halves import TOGETHER
from guidance.models import Region
from guidance.rules.levels import Level
from guidance.shown.ground import Ground
from guidance.shown.guide import SCALE, newest_text
from guidance.shown.marks import level_key
from guidance.shown.places import place_address

# Raised when sheets look otherwise, so that no cache keeps one of the old ones.
LOOK = 1
MOST_KILOBYTES = 40


def versioned(path: str, version: str) -> str:
    """Give the address of a sheet in a version."""
    return f"{path}?{urlencode({'v': version})}"


def on_paper(lang: str) -> str:
    """Say what somebody gets who follows a link to a sheet: paper, size, languages."""
    size = {"size": MOST_KILOBYTES}
    if lang in TOGETHER:
        return _("A4, up to %(size)s kB, in Kazakh and Russian") % size
    return _("A4, up to %(size)s kB, in English") % size


def poster_of_place(ground: Ground, region: Region) -> str:
    """Give the address of the poster of a place that pages name."""
    path = f"{place_address(region, ground.lang)}poster.pdf"
    return versioned(path, place_version(ground, region))


def poster_of_level(ground: Ground, level: Level | None) -> str:
    """Give the address of the poster of a level that pages name."""
    path = f"/{ground.lang}/levels/{level_key(level)}/poster.pdf"
    return versioned(path, level_version(ground, level))


def guide_on_paper(ground: Ground) -> str:
    """Give the address of the guide on one page that pages name."""
    return versioned(f"/{ground.lang}/levels/guide.pdf", guide_version(ground))


def place_version(ground: Ground, region: Region) -> str:
    """Name what a poster of a place says: a level that stands for weeks is told anew each hour.

    The words are not made for it: pages name many posters, few of which are ever asked for.
    """
    hour = ground.at.astimezone(UTC).strftime("%Y%m%d%H")
    said = (ground.public.edition, ground.place(region.code))
    return f"{hour}-{_token(ground, region.code, said)}"


def level_version(ground: Ground, level: Level | None) -> str:
    """Name what a poster of a level says, which no declaration changes."""
    said = (ground.public.edition.texts, newest_text(ground, level))
    return _token(ground, level_key(level), said)


def guide_version(ground: Ground) -> str:
    """Name what the guide on one page says."""
    newest = max(newest_text(ground, level) for level in SCALE)
    return _token(ground, "guide", (ground.public.edition.texts, newest))


def _token(ground: Ground, about: str, said: object) -> str:
    whole = repr((LOOK, about, ground.lang, present_operator(), said))
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
