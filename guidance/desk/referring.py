"""The published declarations that an act of the desk may speak of, and how they are named."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from guidance.desk.scene import Scene
from guidance.desk.verdict import about, act_label
from guidance.desk.words import end_label, moment_label
from guidance.models import Declaration, DeclarationRegion
from guidance.publishing.facts import codes, in_order
from guidance.publishing.people import concerned
from guidance.querysets import DeclarationQuerySet
from guidance.rules.acts import ActKind
from guidance.rules.levels import Level
from guidance.rules.words import ACT_LABELS

CHOICES = 5
NUMBER = re.compile(r"(EX-)?[0-9]{4}-[0-9]{4,7}", re.ASCII)
NEVER: dict[ActKind, tuple[str, ...]] = {
    ActKind.CORRECT: ("WITHDRAW",),
    ActKind.WITHDRAW: ("CORRECT", "WITHDRAW"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """Hold a published declaration as a list of choices shows it."""

    number: str
    act: str
    level: Level | None
    places: str
    published: str


def published_here(scene: Scene, kind: ActKind) -> DeclarationQuerySet[Declaration]:
    """Give what the ledger holds about the person's territory alone, the newest first."""
    inside = [scene.atlas.pk(code) for code in scene.territory]
    named = DeclarationRegion.objects.filter(declaration=OuterRef("pk"))
    acts = Declaration.objects.of_ledger(exercise=scene.exercise).newest_first()
    if scene.tree.root not in scene.territory:
        acts = acts.filter(Exists(named), ~Exists(named.exclude(region__in=inside)))
    return acts.exclude(act__in=NEVER[kind]).with_facts()


def referred(scene: Scene, number: str) -> Declaration | None:
    """Give the published declaration of a number, if it is about the person's territory alone."""
    # PostgreSQL refuses to be asked for a NUL: only what can be a number is looked up.
    if not NUMBER.fullmatch(number):
        return None
    rows = Declaration.objects.of_ledger(exercise=scene.exercise).published().with_facts()
    found = rows.filter(number=number).first()
    if found is None or not set(concerned(found)) <= scene.territory:
        return None
    return found


def locked_facts(scene: Scene, target: Declaration) -> list[tuple[str, str]]:
    """Give the facts of a declaration, which a correction can't change."""
    named = codes(target)
    zone = scene.zone(named[0] if named else scene.home)
    sets = target.act in ("DECLARE", "CHANGE", "EXTEND")
    facts = (
        (_("Act"), ACT_LABELS[ActKind(target.act)][scene.lang]),
        (_("Places"), ", ".join(map(scene.name, named))),
        (_("From"), moment_label(target.starts_at, zone, scene.lang) if target.starts_at else ""),
        (_("Until"), end_label(target.ends_at, zone, scene.lang) if sets else ""),
        (_("Measures and regimes"), ", ".join(row.kind.name for row in in_order(target))),
        (_("Authority"), str(target.authority.name) if target.authority else ""),
        (_("Legal basis"), str(target.legal_basis.name) if target.legal_basis else ""),
        (_("Order number"), target.order_number),
        (_("Published"), moment_label(target.published_at or scene.at, zone, scene.lang)),
    )
    return [(name, value) for name, value in facts if value]


def choices(scene: Scene, kind: ActKind, target: Declaration) -> list[Named]:
    """Offer the declaration among the newest ones, so that choosing it again takes a look."""
    rows = list(published_here(scene, kind).exclude(pk=target.pk)[: CHOICES - 1])
    newest_first = sorted([*rows, target], key=lambda row: row.sequence or 0, reverse=True)
    return named(scene, newest_first)


def named(scene: Scene, rows: Iterable[Declaration]) -> list[Named]:
    """Name declarations for a list."""
    zone = scene.zone(scene.home)
    return [
        Named(
            number=row.number or "",
            act=act_label(scene, row),
            level=Level[row.level] if row.level else None,
            places=about(scene, row, codes(row)),
            published=moment_label(row.published_at or scene.at, zone, scene.lang),
        )
        for row in rows
    ]
