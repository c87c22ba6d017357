"""Saving what a form holds: once, by who may, on top of the version that was opened."""

import uuid
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from django.utils.translation import gettext as _

from guidance.desk.scene import Scene
from guidance.desk.stored import draft_of
from guidance.desk.words import moment_label
from guidance.models import LANGUAGE_NAMES, AuditEntry, Declaration
from guidance.publish import Draft, save_draft
from guidance.rules.levels import Level

NOT_COMPARED = frozenset({"act", "warnings_seen", "refers_to"})


@dataclass(frozen=True, slots=True)
class Change:
    """Name one field in which the saved draft and the form differ."""

    label: str
    stored: str
    typed: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Tell who saved the draft meanwhile, and what differs."""

    person: str
    time: str
    changes: tuple[Change, ...]


def save(
    scene: Scene, draft: Draft, *, declaration: Declaration | None, version: int | None,
    key: uuid.UUID | None, named: tuple[str, ...],
) -> Declaration:  # fmt: skip
    """Save a form about some places; the same form sent twice makes one draft."""
    if declaration is None and key is not None:
        sent_before = _sent_before(scene, key)
        if sent_before is not None:
            declaration, version = sent_before, sent_before.version
            if not sent_before.is_editable:
                return sent_before
        elif _is_anothers(scene, key):
            key = None
    if declaration is not None and _is_same(draft_of(declaration), draft):
        return declaration
    return save_draft(
        replace(draft, refers_to=draft.refers_to or _referred(scene, draft)),
        by=scene.user,
        desk=scene.drafting_desk(named) if declaration is None else declaration.desk,
        at=scene.at,
        address=scene.visitor,
        exercise=scene.exercise,
        declaration=declaration,
        version=version or 0,  # a form that names no version is stale
        idempotency_key=key if declaration is None else None,
    )


def _sent_before(scene: Scene, key: uuid.UUID) -> Declaration | None:
    return scene.readable().filter(idempotency_key=key).with_facts().first()


def _is_anothers(scene: Scene, key: uuid.UUID) -> bool:
    """Tell whether a key is that of somebody else's draft, which they do not see.

    Their own may have come in since they were asked for: the same form sent twice at once.
    """
    rows = Declaration.objects.filter(idempotency_key=key)
    return rows.exclude(author=scene.user).exists()


def _is_same(stored: Draft, typed: Draft) -> bool:
    if typed.refers_to and stored.refers_to != typed.refers_to:
        return False  # only CORRECT and WITHDRAW come with a declaration of their own choice
    return not any(_differences(stored, typed))


def _referred(scene: Scene, draft: Draft) -> str:
    """Name the declaration that a later act is about: the one that gives the level now."""
    if draft.act == "DECLARE" or not draft.regions:
        return ""
    declarations = scene.place(draft.regions[0]).declarations
    return scene.number(declarations[-1]) if declarations else ""


def conflict(scene: Scene, declaration: Declaration, draft: Draft) -> Conflict:
    """Tell what another person saved meanwhile, beside what this one typed."""
    entry = (
        AuditEntry.objects.filter(declaration=declaration, action=AuditEntry.Action.SAVED)
        .select_related("actor")
        .order_by("-at", "-pk")
        .first()
    )
    person = scene.person(entry.actor) if entry is not None else ""
    zone = scene.zone(scene.home)
    changes = tuple(
        Change(_label(name), _shown(scene, stored), _shown(scene, typed))
        for name, stored, typed in _differences(draft_of(declaration), draft)
    )
    return Conflict(person, moment_label(declaration.changed_at, zone, scene.lang), changes)


def _differences(stored: Draft, typed: Draft) -> Iterator[tuple[str, object, object]]:
    old, new = asdict(stored), asdict(typed)
    for name, value in old.items():
        other = new[name]
        if name in NOT_COMPARED or value == other:
            continue
        if not isinstance(value, dict) or not isinstance(other, dict):
            yield name, value, other
            continue
        for lang in LANGUAGE_NAMES:
            if value.get(lang, "") != other.get(lang, ""):
                yield f"{name}_{lang}", value.get(lang, ""), other.get(lang, "")


def _label(name: str) -> str:
    labels = {
        "level": _("Level"),
        "regions": _("Places"),
        "starts_at": _("From"),
        "ends_at": _("Until"),
        "measures": _("Measures and regimes"),
        "authority": _("Authority"),
        "authority_post": _("Post of the officer"),
        "legal_basis": _("Legal basis"),
        "order_number": _("Order number"),
        "order_date": _("Order date"),
        "reason": _("Public reason"),
        "end_reason": _("Why there is no end yet"),
        "local_advice": _("Local advice"),
        "note_to_approver": _("Note to the approver"),
    }
    stem, _sep, lang = name.rpartition("_")
    if lang in LANGUAGE_NAMES:
        return f"{labels[stem]} ({LANGUAGE_NAMES[lang]})"
    return labels[name]


def _shown(scene: Scene, value: object) -> str:
    if isinstance(value, datetime):
        return moment_label(value, scene.zone(scene.home), scene.lang)
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, str) and value in Level.__members__:
        return scene.level_label(Level[value])
    if isinstance(value, tuple | list):
        return ", ".join(_shown_item(scene, item) for item in value) or "–"
    return str(value or "–")


def _shown_item(scene: Scene, item: object) -> str:
    if isinstance(item, dict):
        return str(scene.names.measure(item["code"]) if "code" in item else item["kk"])
    return scene.name(str(item))
