"""The declarations of the desk, as the filters of their list ask for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth import get_user_model
from django.db.models import Exists, Max, Min, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from guidance.desk.scene import Scene
from guidance.models import ActCode, Contributor, Declaration, LevelCode, Status
from guidance.querysets import DeclarationQuerySet
from guidance.rules.acts import ActKind
from guidance.rules.dates import local
from guidance.rules.levels import Level
from guidance.rules.words import ACT_LABELS
from guidance.stored.projection import period_model

FIELDS = ("number", "status", "act", "level", "region", "person", "year")
CHANGED = Coalesce("published_at", "changed_at")
ASTANA = "Asia/Almaty"
LONGEST_NUMBER = 16

Rows = DeclarationQuerySet[Declaration]


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold one value of a filter."""

    value: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """Hold a filter with the values that it offers."""

    name: str
    label: str
    choices: Sequence[Choice]


def asked_for(query: Mapping[str, str]) -> Mapping[str, str]:
    """Read the filters of an address, without those that ask for nothing."""
    found = {name: query.get(name, "").strip() for name in FIELDS}
    return {name: value for name, value in found.items() if value}


def found(scene: Scene, asked: Mapping[str, str]) -> Rows:
    """Give what the filters ask for, the last changed first; an unknown value finds nothing."""
    rows = scene.readable()
    for name, value in asked.items():
        rows = rows.filter(_WANTED[name](scene, value))
    return rows.order_by(CHANGED.desc(), "-pk")


def _nothing() -> Q:
    return Q(pk__in=[])


def _of_number(scene: Scene, text: str) -> Q:
    number = text.upper().removeprefix("№").removeprefix("NO.").strip()
    return Q(number__icontains=number) if number[:LONGEST_NUMBER] == number else _nothing()


def _of_status(scene: Scene, value: str) -> Q:
    return Q(status=value) if value in Status.values else _nothing()


def _of_act(scene: Scene, value: str) -> Q:
    return Q(act=value) if value in ActCode.values else _nothing()


def _of_level(scene: Scene, value: str) -> Q:
    """Ask for acts that set a level or, as an extension does, carry it on."""
    if value not in LevelCode.values:
        return _nothing()
    periods: Any = period_model(exercise=scene.exercise).objects
    return Q(level=value) | Q(Exists(periods.filter(declaration=OuterRef("pk"), level=value)))


def _of_region(scene: Scene, code: str) -> Q:
    """Ask for acts about a place, about what surrounds it and about what lies inside."""
    if code not in scene.tree:
        return _nothing()
    codes = (*scene.tree.lineage(code), *scene.tree.descendants(code))
    return Q(pk__in=Declaration.objects.concerning(codes).values("pk"))


def _of_person(scene: Scene, value: str) -> Q:
    if not (value.isascii() and value.isdigit() and len(value) <= LONGEST_NUMBER):
        return _nothing()
    saved = Contributor.objects.filter(declaration=OuterRef("pk"), user=int(value))
    return Q(author=int(value)) | Q(approver=int(value)) | Q(Exists(saved))


def _of_year(scene: Scene, text: str) -> Q:
    """Count by the clocks of Astana, as the numbers do; a draft by its last change."""
    if not (text.isascii() and text.isdigit() and 1991 <= int(text) <= 9998):
        return _nothing()
    zone, year = ZoneInfo(ASTANA), int(text)
    span = (datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone))
    published = Q(published_at__gte=span[0], published_at__lt=span[1])
    changed = Q(published_at=None, changed_at__gte=span[0], changed_at__lt=span[1])
    return published | changed


_WANTED = {
    "number": _of_number,
    "status": _of_status,
    "act": _of_act,
    "level": _of_level,
    "region": _of_region,
    "person": _of_person,
    "year": _of_year,
}


def filters(scene: Scene, asked: Mapping[str, str]) -> list[Filter]:
    """Offer every filter but the number, which is typed."""
    states = [(str(value), str(name).capitalize()) for value, name in Status.choices]
    acts = [(kind.value, ACT_LABELS[kind][scene.lang]) for kind in ActKind]
    levels = [(level.name, scene.level_label(level)) for level in sorted(Level, reverse=True)]
    offered = {
        "status": (_("State"), states),
        "act": (_("Act"), acts),
        "level": (_("Level"), levels),
        "region": (_("Place"), _regions(scene)),
        "person": (_("Person"), _people(scene)),
        "year": (_("Year"), _years(scene)),
    }
    return [
        Filter(name, label, [Choice(v, text, v == asked.get(name)) for v, text in values])
        for name, (label, values) in offered.items()
    ]


def _regions(scene: Scene) -> list[tuple[str, str]]:
    """Offer the desk's places and those around them, in the tree's order."""
    around = {code for desk in scene.desks for code in scene.tree.ancestors(desk.region.code)}
    known = scene.territory | around
    return [(code, scene.name(code)) for code in scene.tree if code in known]


def _people(scene: Scene) -> list[tuple[str, str]]:
    """Offer whoever drafted or approved here; the archive's accounts are nobody."""
    rows, people = scene.readable().order_by(), get_user_model().objects.filter(is_service=False)
    wrote, approved = rows.values("author"), rows.exclude(approver=None).values("approver")
    found = people.filter(Q(pk__in=wrote) | Q(pk__in=approved)).order_by("pk")
    return sorted(((str(each.pk), scene.person(each)) for each in found), key=lambda pair: pair[1])


def _years(scene: Scene) -> list[tuple[str, str]]:
    span = scene.readable().order_by().aggregate(first=Min(CHANGED), last=Max(CHANGED))
    if span["first"] is None:
        return []
    first, last = (local(span[edge], ASTANA).year for edge in ("first", "last"))
    return [(str(year), str(year)) for year in range(last, first - 1, -1)]
