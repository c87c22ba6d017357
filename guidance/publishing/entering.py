"""Entering a declaration in its ledger: number, bulletin, chain, periods, audit and outbox."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from guidance.models import (
    LANGUAGES,
    NOWHERE,
    Address,
    AuditEntry,
    Bulletin,
    Declaration,
    Ledger,
    Origin,
    OutboxRow,
    Status,
)
from guidance.publishing.canonical import canonical, instant, link, sha256
from guidance.publishing.facts import facts_and_words
from guidance.publishing.proposals import Proposal
from guidance.publishing.records import record
from guidance.publishing.refusals import WrongState
from guidance.rules.acts import ActKind
from guidance.rules.timeline import difference
from guidance.stored.atlas import atlas
from guidance.stored.chronicle import forget_checkpoints, keep_checkpoints
from guidance.stored.projection import store

BULLETIN_FORMAT = "dengei-bulletin-1"
EXERCISE_PREFIX = "EX-"
ASTANA = ZoneInfo("Asia/Almaty")


@dataclass(frozen=True, slots=True)
class Entered:
    """Hold what was published, for whoever seals it in another format."""

    declaration: Declaration
    proposal: Proposal
    bulletin: Bulletin


Seal = Callable[[Entered], None]


def lock_ledger(*, exercise: bool) -> Ledger:
    """Lock a ledger until the transaction ends; on SQLite the transaction itself is the lock."""
    return Ledger.objects.select_for_update().get(exercise=exercise)


def next_number(ledger: Ledger, published_at: datetime) -> str:
    """Count on within the year of publication in Astana."""
    year = published_at.astimezone(ASTANA).year
    last_year, _, last = ledger.last_number.removeprefix(EXERCISE_PREFIX).partition("-")
    serial = int(last) + 1 if last_year == str(year) else 1
    return f"{EXERCISE_PREFIX if ledger.exercise else ''}{year}-{serial:04d}"


def enter(
    ledger: Ledger,
    declaration: Declaration,
    proposal: Proposal,
    *,
    approver: Any,
    acting: str = "",
    address: Address = NOWHERE,
    seals: Iterable[Seal] = (),
) -> Declaration:
    """Write all that a publication writes; the ledger is locked and all was checked."""
    number = next_number(ledger, proposal.act.published_at)
    complete(declaration, proposal, number=number, approver=approver)
    _publish_row(declaration)
    bulletin = _chain(ledger, declaration, proposal)
    _project(ledger, proposal, declaration)
    published_at = proposal.act.published_at
    step = AuditEntry.Action.PUBLISHED
    record(declaration, step, approver, published_at, address=address, acting=acting)
    if declaration.origin == Origin.DESK and not declaration.exercise:
        OutboxRow.objects.bulk_create([OutboxRow(declaration=declaration, created_at=published_at)])
    for seal in seals:
        seal(Entered(declaration, proposal, bulletin))
    return declaration


def complete(declaration: Declaration, proposal: Proposal, *, number: str, approver: Any) -> None:
    """Give a declaration in memory what its publication gives it."""
    act = proposal.act
    declaration.status = Status.PUBLISHED
    declaration.act = proposal.applied.kind.value
    declaration.starts_at = act.starts_at
    declaration.approver = approver
    declaration.published_at = act.published_at
    declaration.sequence = act.sequence
    declaration.number = number
    declaration.content_hash = sha256(proposal.token.encode("ascii"))
    for code in LANGUAGES:
        setattr(declaration, f"summary_{code}", proposal.summary[code])


def _publish_row(declaration: Declaration) -> None:
    columns = (
        "status", "act", "starts_at", "approver", "published_at", "sequence", "number",
        "content_hash", "summary_kk", "summary_ru", "summary_en",
    )  # fmt: skip
    rows = Declaration.objects.filter(
        pk=declaration.pk, status=Status.SUBMITTED, version=declaration.version
    )
    if rows.update(**{name: getattr(declaration, name) for name in columns}) != 1:
        raise WrongState(declaration.status)


def bulletin_of(declaration: Declaration, proposal: Proposal) -> dict[str, object]:
    """Give all that a bulletin freezes."""
    return {
        "format": BULLETIN_FORMAT,
        **facts_and_words(declaration),
        "number": declaration.number,
        "sequence": declaration.sequence,
        "published_at": instant(declaration.published_at),
        "approver": declaration.approver_id,
        "content_hash": declaration.content_hash,
        "headline": proposal.headline.as_dict(),
        "summary": proposal.summary.as_dict(),
        "advice": list(proposal.advice),
        "outcomes": [
            {
                "region": outcome.region,
                "word": outcome.word.value,
                "before": outcome.before.name if outcome.before else None,
                "after": outcome.after.name if outcome.after else None,
            }
            for outcome in proposal.applied.outcomes
        ],
    }


def _chain(ledger: Ledger, declaration: Declaration, proposal: Proposal) -> Bulletin:
    body = canonical(bulletin_of(declaration, proposal))
    bulletin = Bulletin(
        declaration=declaration, body=body, previous_hash=ledger.head,
        hash=link(ledger.head, body),
    )  # fmt: skip
    Bulletin.objects.bulk_create([bulletin])
    rows = Ledger.objects.filter(pk=ledger.pk, head=ledger.head, count=ledger.count)
    ledger.head = bulletin.hash
    ledger.count = proposal.act.sequence
    ledger.last_published_at = declaration.published_at
    ledger.last_number = declaration.number or ""
    moved = rows.update(
        head=ledger.head, count=ledger.count, last_published_at=ledger.last_published_at,
        last_number=ledger.last_number,
    )  # fmt: skip
    if moved != 1:
        raise WrongState("the ledger moved although it was locked")
    return bulletin


def _project(ledger: Ledger, proposal: Proposal, declaration: Declaration) -> None:
    change = difference(proposal.stored.timeline, proposal.applied.timeline)
    proposal.stored.declaration_pks[proposal.act.sequence] = declaration.pk
    store(atlas(ledger.tree_token), proposal.stored, change)
    if proposal.act.kind is ActKind.WITHDRAW and proposal.act.refers_to is not None:
        forget_checkpoints(exercise=ledger.exercise, since=proposal.act.refers_to)
        keep_checkpoints(proposal.checkpoints, exercise=ledger.exercise)
