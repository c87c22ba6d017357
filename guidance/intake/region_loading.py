"""Putting regions into the tree: checked, refolded and stored in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from graphlib import CycleError, TopologicalSorter
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from guidance.intake.region_rows import INSIDE, OldName, RegionRow
from guidance.intake.tables import FileError
from guidance.models import LANGUAGES, AuditEntry, FormerName, FormerSlug, Region
from guidance.publishing.entering import lock_ledger
from guidance.publishing.refusal_texts import names_of, refusal_text
from guidance.rules.errors import RuleError
from guidance.rules.places import Tree
from guidance.rules.timeline import fold
from guidance.stored.atlas import present_atlas, regions_changed
from guidance.stored.chronicle import acts_after, advance_checkpoints, forget_checkpoints
from guidance.stored.projection import numbers, rewrite


@dataclass(frozen=True, slots=True)
class Loaded:
    """Count what a file of regions did."""

    added: int
    changed: int


def load_regions(rows: Sequence[RegionRow], *, at: datetime) -> Loaded:
    """Add and update regions, and refold both ledgers; refuse what a past act forbids."""
    with transaction.atomic():
        for exercise in (False, True):
            lock_ledger(exercise=exercise)
        stored = {region.code: region for region in Region.objects.all()}
        _check(rows, stored)
        added = _add(rows, stored)
        changed = _change(rows, stored, {region.code for region in added})
        if added or changed:
            regions_changed()
            _refold(rows)
            _record(at, [region.code for region in added], changed)
    return Loaded(len(added), len(changed))


def _check(rows: Sequence[RegionRow], stored: Mapping[str, Region]) -> None:
    kinds: dict[str, str] = {code: region.kind for code, region in stored.items()}
    kinds.update((row.code, row.kind) for row in rows)
    slugs = _former_slugs() | {region.slug: code for code, region in stored.items()}
    complete = {code for code, region in stored.items() if region.parts_are_complete}
    for row in rows:
        for column, code in (("parent", row.parent), ("formed_from", row.formed_from)):
            if code and (code not in kinds or code == row.code):
                raise row.row.error(column, _("unknown region: %(code)s") % {"code": code})
        if row.parent and kinds[row.parent] not in INSIDE[row.kind]:
            raise row.row.error("parent", _("a region of this kind does not lie there"))
        if slugs.get(row.row["slug"], row.code) != row.code:
            raise row.row.error("slug", _("another region has this address"))
        is_late = row.code not in stored and row.parent in complete
        if is_late and (row.established_on is None or not row.formed_from):
            column = "established_on" if row.established_on is None else "formed_from"
            reason = _("its parent's parts are complete: say when and from what it was formed")
            raise row.row.error(column, reason)
    _check_origins(rows, stored)


def _check_origins(rows: Iterable[RegionRow], stored: Mapping[str, Region]) -> None:
    """Refuse a ring of predecessors and regions around: who asks along it would never arrive."""
    codes = {region.pk: code for code, region in stored.items()}
    leads_to = {
        code: {codes[pk] for pk in (region.parent_id, region.formed_from_id) if pk is not None}
        for code, region in stored.items()
    }
    leads_to.update((row.code, {row.parent, row.formed_from} - {""}) for row in rows)
    try:
        TopologicalSorter(leads_to).prepare()
    except CycleError as problem:
        ring = set(problem.args[1])
        for row in rows:
            if row.code in ring and row.formed_from in ring:
                reason = _("the regions were formed from one another")
                raise row.row.error("formed_from", reason) from problem


def _add(rows: Iterable[RegionRow], stored: dict[str, Region]) -> list[Region]:
    """Add what is new, parents first; who was formed from whom is set when all are there."""
    waiting = [row for row in rows if row.code not in stored]
    added: list[Region] = []
    while waiting:
        ready = [row for row in waiting if not row.parent or row.parent in stored]
        if not ready:
            raise waiting[0].row.error("parent", _("the parents form a ring"))
        new = [
            Region(code=row.code, parent=stored.get(row.parent), **row.columns()) for row in ready
        ]
        Region.objects.bulk_create(new)
        stored.update((region.code, region) for region in new)
        added.extend(new)
        waiting = [row for row in waiting if row.code not in stored]
    return added


def _change(rows: Iterable[RegionRow], stored: Mapping[str, Region], added: set[str]) -> list[str]:
    names = _stored_names()
    changed: list[str] = []
    for row in rows:
        region = stored[row.code]
        wanted: dict[str, Any] = {
            **row.columns(),
            "parent_id": stored[row.parent].pk if row.parent else None,
            "formed_from_id": stored[row.formed_from].pk if row.formed_from else None,
        }
        differing = {name: new for name, new in wanted.items() if getattr(region, name) != new}
        if "slug" in differing:
            _keep_old_address(region, differing["slug"])
        if differing:
            Region.objects.filter(pk=region.pk).update(**differing)
        if set(row.former_names) != names.get(region.pk, set()):
            _rename(region, row.former_names)
            differing["former_names"] = row.former_names
        if differing and row.code not in added:
            changed.append(row.code)
    return changed


def _former_slugs() -> dict[str, str]:
    return dict(FormerSlug.objects.values_list("slug", "region__code"))


def _keep_old_address(region: Region, new: str) -> None:
    """Let the old address lead to the new one; a region may go back to one that it had."""
    FormerSlug.objects.filter(slug=new).delete()
    FormerSlug.objects.create(region=region, slug=region.slug)


def _stored_names() -> dict[int, set[OldName]]:
    found: dict[int, set[OldName]] = {}
    for row in FormerName.objects.all():
        words = tuple(getattr(row, f"name_{code}") for code in LANGUAGES)
        found.setdefault(row.region_id, set()).add(OldName(row.from_date, row.until_date, words))
    return found


def _rename(region: Region, names: Iterable[OldName]) -> None:
    FormerName.objects.filter(region=region).delete()
    FormerName.objects.bulk_create(
        FormerName(
            region=region,
            from_date=name.from_date,
            until_date=name.until_date,
            **{f"name_{code}": text for code, text in zip(LANGUAGES, name.names, strict=True)},
        )
        for name in names
    )


def _refold(rows: Sequence[RegionRow]) -> None:
    regions = present_atlas()
    try:
        tree: Tree = regions.tree
    except ValueError as problem:
        raise FileError(rows[0].row.file, 0, "parent", str(problem)) from problem
    for exercise in (False, True):
        acts = acts_after(0, exercise=exercise)
        try:
            timeline = fold(tree, acts)
        except RuleError as refusal:
            number = numbers([refusal.act or 0], exercise=exercise).get(refusal.act or 0, "?")
            reason = _("declaration %(number)s would no longer hold: %(reason)s") % {
                "number": number,
                "reason": refusal_text(refusal, names_of(regions, exercise=exercise)),
            }
            raise FileError(rows[0].row.file, 0, "", reason) from refusal
        rewrite(regions, exercise=exercise, timeline=timeline)
        forget_checkpoints(exercise=exercise, since=0)
        advance_checkpoints(tree, exercise=exercise)


def _record(at: datetime, added: list[str], changed: list[str]) -> None:
    details = {"added": added, "changed": changed}
    entry = AuditEntry(at=at, action=AuditEntry.Action.REGIONS_LOADED, details=details)
    AuditEntry.objects.bulk_create([entry])
