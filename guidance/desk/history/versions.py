"""The kept versions of a draft, and what differs between two of them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from guidance.desk.forms import act_name
from guidance.desk.scene import Scene
from guidance.desk.words import end_label, moment_label
from guidance.models import LANGUAGES, AuditEntry, Declaration, DraftVersion
from guidance.rules.acts import ActKind
from guidance.rules.dates import short_day
from guidance.rules.differences import Piece, difference
from guidance.rules.levels import Level

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """Hold one kept version, and why it was sent back, if it was."""

    version: int
    person: str
    time: str
    returned: str
    content: Content


@dataclass(frozen=True, slots=True)
class Fact:
    """Hold one fact as two versions have it."""

    label: str
    old: str
    new: str

    @property
    def is_changed(self) -> bool:
        """Tell whether the versions differ in it."""
        return self.old != self.new


@dataclass(frozen=True, slots=True)
class Text:
    """Hold one text in three languages, each as pieces of what went and what came."""

    label: str
    cells: tuple[tuple[str, tuple[Piece, ...]], ...]


def kept_versions(scene: Scene, declaration: Declaration, zone: str) -> list[Kept]:
    """List the kept versions of a declaration, oldest first."""
    sent_back = {
        entry.details.get("version"): entry.note
        for entry in AuditEntry.objects.filter(
            declaration=declaration, action=AuditEntry.Action.RETURNED
        ).order_by("pk")
    }
    rows = DraftVersion.objects.filter(declaration=declaration).select_related("saved_by")
    return [
        Kept(
            version=row.version,
            person=scene.person(row.saved_by),
            time=moment_label(row.saved_at, zone, scene.lang),
            returned=sent_back.get(row.version, ""),
            content=json.loads(row.content),
        )
        for row in rows.order_by("version", "pk")
    ]


def facts_of(scene: Scene, old: Content, new: Content) -> list[Fact]:
    """Compare the facts of two versions, row by row."""
    before, after = dict(_facts(scene, old)), dict(_facts(scene, new))
    return [Fact(label, before.get(label, "–"), after[label]) for label in after]


def texts_of(old: Content, new: Content) -> list[Text]:
    """Compare the texts of two versions, word by word in each language."""
    before, after = dict(_texts(old)), dict(_texts(new))
    none: Mapping[str, str] = {}
    return [
        Text(label, tuple(_cells(before.get(label, none), after.get(label, none))))
        for label in {**after, **before}
    ]


def _cells(
    old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    for lang in LANGUAGES:
        yield lang, difference(old.get(lang, ""), new.get(lang, ""))


def _texts(content: Content) -> Iterator[tuple[str, Mapping[str, str]]]:
    for name, label in (
        ("reason", _("Public reason")),
        ("end_reason", _("Why there is no end yet")),
        ("authority_post", _("Post of the officer")),
    ):
        if content.get(name):
            yield label, content[name]
    for place, line in enumerate(content.get("local_advice") or (), start=1):
        yield _("Local advice, line %(number)s") % {"number": place}, line


def _facts(scene: Scene, content: Content) -> Iterator[tuple[str, str]]:
    regions = content.get("regions") or []
    zone = scene.zone(regions[0]["code"]) if regions else scene.zone(scene.home)
    level = content.get("level")
    ends_at = _instant(content.get("ends_at"))
    yield _("Act"), act_name(ActKind(content["act"]))
    yield _("Level"), scene.level_label(Level[level]) if level else "–"
    yield _("Places"), ", ".join(_named(scene, each) for each in regions) or "–"
    yield _("From"), _moment(scene, content.get("starts_at"), zone) or _("on approval")
    yield _("Until"), end_label(ends_at, zone, scene.lang)
    yield _("Measures and regimes"), "; ".join(_measures(scene, content, zone)) or "–"
    yield _("Authority"), _named(scene, content.get("authority"))
    yield _("Legal basis"), _named(scene, content.get("legal_basis"))
    yield _("Order number"), content.get("order_number") or "–"
    yield _("Order date"), _day(content.get("order_date"))
    yield _("About declaration No."), content.get("refers_to") or "–"
    yield _("Note to the approver"), content.get("note_to_approver") or "–"


def _measures(scene: Scene, content: Content, zone: str) -> Iterator[str]:
    for measure in content.get("measures") or ():
        places = ", ".join(scene.name(code) for code in measure["regions"])
        times = [_moment(scene, measure[edge], zone) for edge in ("starts_at", "ends_at")]
        term = " – ".join(filter(None, times))
        yield " · ".join(filter(None, (_named(scene, measure), places, term)))


def _named(scene: Scene, entry: Mapping[str, Any] | None) -> str:
    """Name what a catalogue holds in the words of that day."""
    if entry is None:
        return "–"
    return str(entry["name"].get(scene.lang) or entry["code"])


def _instant(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _moment(scene: Scene, value: str | None, zone: str) -> str:
    at = _instant(value)
    return moment_label(at, zone, scene.lang) if at else ""


def _day(value: str | None) -> str:
    return short_day(date.fromisoformat(value)) if value else "–"
