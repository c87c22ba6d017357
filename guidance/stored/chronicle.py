"""The published acts in the order of the ledger, read in a few queries, and fold checkpoints."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from guidance.models import (
    Declaration,
    DeclarationMeasure,
    DeclarationMeasureRegion,
    DeclarationRegion,
    FoldCheckpoint,
)
from guidance.rules.acts import Act, ActKind, NamedMeasure
from guidance.rules.errors import NeedsEarlierPeriods
from guidance.rules.levels import Level
from guidance.rules.places import Tree
from guidance.rules.timeline import Checkpoint, checkpoint_after

CHECKPOINT_EVERY = 500


def acts_after(sequence: int, *, exercise: bool, until: int | None = None) -> list[Act]:
    """Read the acts that were published after one, in order; `until` names the last wanted."""
    rows: Any = _published(sequence, exercise=exercise)
    if until is not None:
        rows = rows.filter(sequence__lte=until)
    regions = _regions(rows)
    measures = _measures(rows)
    return [
        Act(
            sequence=place,
            kind=ActKind(kind),
            published_at=published_at,
            regions=tuple(regions.get(pk, ())),
            level=Level[level] if level else None,
            starts_at=starts_at,
            ends_at=ends_at,
            measures=tuple(measures.get(pk, ())),
            refers_to=refers_to,
            is_archived=origin == "ARCHIVE",
        )
        for (
            pk, place, kind, published_at, level, starts_at, ends_at, refers_to, origin,
        ) in rows.order_by("sequence").values_list(
            "pk", "sequence", "act", "published_at", "level", "starts_at", "ends_at",
            "refers_to__sequence", "origin",
        )
    ]  # fmt: skip


def _published(sequence: int, *, exercise: bool) -> QuerySet[Declaration]:
    rows = Declaration.objects.published().of_ledger(exercise=exercise)
    return rows.filter(sequence__gt=sequence)


def _regions(rows: QuerySet[Declaration]) -> dict[int, list[str]]:
    named: dict[int, list[str]] = defaultdict(list)
    codes: dict[str, str] = {}
    found = DeclarationRegion.objects.filter(declaration__in=rows.values("pk"))
    for pk, code in found.order_by("declaration", "position", "pk").values_list(
        "declaration_id", "region__code"
    ):
        named[pk].append(codes.setdefault(code, code))
    return named


def _measures(rows: QuerySet[Declaration]) -> dict[int, list[NamedMeasure]]:
    inside: dict[int, list[str]] = defaultdict(list)
    found = DeclarationMeasureRegion.objects.filter(measure__declaration__in=rows.values("pk"))
    for pk, code in found.order_by("region__code").values_list("measure_id", "region__code"):
        inside[pk].append(code)
    named: dict[int, list[NamedMeasure]] = defaultdict(list)
    measures = DeclarationMeasure.objects.filter(declaration__in=rows.values("pk"))
    for pk, declaration, code, starts_at, ends_at in measures.order_by(
        "declaration", "position", "pk"
    ).values_list("pk", "declaration_id", "kind__code", "starts_at", "ends_at"):
        measure = NamedMeasure(code, tuple(inside.get(pk, ())), starts_at, ends_at)
        named[declaration].append(measure)
    return named


def withdrawn_sequences(*, exercise: bool) -> frozenset[int]:
    """Name the acts that were withdrawn so far."""
    rows = Declaration.objects.published().of_ledger(exercise=exercise).filter(act="WITHDRAW")
    return frozenset(
        sequence
        for sequence in rows.values_list("refers_to__sequence", flat=True)
        if sequence is not None
    )


def last_checkpoint(*, exercise: bool, before: int) -> Checkpoint | None:
    """Give the last state of the fold kept before an act."""
    rows = FoldCheckpoint.objects.filter(exercise=exercise, sequence__lt=before)
    row = rows.order_by("-sequence").first()
    if row is None:
        return None
    return Checkpoint.from_json(json.loads(zlib.decompress(bytes(row.state))))


def keep_checkpoints(checkpoints: Iterable[Checkpoint], *, exercise: bool) -> None:
    """Store states of the fold."""
    FoldCheckpoint.objects.bulk_create(
        FoldCheckpoint(
            exercise=exercise,
            sequence=checkpoint.sequence,
            state=zlib.compress(json.dumps(checkpoint.to_json()).encode(), 1),
        )
        for checkpoint in checkpoints
    )


def forget_checkpoints(*, exercise: bool, since: int) -> None:
    """Drop the states that hold an act."""
    FoldCheckpoint.objects.filter(exercise=exercise, sequence__gte=since).delete()


def advance_checkpoints(tree: Tree, *, exercise: bool) -> None:
    """Keep the state of the fold after the last act; the ledger is locked."""
    rows = FoldCheckpoint.objects.filter(exercise=exercise).order_by("-sequence")
    latest = rows.values_list("sequence", flat=True).first()
    start = None if latest is None else last_checkpoint(exercise=exercise, before=latest + 1)
    acts = acts_after(latest or 0, exercise=exercise)
    if acts:
        withdrawn = withdrawn_sequences(exercise=exercise)
        try:
            found = checkpoint_after(tree, start, acts, withdrawn=withdrawn)
        except NeedsEarlierPeriods:
            # An archived act reaches back before what the last checkpoint kept.
            whole = acts_after(0, exercise=exercise)
            found = checkpoint_after(tree, None, whole, withdrawn=withdrawn)
        keep_checkpoints([found], exercise=exercise)
