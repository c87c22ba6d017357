"""The record of a minute of the past: which bulletin was the last one known, and its frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from guidance.desk.scene import Scene
from guidance.desk.words import moment_label
from guidance.models import Declaration, Origin
from guidance.publishing.people import concerned
from guidance.rules.dates import local
from guidance.shown.framing import Frame, Look
from guidance.shown.places import place_name

ONE_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class LastKnown:
    """Hold the last bulletin that was known at an instant, and how many were known."""

    number: str
    hash: str
    published: str
    count: int
    is_archive: bool


def last_known(scene: Scene, at: datetime) -> LastKnown | None:
    """Find the last bulletin published by an instant."""
    rows = Declaration.objects.published().of_ledger(exercise=False).filter(published_at__lte=at)
    last = rows.select_related("bulletin").order_by("-sequence").first()
    if last is None or last.published_at is None:
        return None
    zone = scene.zone(scene.tree.root)
    return LastKnown(
        number=last.number or "",
        hash=last.bulletin.hash,
        published=moment_label(last.published_at, zone, get_language() or scene.lang),
        count=last.sequence or 0,
        is_archive=last.origin == Origin.ARCHIVE,
    )


def record_frame(scene: Scene, at: datetime, code: str, look: Look) -> Frame:
    """Say on a page of the past what it is and by what it was made, in the page's language."""
    lang = get_language() or scene.lang
    region = scene.atlas.regions[code]
    moment = moment_label(at, region.time_zone, lang)
    title = _("Record: what readers saw. %(place)s, %(time)s") % {
        "place": place_name(region, lang),
        "time": moment,
    }
    return Frame(title, list(_lines(last_known(scene, at))), look)


def _lines(known: LastKnown | None) -> Iterator[str]:
    yield _("Not the present level. What was published or withdrawn later is not in this page.")
    if known is None:
        yield _("No decision was known yet.")
        return
    yield _("Last decision known then: No. %(number)s, %(time)s. Hash: %(hash)s") % {
        "number": known.number,
        "time": known.published,
        "hash": known.hash,
    }
    if known.is_archive:
        yield _("An archive record: it was entered later, and this portal did not show it then.")


def saw_address(scene: Scene, declaration: Declaration) -> str:
    """Lead to what readers saw in the first whole minute of a declaration, once it is over."""
    codes = [code for code in concerned(declaration) if code in scene.readable_desks]
    if declaration.published_at is None or declaration.exercise or not codes:
        return ""
    at = declaration.published_at.replace(second=0, microsecond=0) + ONE_MINUTE
    if at > scene.at:
        return ""
    there = local(at, scene.zone(codes[0]))
    query = {"place": codes[0], "at": f"{there:%Y-%m-%dT%H:%M}"}
    return f"{scene.address('saw')}?{urlencode(query)}"
