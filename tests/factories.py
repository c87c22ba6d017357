"""What tests of levels begin from: reference data, officers, drafts and published declarations."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from guidance.intake.catalogues import REFERENCE, load_catalogues, load_desks
from guidance.intake.region_loading import load_regions
from guidance.intake.region_rows import read_regions
from guidance.intake.service_accounts import make_service_accounts, service_account
from guidance.models import Declaration, Desk, RoleCode, RoleRequest, Shift
from guidance.publish import Draft, content_hash, publish, reject, save_draft, submit
from guidance.publishing.records import contribute
from guidance.roles import confirm_role, request_role
from guidance.rules.acts import NamedMeasure
from portal.accounts.models import ADMINISTRATORS

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
REASON = {
    "kk": "Ықтимал қауіп туралы расталған ақпарат алынды.",
    "ru": "Получены подтверждённые сведения о возможной угрозе.",
    "en": "Confirmed information about a possible threat was received.",
}
END_REASON = {
    "kk": "Мерзімі жағдайға байланысты белгіленеді.",
    "ru": "Срок зависит от обстановки.",
    "en": "The term depends on the situation.",
}


CHECKS = (NamedMeasure("DOCUMENT_CHECKS"),)

__all__ = ["contribute", "reject", "submit"]


def reference_data() -> None:
    """Load what `setup` loads, but for the pages."""
    load_catalogues()
    load_regions(read_regions(REFERENCE / "regions.csv"), at=NOON - DAY)
    load_desks()
    make_service_accounts()


def person(username: str, **fields: Any) -> Any:
    """Make somebody who can't sign in yet."""
    people: Any = get_user_model()
    return people.objects.create_user(username, **fields)


def administrators() -> tuple[Any, Any]:
    """Give two administrators, who change roles together."""
    people: Any = get_user_model()
    group = Group.objects.get(name=ADMINISTRATORS)
    found = []
    for name in ("first-administrator", "second-administrator"):
        user = people.objects.filter(username=name).first() or person(name)
        user.groups.add(group)
        found.append(user)
    return found[0], found[1]


def give_role(user: Any, desk: Desk, role: RoleCode, *, ends_at: datetime | None = None) -> None:
    """Let two administrators give somebody a role, for ever or for a term."""
    first, second = administrators()
    request = request_role(user, desk=desk, role=role, by=first, at=NOON - DAY, ends_at=ends_at)
    confirm_role(request, by=second, at=NOON - DAY)


def take_role(user: Any, role: RoleCode, desk: str = "aqtobe") -> None:
    """Let two administrators take a role away."""
    first, second = administrators()
    office = Desk.objects.get(code=desk)
    request = request_role(
        user, desk=office, role=role, by=first, at=NOON, change=RoleRequest.Change.REVOKE
    )
    confirm_role(request, by=second, at=NOON)


def officer(username: str, desk: str, *roles: RoleCode) -> Any:
    """Make a member of a desk."""
    user = person(username)
    for role in roles:
        give_role(user, Desk.objects.get(code=desk), role)
    return user


def drafter(desk: str = "aqtobe", username: str = "") -> Any:
    """Make somebody who drafts at a desk."""
    return officer(username or f"{desk}-drafter", desk, RoleCode.DRAFTER)


def approver(desk: str = "aqtobe", username: str = "") -> Any:
    """Make somebody who approves at a desk."""
    return officer(username or f"{desk}-approver", desk, RoleCode.APPROVER)


def draft(**facts: Any) -> Draft:
    """Write a draft: orange in Aktobe Region for ten days, from approval."""
    whole: dict[str, Any] = {
        "act": "DECLARE",
        "level": "ORANGE",
        "regions": ("KZ-15",),
        "ends_at": NOON + 10 * DAY,
        "authority": "REGIONAL_HQ",
        "legal_basis": "DECREE_611",
        "reason": REASON,
        **facts,
    }
    if whole["act"] in ("EXTEND", "LIFT", "CORRECT", "WITHDRAW") and "level" not in facts:
        whole["level"] = ""
    if whole["act"] in ("LIFT", "CORRECT", "WITHDRAW"):
        whole["ends_at"] = facts.get("ends_at")
    if whole["act"] in ("CORRECT", "WITHDRAW"):
        whole["regions"] = ()
    if whole["act"] in ("DECLARE", "CHANGE") and whole["ends_at"] is None:
        whole.setdefault("end_reason", END_REASON)
    return Draft(**whole)


def ask_for_role(user: Any, desk: str = "aqtobe") -> RoleRequest:
    """Ask that somebody may approve; nobody has confirmed it."""
    office = Desk.objects.get(code=desk)
    asking = administrators()[0]
    return request_role(user, desk=office, role=RoleCode.APPROVER, by=asking, at=NOON)


def machine() -> Any:
    """Give the account that approves the archive."""
    return service_account(RoleCode.APPROVER)


def saved(
    by: Any, *, desk: str = "aqtobe", at: datetime = NOON, exercise: bool = False, **facts: Any
) -> Declaration:
    """Draft, and submit nothing."""
    office = Desk.objects.get(code=desk)
    return save_draft(draft(**facts), by=by, desk=office, at=at, exercise=exercise)


def submitted(
    by: Any, *, desk: str = "aqtobe", at: datetime = NOON, exercise: bool = False, **facts: Any
) -> Declaration:
    """Draft and submit."""
    office = Desk.objects.get(code=desk)
    saved = save_draft(draft(**facts), by=by, desk=office, at=at, exercise=exercise)
    return submit(saved, by=by, at=at)


def published(
    by: Any,
    approved_by: Any,
    *,
    desk: str = "aqtobe",
    at: datetime = NOON,
    exercise: bool = False,
    **facts: Any,
) -> Declaration:
    """Draft, submit, and have another person publish."""
    waiting = submitted(by, desk=desk, at=at, exercise=exercise, **facts)
    seen = content_hash(waiting, at)
    return publish(waiting, approver=approved_by, at=at, seen_hash=seen)


def shift(first: Any, second: Any, *, desk: str = "aqtobe", **facts: Any) -> Shift:
    """Put two people on duty from now for twelve hours; the first drafts, the second approves."""
    whole: dict[str, Any] = {
        "starts_at": NOON,
        "ends_at": NOON + timedelta(hours=12),
        "phone": "+7 713 200 00 01",
        "entered_by": second,
        "entered_at": NOON,
        **facts,
    }
    return Shift.objects.create(
        desk=Desk.objects.get(code=desk), drafter=first, approver=second, **whole
    )
