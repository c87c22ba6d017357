"""Changes of desks, which two administrators make: a new desk, or new names; none is deleted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from guidance.models import (
    LANGUAGES,
    NOWHERE,
    Address,
    AuditEntry,
    Desk,
    DeskRequest,
    Region,
    RegionKind,
    RoleRequest,
)
from guidance.publishing.people import demand_administrator
from guidance.publishing.records import attempt
from guidance.publishing.refusals import SamePerson, StepRefused, WrongState

ASKED = AuditEntry.Action.DESK_REQUESTED
HEADQUARTERED = (RegionKind.REGION, RegionKind.CITY)


class DeskStands(StepRefused):
    """The region has a desk already, or is none that has one."""


class SameNames(StepRefused):
    """The desk is called so already."""


class AskedAlready(StepRefused):
    """A change of this desk waits for another administrator."""


def regions_without_desk() -> Any:
    """Give the regions that may be given a desk, in order of code."""
    return Region.objects.filter(kind__in=HEADQUARTERED, desk=None).order_by("code", "pk")


def ask_for_desk(
    region: Region, names: Mapping[str, str], *, by: Any, at: datetime, address: Address = NOWHERE
) -> DeskRequest:
    """Ask for a desk of a region that has none."""
    with attempt(ASKED, by, at, address):
        demand_administrator(by)
        if not regions_without_desk().filter(pk=region.pk).exists():
            raise DeskStands
        return _ask(_request(region, DeskRequest.Change.FOUND, names, by, at), address)


def ask_for_names(
    desk: Desk, names: Mapping[str, str], *, by: Any, at: datetime, address: Address = NOWHERE
) -> DeskRequest:
    """Ask that a desk be called otherwise."""
    with attempt(ASKED, by, at, address, desk=desk):
        demand_administrator(by)
        if names_of(desk) == {lang: names[lang] for lang in LANGUAGES}:
            raise SameNames
        return _ask(_request(desk.region, DeskRequest.Change.RENAME, names, by, at), address)


def confirm_desk_change(
    request: DeskRequest, *, by: Any, at: datetime, address: Address = NOWHERE
) -> DeskRequest:
    """Let a change of a desk take effect; who asked does not confirm."""
    with attempt(AuditEntry.Action.DESK_CONFIRMED, by, at, address, desk=_desk_of(request)):
        demand_administrator(by)
        if by.pk == request.requested_by_id:
            raise SamePerson
        request = _decide(request, RoleRequest.State.CONFIRMED, by, at)
        if request.change == DeskRequest.Change.FOUND:
            _found(request)
        else:
            Desk.objects.filter(region=request.region).update(**_columns(request))
        _record(request, AuditEntry.Action.DESK_CONFIRMED, by, at, address)
    return request


def refuse_desk_change(
    request: DeskRequest, *, by: Any, at: datetime, address: Address = NOWHERE
) -> DeskRequest:
    """Turn a change of a desk down."""
    with attempt(AuditEntry.Action.DESK_REFUSED, by, at, address, desk=_desk_of(request)):
        demand_administrator(by)
        request = _decide(request, RoleRequest.State.REFUSED, by, at)
        _record(request, AuditEntry.Action.DESK_REFUSED, by, at, address)
    return request


def names_of(named: Any) -> dict[str, str]:
    """Give the three names of a desk or of a request."""
    return {lang: getattr(named, f"name_{lang}") for lang in LANGUAGES}


def _request(
    region: Region, change: DeskRequest.Change, names: Mapping[str, str], by: Any, at: datetime
) -> DeskRequest:
    columns = {f"name_{lang}": names[lang] for lang in LANGUAGES}
    return DeskRequest(region=region, change=change, requested_by=by, requested_at=at, **columns)


def _ask(request: DeskRequest, address: Address) -> DeskRequest:
    try:
        with transaction.atomic():
            DeskRequest.objects.bulk_create([request])
    except IntegrityError as clash:
        waiting = DeskRequest.objects.filter(state=RoleRequest.State.REQUESTED)
        if not waiting.filter(region=request.region).exists():
            raise
        raise AskedAlready from clash
    _record(request, ASKED, request.requested_by, request.requested_at, address)
    return request


def _desk_of(request: DeskRequest) -> Desk | None:
    return Desk.objects.filter(region_id=request.region_id).first()


def _found(request: DeskRequest) -> None:
    if Desk.objects.filter(region=request.region).exists():
        raise DeskStands
    # A code that no other desk can have: that of the region, which is never used again.
    desk = Desk(code=request.region.code.lower(), region=request.region, **_columns(request))
    Desk.objects.bulk_create([desk])


def _columns(request: DeskRequest) -> dict[str, str]:
    return {f"name_{lang}": getattr(request, f"name_{lang}") for lang in LANGUAGES}


def _decide(request: DeskRequest, state: RoleRequest.State, by: Any, at: datetime) -> DeskRequest:
    rows = DeskRequest.objects.filter(pk=request.pk, state=RoleRequest.State.REQUESTED)
    if rows.update(state=state, decided_by=by, decided_at=at) != 1:
        raise WrongState(request.state)
    return DeskRequest.objects.select_related("region").get(pk=request.pk)


def _record(request: DeskRequest, action: str, by: Any, at: datetime, address: Address) -> None:
    details = {
        "request": request.pk,
        "region": request.region.code,
        "change": request.change,
        "names": names_of(request),
    }
    entry = AuditEntry(
        at=at, action=action, actor=by, address=address, desk=_desk_of(request), details=details
    )
    AuditEntry.objects.bulk_create([entry])
