"""A database with a long history, written in bulk while the guards are put away."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from django.contrib.auth.models import Group  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.management.color import no_style  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from bench.fold import tree, write_acts  # noqa: E402
from guidance.intake.catalogues import load_catalogues  # noqa: E402
from guidance.management.patience import patient  # noqa: E402
from guidance.migrations import guards  # noqa: E402
from guidance.models import (  # noqa: E402
    EMPTY_HEAD,
    Authority,
    Bulletin,
    Declaration,
    DeclarationMeasure,
    DeclarationRegion,
    Desk,
    FoldCheckpoint,
    Ledger,
    LegalBasis,
    MeasureKind,
    Region,
    RoleCode,
)
from guidance.publishing.canonical import canonical, link  # noqa: E402
from guidance.publishing.entering import ASTANA  # noqa: E402
from guidance.roles import confirm_role, request_role  # noqa: E402
from guidance.rules.acts import Act, ActKind  # noqa: E402
from guidance.rules.places import Tree  # noqa: E402
from guidance.rules.timeline import checkpoint_after, fold  # noqa: E402
from guidance.stored.atlas import present_atlas, regions_changed  # noqa: E402
from guidance.stored.projection import rewrite  # noqa: E402
from portal.accounts.models import ADMINISTRATORS, User  # noqa: E402

CHUNK = 2_000
CHECKPOINT_EVERY = 500
WORDS = {
    f"{kind}_{code}": f"{kind} {code}" for kind in ("reason", "summary", "end_reason")
    for code in ("kk", "ru", "en")
}  # fmt: skip
KINDS = {0: "COUNTRY", 1: "REGION", 2: "DISTRICT"}


class Editor:
    """Stand for a schema editor, as the guards ask for one."""

    connection = connection


def build(size: int) -> None:
    """Write everything that publications, pages and withdrawals read."""
    with patient(connection):
        _build(size)


def _build(size: int) -> None:
    call_command("migrate", interactive=False, verbosity=0)
    acts, places = write_acts(size, 611), tree()
    load_catalogues()
    _regions(places)
    people = _people()
    guards.remove(None, Editor)
    _declarations(acts, people)
    with transaction.atomic():
        rewrite(present_atlas(), exercise=False, timeline=fold(places, acts))
        _checkpoint(places, acts)
    guards.install(None, Editor)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Declaration]):
            cursor.execute(statement)
        cursor.execute("ANALYZE")


def _regions(places: Tree) -> None:
    stored: dict[str, Region] = {}
    for depth, kind in KINDS.items():
        rows = [
            Region(
                code=code, slug=code.lower(), kind=kind, time_zone="Asia/Almaty",
                parts_are_complete=places.place(code).parts_are_complete,
                parent=stored.get(places.parent(code) or ""),
                **{f"{field}_{lang}": code for field in ("name", "name_in")
                   for lang in ("kk", "ru", "en")},
            )
            for code in places if places.depth(code) == depth
        ]  # fmt: skip
        Region.objects.bulk_create(rows)
        stored.update((region.code, region) for region in rows)
    regions_changed()


def _people() -> dict[str, Any]:
    desk = Desk(code="republican", region=Region.objects.get(code="KZ"), name_en="Headquarters")
    Desk.objects.bulk_create([desk])
    users = {name: User.objects.create_user(name) for name in ("a", "b", "drafter", "approver")}
    for name in ("a", "b"):
        users[name].groups.add(Group.objects.get(name=ADMINISTRATORS))
    at = datetime(2009, 1, 1, tzinfo=UTC)
    for name, role in (("drafter", RoleCode.DRAFTER), ("approver", RoleCode.APPROVER)):
        request = request_role(users[name], desk=desk, role=role, by=users["a"], at=at)
        confirm_role(request, by=users["b"], at=at)
    return {**users, "desk": desk}


def _declarations(acts: list[Act], people: dict[str, Any]) -> None:
    regions = {region.code: region.pk for region in Region.objects.all()}
    kinds = {kind.code: kind.pk for kind in MeasureKind.objects.all()}
    common = {
        "desk": people["desk"], "author": people["drafter"], "approver": people["approver"],
        "authority": Authority.objects.order_by("pk")[0], "status": "PUBLISHED",
        "legal_basis": LegalBasis.objects.order_by("pk")[0], "content_hash": "0" * 64, **WORDS,
    }  # fmt: skip
    head, numbers = EMPTY_HEAD, _numbers(acts)
    for start in range(0, len(acts), CHUNK):
        chunk = acts[start : start + CHUNK]
        with transaction.atomic():
            rows = [_row(act, numbers, common) for act in chunk]
            Declaration.objects.bulk_create(rows)
            head = _parts(chunk, rows, regions, kinds, head)
    last = acts[-1]
    Ledger.objects.filter(exercise=False).update(
        head=head, count=len(acts), last_published_at=last.published_at,
        last_number=numbers[last.sequence],
    )  # fmt: skip


def _numbers(acts: list[Act]) -> dict[int, str]:
    counts: dict[int, int] = {}
    numbers = {}
    for act in acts:
        year = act.published_at.astimezone(ASTANA).year
        counts[year] = counts.get(year, 0) + 1
        numbers[act.sequence] = f"{year}-{counts[year]:04d}"
    return numbers


def _row(act: Act, numbers: dict[int, str], common: dict[str, Any]) -> Declaration:
    return Declaration(
        pk=act.sequence,
        act=act.kind.value, level=act.level.name if act.level else "", starts_at=act.starts_at,
        ends_at=act.ends_at, refers_to_id=act.refers_to, sequence=act.sequence,
        number=numbers[act.sequence], published_at=act.published_at,
        submitted_at=act.published_at, created_at=act.published_at, changed_at=act.published_at,
        **common,
    )  # fmt: skip


def _parts(
    chunk: list[Act],
    rows: list[Declaration],
    regions: dict[str, int],
    kinds: dict[str, int],
    head: str,
) -> str:
    pairs = list(zip(chunk, rows, strict=True))
    DeclarationRegion.objects.bulk_create(
        DeclarationRegion(declaration=row, region_id=regions[code], position=place)
        for act, row in pairs
        for place, code in enumerate(act.regions)
    )
    DeclarationMeasure.objects.bulk_create(
        DeclarationMeasure(declaration=row, kind_id=kinds[measure.code])
        for act, row in pairs
        for measure in act.measures
    )
    bulletins = []
    for row in rows:
        body = canonical({"number": row.number, "padding": "x" * 4_000})
        bulletins.append(
            Bulletin(declaration=row, body=body, previous_hash=head, hash=link(head, body))
        )
        head = bulletins[-1].hash
    Bulletin.objects.bulk_create(bulletins)
    return head


def _checkpoint(places: Tree, acts: list[Act]) -> None:
    """Keep the checkpoints that publications would have kept last."""
    targets = (act.refers_to for act in acts if act.kind is ActKind.WITHDRAW)
    withdrawn = {target for target in targets if target is not None}
    checkpoint, done = None, 0
    for count in _kept(len(acts)):
        checkpoint = checkpoint_after(places, checkpoint, acts[done:count], withdrawn=withdrawn)
        done = count
        FoldCheckpoint.objects.create(
            exercise=False,
            sequence=checkpoint.sequence,
            state=zlib.compress(json.dumps(checkpoint.to_json()).encode(), 1),
        )


def _kept(count: int) -> Iterator[int]:
    """Step as publications do, over the last two thousand acts."""
    last = count - count % CHECKPOINT_EVERY
    first = max(last - 3 * CHECKPOINT_EVERY, CHECKPOINT_EVERY)
    yield from range(first, last + 1, CHECKPOINT_EVERY)
