"""What the catalogues' pages print: what waits, what was, and what a change would change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from guidance.catalogue_kinds import BY_CODE, Catalogue
from guidance.desk.forms.catalogue import FACTS, LABELS
from guidance.desk.scene import Scene
from guidance.desk.words import moment_label
from guidance.models import (
    LANGUAGE_NAMES,
    LANGUAGES,
    AdviceAudience,
    AdviceGroup,
    AdviceSituation,
    CatalogueChange,
)
from guidance.rules import authority


@dataclass(frozen=True)
class ChangeLine:
    """Name a change for a list."""

    pk: int
    catalogue: str
    key: str
    state: str
    who: str
    when: str


@dataclass(frozen=True)
class Compared:
    """Hold one column of a line as it was and as it shall be."""

    label: str
    lang: str
    before: str
    after: str

    @property
    def differs(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True)
class PastVersion:
    """Hold one version of a line."""

    since: str
    texts: list[tuple[str, str]]


def waiting_changes(scene: Scene) -> list[ChangeLine]:
    """List the open changes that exist to the person's eyes, oldest first."""
    rows = CatalogueChange.objects.filter(state=CatalogueChange.State.PROPOSED)
    rows = rows.select_related("region", "proposed_by").order_by("proposed_at", "pk")
    return [
        _line(scene, row)
        for row in rows
        if authority.may_read(scene.tree, scene.memberships, row.region.code)
    ]


def changes_of(scene: Scene, kind: Catalogue, key: str) -> list[ChangeLine]:
    """List all changes of a line, newest first."""
    rows = CatalogueChange.objects.filter(catalogue=kind.code, key=key)
    rows = rows.select_related("region", "proposed_by").order_by("-proposed_at", "-pk")
    return [_line(scene, row) for row in rows]


def past_of(scene: Scene, kind: Catalogue, row: Any) -> list[PastVersion]:
    """List the versions of a line, newest first; an unversioned line has none."""
    if row is None or not kind.is_versioned:
        return []
    versions = kind.lines().filter(**{kind.key_field: getattr(row, kind.key_field)})
    first = next(iter(kind.texts))
    return [
        PastVersion(
            _moment(scene, each.in_force_from),
            [(lang, getattr(each, f"{first}_{lang}")) for lang in LANGUAGES],
        )
        for each in versions.order_by("-in_force_from", "-pk")
    ]


def compared(scene: Scene, change: CatalogueChange) -> list[Compared]:
    """Set each column as it was beside what it shall be."""
    kind = BY_CODE[change.catalogue]
    texts = [
        Compared(
            f"{LABELS[name]} ({LANGUAGE_NAMES[lang]})",
            lang,
            _said(scene, change.before.get(f"{name}_{lang}")),
            _said(scene, change.after.get(f"{name}_{lang}")),
        )
        for name in kind.texts
        for lang in LANGUAGES
    ]
    return [*texts, *_other(scene, kind, change)]


def _other(scene: Scene, kind: Catalogue, change: CatalogueChange) -> Iterator[Compared]:
    for name in (*kind.first_facts, *kind.facts):
        if name in change.after:
            before, after = change.before.get(name), change.after[name]
            yield Compared(_label(name), "", _said(scene, before), _said(scene, after))
    if kind.is_versioned:
        at = change.in_force_from
        yield Compared(
            _("In force from"), "", "", _moment(scene, at) if at else _("when it is confirmed")
        )


def _label(name: str) -> str:
    first = {
        "region": _("Place"),
        "group": _("List"),
        "situation": _("Where"),
        "audience": _("To whom"),
        "is_regime": _("It is a regime"),
    }
    return str(FACTS[name]().label) if name in FACTS else first[name]


def _said(scene: Scene, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    for choices in (AdviceGroup, AdviceSituation, AdviceAudience):
        if value in choices.values:
            return str(choices(value).label)
    if value in scene.atlas.regions:
        return scene.name(value)
    return "" if value is None else str(value)


def _line(scene: Scene, row: CatalogueChange) -> ChangeLine:
    return ChangeLine(
        row.pk,
        str(BY_CODE[row.catalogue].code.label),
        row.key,
        str(CatalogueChange.State(row.state).label),
        scene.person(row.proposed_by),
        _moment(scene, row.proposed_at),
    )


def _moment(scene: Scene, at: Any) -> str:
    return moment_label(at, scene.zone(scene.home), scene.lang)
