"""Drafts: what an author writes, checked and stored, version by version."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError

from guidance.models import (
    LANGUAGES,
    NOWHERE,
    ActCode,
    Address,
    AuditEntry,
    Authority,
    Declaration,
    DeclarationMeasure,
    DeclarationMeasureRegion,
    DeclarationRegion,
    Desk,
    LegalBasis,
    LevelCode,
    LocalAdvice,
    MeasureKind,
    Status,
)
from guidance.models.declarations import LOCAL_ADVICE_LINES
from guidance.publishing.people import concerned, demand_drafter
from guidance.publishing.records import attempt, contribute, record, reload
from guidance.publishing.refusals import ChangedMeanwhile, NotReady, Problem
from guidance.publishing.versions import keep_version
from guidance.publishing.wording import unfit_words
from guidance.rules.acts import NamedMeasure
from guidance.stored.atlas import Atlas, present_atlas

REFERS = (ActCode.CORRECT, ActCode.WITHDRAW)
EDITABLE = (Status.DRAFT, Status.RETURNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Hold all that an author writes; catalogues by code, the act referred to by number."""

    act: str
    level: str = ""
    regions: tuple[str, ...] = ()
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    measures: tuple[NamedMeasure, ...] = ()
    authority: str = ""
    authority_post: Mapping[str, str] = field(default_factory=dict)
    legal_basis: str = ""
    order_number: str = ""
    order_date: date | None = None
    refers_to: str = ""
    reason: Mapping[str, str] = field(default_factory=dict)
    end_reason: Mapping[str, str] = field(default_factory=dict)
    local_advice: tuple[Mapping[str, str], ...] = ()
    note_to_approver: str = ""
    warnings_seen: tuple[str, ...] = ()

    def words(self) -> dict[str, str]:
        """Give every public text by the name of its column or line."""
        named = (
            ("reason", self.reason),
            ("end_reason", self.end_reason),
            ("authority_post", self.authority_post),
            *((f"local_advice_{place}", line) for place, line in enumerate(self.local_advice)),
        )
        lines = {
            f"{name}_{code}": texts.get(code, "").strip()
            for name, texts in named
            for code in LANGUAGES
        }
        return {**lines, "order_number": self.order_number.strip()}


def save_draft(
    draft: Draft,
    *,
    by: Any,
    desk: Desk,
    at: datetime,
    address: Address = NOWHERE,
    exercise: bool = False,
    declaration: Declaration | None = None,
    version: int | None = None,
    idempotency_key: uuid.UUID | None = None,
) -> Declaration:
    """Save a new draft, or a new version of one that nobody changed since `version`."""
    _refuse_unstorable(draft)
    regions = present_atlas()
    owner, step = desk if declaration is None else declaration.desk, AuditEntry.Action.SAVED
    try:
        with attempt(step, by, at, address, declaration=declaration, desk=owner):
            demand_drafter(regions, by, owner, draft.regions, at)
            columns = columns_of(draft, exercise=exercise)
            if draft.act in REFERS and columns["refers_to"] is not None:
                # What was published about other places is not for this desk to speak of.
                demand_drafter(regions, by, owner, concerned(columns["refers_to"]), at)
            if declaration is None:
                key = {"exercise": exercise, "idempotency_key": idempotency_key}
                declaration = _create(columns, by, desk, at, key)
            else:
                _replace(declaration, columns, version, at)
            write_parts(declaration, draft, regions)
            contribute(declaration, by, at)
            declaration = reload(declaration)
            keep_version(declaration, by, at)
            record(declaration, step, by, at, address=address)
    except IntegrityError:
        # The same form came twice: what the first one made is the answer to both.
        sent_before = Declaration.objects.filter(idempotency_key=idempotency_key, author=by)
        if idempotency_key is None or not sent_before.exists():
            raise
        declaration = reload(sent_before.get())
    return declaration


def _create(
    columns: dict[str, Any], by: Any, desk: Desk, at: datetime, key: dict[str, Any]
) -> Declaration:
    declaration = Declaration(**columns, **key, desk=desk, author=by, created_at=at, changed_at=at)
    Declaration.objects.bulk_create([declaration])
    return declaration


def _refuse_unstorable(draft: Draft) -> None:
    """Refuse what no draft may hold, however unfinished it is."""
    problems = unfit_words(draft.words())
    if draft.act not in ActCode.values:
        problems.append(Problem("act", "unknown"))
    if draft.level not in ("", *LevelCode.values):
        problems.append(Problem("level", "unknown"))
    if len(draft.local_advice) > LOCAL_ADVICE_LINES:
        problems.append(Problem("local_advice", "too_many"))
    if problems:
        raise NotReady(tuple(problems))


def _replace(
    declaration: Declaration, columns: dict[str, Any], version: int | None, at: datetime
) -> None:
    opened = declaration.version if version is None else version
    rows = Declaration.objects.not_wiped().filter(
        pk=declaration.pk, version=opened, status__in=EDITABLE, exercise=declaration.exercise
    )
    if rows.update(**columns, version=opened + 1, changed_at=at) != 1:
        raise ChangedMeanwhile
    declaration.version = opened + 1
    for table in (DeclarationRegion, LocalAdvice, DeclarationMeasureRegion, DeclarationMeasure):
        key = "measure__declaration" if table is DeclarationMeasureRegion else "declaration"
        table.objects.filter(**{key: declaration}).delete()


def columns_of(draft: Draft, *, exercise: bool) -> dict[str, Any]:
    """Give the plain columns of a draft; refuse a code that no catalogue knows."""
    words = {
        name: text for name, text in draft.words().items() if not name.startswith("local_advice")
    }
    return {
        "act": draft.act,
        "level": draft.level,
        "starts_at": draft.starts_at,
        "ends_at": draft.ends_at,
        "authority": _entry(Authority, "authority", draft.authority),
        "legal_basis": _entry(LegalBasis, "legal_basis", draft.legal_basis),
        "order_date": draft.order_date,
        "refers_to": _referred(draft.refers_to, exercise=exercise),
        "note_to_approver": draft.note_to_approver,
        "warnings_seen": list(draft.warnings_seen),
        **words,
    }


def _entry(model: Any, name: str, code: str) -> Any:
    if not code:
        return None
    row = model.objects.filter(code=code).first()
    if row is None:
        raise NotReady((Problem(name, "unknown"),))
    return row


def _referred(number: str, *, exercise: bool) -> Declaration | None:
    if not number:
        return None
    rows = Declaration.objects.published().of_ledger(exercise=exercise)
    found = rows.filter(number=number).first()
    if found is None:
        raise NotReady((Problem("refers_to", "unknown"),))
    return found


def write_parts(declaration: Declaration, draft: Draft, regions: Atlas) -> None:
    """Write the rows that belong to a draft."""
    DeclarationRegion.objects.bulk_create(
        DeclarationRegion(declaration=declaration, region_id=regions.pk(code), position=position)
        for position, code in enumerate(dict.fromkeys(draft.regions))
    )
    LocalAdvice.objects.bulk_create(
        LocalAdvice(
            declaration=declaration,
            position=position,
            **{f"text_{code}": line.get(code, "").strip() for code in LANGUAGES},
        )
        for position, line in enumerate(draft.local_advice)
    )
    if draft.measures:
        _write_measures(declaration, draft.measures, regions)


def _write_measures(
    declaration: Declaration, measures: tuple[NamedMeasure, ...], regions: Atlas
) -> None:
    kinds = {kind.code: kind for kind in MeasureKind.objects.all()}
    named = {code for measure in measures for code in measure.regions}
    if not named <= regions.regions.keys() or not kinds.keys() >= {m.code for m in measures}:
        raise NotReady((Problem("measures", "unknown"),))
    rows = DeclarationMeasure.objects.bulk_create(
        DeclarationMeasure(
            declaration=declaration, kind=kinds[measure.code], position=position,
            starts_at=measure.starts_at, ends_at=measure.ends_at,
        )
        for position, measure in enumerate(measures)
    )  # fmt: skip
    DeclarationMeasureRegion.objects.bulk_create(
        DeclarationMeasureRegion(measure=row, region_id=regions.pk(code))
        for row, measure in zip(rows, measures, strict=True)
        for code in dict.fromkeys(measure.regions)
    )
