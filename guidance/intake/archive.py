"""The replay of an archive: the same rules and the same ledger as the desk's, by two machines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from guidance.intake.archive_rows import HEADER, REASONS, ArchiveRow, in_one_line
from guidance.intake.service_accounts import service_account
from guidance.intake.tables import FileError
from guidance.models import (
    LANGUAGES,
    Authority,
    Declaration,
    Desk,
    Ledger,
    LegalBasis,
    Origin,
    Precision,
    RoleCode,
    Status,
)
from guidance.publishing.drafts import Draft, columns_of, write_parts
from guidance.publishing.entering import ASTANA, Seal, enter, lock_ledger
from guidance.publishing.proposals import proposed
from guidance.publishing.records import contribute, reload
from guidance.publishing.refusal_texts import names_of, refusal_text
from guidance.rules.errors import RuleError
from guidance.stored.atlas import Atlas, atlas


@dataclass(frozen=True, slots=True)
class Replayed:
    """Count what a replay did."""

    published: int
    known: int


@dataclass(frozen=True, slots=True)
class _Catalogues:
    authorities: frozenset[str]
    legal_bases: frozenset[str]


def replay(rows: Sequence[ArchiveRow], *, now: datetime, seals: Iterable[Seal] = ()) -> Replayed:
    """Publish the rows that the ledger does not hold yet: all of them, or none."""
    published = 0
    with transaction.atomic():
        ledger = lock_ledger(exercise=False)
        catalogues = _Catalogues(
            frozenset(Authority.objects.values_list("code", flat=True)),
            frozenset(LegalBasis.objects.values_list("code", flat=True)),
        )
        for row in rows:
            if not _is_known(row):
                _check(row, ledger, catalogues, now)
                _publish(row, ledger, seals)
                published += 1
    return Replayed(published, len(rows) - published)


def _is_known(row: ArchiveRow) -> bool:
    digests = Declaration.objects.filter(archive_id=row.id).values_list("archive_sha256", flat=True)
    digest = digests.first()
    if digest is not None and digest != row.digest:
        raise row.row.error("id", _("this id was replayed before with other content"))
    return digest is not None


def _check(row: ArchiveRow, ledger: Ledger, catalogues: _Catalogues, now: datetime) -> None:
    cells = row.row
    regions = atlas(ledger.tree_token)
    if ledger.last_published_at is not None and row.published_at < ledger.last_published_at:
        reason = _("the ledger already holds a later declaration: %(number)s") % {
            "number": ledger.last_number
        }
        raise cells.error("published_at", reason)
    if row.published_at > now:
        raise cells.error("published_at", _("this moment lies in the future"))
    for code in row.regions:
        if code not in regions.regions:
            raise cells.error("regions", _("unknown region: %(code)s") % {"code": code})
    for measure in row.measures:
        if measure.code not in regions.measures:
            raise cells.error("measures", _("unknown measure: %(code)s") % {"code": measure.code})
        for code in measure.regions:
            if code not in regions.regions:
                raise cells.error("measures", _("unknown region: %(code)s") % {"code": code})
    if cells["authority"] not in catalogues.authorities:
        reason = _("unknown authority: %(code)s") % {"code": cells["authority"]}
        raise cells.error("authority", reason)
    if cells["legal_basis"] not in catalogues.legal_bases:
        reason = _("unknown legal basis: %(code)s") % {"code": cells["legal_basis"]}
        raise cells.error("legal_basis", reason)
    if cells["precision"] == Precision.DAY:
        _check_midnights(row, regions)


def _check_midnights(row: ArchiveRow, regions: Atlas) -> None:
    zones = {ZoneInfo(regions.regions[code].time_zone) for code in row.regions} or {ASTANA}
    for column, at in (("starts_at", row.starts_at), ("ends_at", row.ends_at)):
        if at is not None and all(at.astimezone(zone).time() != time() for zone in zones):
            reason = _("to the day: 00:00 of that day in the region's own zone is expected")
            raise row.row.error(column, reason)


def _publish(row: ArchiveRow, ledger: Ledger, seals: Iterable[Seal]) -> None:
    drafter = service_account(RoleCode.DRAFTER)
    draft = _draft(row)
    declaration = Declaration(
        **columns_of(draft, exercise=False),
        desk=Desk.objects.get(region__parent=None),
        author=drafter,
        created_at=row.published_at,
        changed_at=row.published_at,
        origin=Origin.ARCHIVE,
        precision=row.row["precision"],
        source_url=row.row["source_url"],
        archive_id=row.id,
        archive_sha256=row.digest,
    )
    Declaration.objects.bulk_create([declaration])
    write_parts(declaration, draft, atlas(ledger.tree_token))
    contribute(declaration, drafter, row.published_at)
    Declaration.objects.filter(pk=declaration.pk).update(
        status=Status.SUBMITTED, submitted_at=row.published_at
    )
    declaration = reload(declaration)
    try:
        proposal = proposed(declaration, ledger, row.published_at)
    except RuleError as refusal:
        raise _refused(row, refusal, atlas(ledger.tree_token)) from refusal
    approver = service_account(RoleCode.APPROVER)
    enter(ledger, declaration, proposal, approver=approver, seals=seals)


def _draft(row: ArchiveRow) -> Draft:
    cells = row.row
    return Draft(
        act=row.act,
        level=cells["level"],
        regions=row.regions,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        measures=row.measures,
        authority=cells["authority"],
        legal_basis=cells["legal_basis"],
        order_number=cells["order_number"],
        order_date=row.published_at.astimezone(ASTANA).date(),
        refers_to=_number_of(row),
        reason={
            code: in_one_line(cells[name]) for code, name in zip(LANGUAGES, REASONS, strict=True)
        },
    )


def _number_of(row: ArchiveRow) -> str:
    wanted = row.row["refers_to"]
    if not wanted:
        return ""
    rows = Declaration.objects.published().of_ledger(exercise=False)
    number = rows.filter(archive_id=wanted).values_list("number", flat=True).first()
    if number is None:
        raise row.row.error("refers_to", _("no earlier row has this id: %(id)s") % {"id": wanted})
    return number


def _refused(row: ArchiveRow, refusal: RuleError, regions: Atlas) -> FileError:
    column = refusal.field if refusal.field in HEADER else "regions"
    return row.row.error(column, refusal_text(refusal, names_of(regions, exercise=False)))
