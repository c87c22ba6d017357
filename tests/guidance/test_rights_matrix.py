"""Who may do what, role by role: at their desk, at another, past their end, and without a role."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from guidance.desk_changes import ask_for_names
from guidance.models import Declaration, Desk, RoleCode, Shift
from guidance.publish import content_hash, publish, return_, save_draft, submit, take_back
from guidance.publishing.people import readable_by
from guidance.publishing.refusals import NotAllowed
from guidance.roles import request_role
from guidance.roster import Plan, enter_shift
from tests import factories
from tests.factories import MINUTE, NOON
from tests.guidance.conftest import Office

HOUR = timedelta(hours=1)
NAMES = {"kk": "Басқа", "ru": "Другой", "en": "Another"}


def read(by: Any, waiting: Declaration, office: Office) -> None:
    if waiting not in readable_by(by, NOON):
        raise NotAllowed


def draft(by: Any, waiting: Declaration, office: Office) -> None:
    save_draft(factories.draft(), by=by, desk=waiting.desk, at=NOON)


def hand_over(by: Any, waiting: Declaration, office: Office) -> None:
    submit(factories.saved(office.drafter), by=by, at=NOON)


def take(by: Any, waiting: Declaration, office: Office) -> None:
    take_back(waiting, by=by, at=NOON)


def approve(by: Any, waiting: Declaration, office: Office) -> None:
    publish(waiting, approver=by, at=NOON, seen_hash=content_hash(waiting, NOON))


def send_back(by: Any, waiting: Declaration, office: Office) -> None:
    return_(waiting, by=by, reason="Too long.", at=NOON)


def plan(by: Any, waiting: Declaration, office: Office) -> None:
    shift = Plan(
        starts_at=NOON, ends_at=NOON + HOUR, drafter=office.drafter, approver=office.approver,
        phone="+7 713 200 00 01",
    )  # fmt: skip
    enter_shift(shift, desk=waiting.desk, by=by, at=NOON)


def give_roles(by: Any, waiting: Declaration, office: Office) -> None:
    newcomer = factories.person("newcomer")
    request_role(newcomer, desk=waiting.desk, role=RoleCode.AUDITOR, by=by, at=NOON)


def rename(by: Any, waiting: Declaration, office: Office) -> None:
    ask_for_names(waiting.desk, NAMES, by=by, at=NOON)


DEEDS = (read, draft, hand_over, take, approve, send_back, plan, give_roles, rename)


def at_desk(code: str, role: RoleCode, **term: Any) -> Callable[[], Any]:
    def make() -> Any:
        user = factories.person("somebody")
        factories.give_role(user, Desk.objects.get(code=code), role, **term)
        return user

    return make


def root() -> Any:
    return factories.person("root", is_superuser=True, is_staff=True)


DRAFTS, DECIDES = {draft, hand_over, take}, {approve, send_back, plan}
OVER = {"ends_at": NOON}
LASTING = {"ends_at": NOON + MINUTE}
PEOPLE: dict[str, tuple[Callable[[], Any], set[Any]]] = {
    "drafter": (at_desk("aqtobe", RoleCode.DRAFTER), {read} | DRAFTS),
    "approver": (at_desk("aqtobe", RoleCode.APPROVER), {read} | DECIDES),
    "auditor": (at_desk("aqtobe", RoleCode.AUDITOR), {read}),
    "drafter of another desk": (at_desk("almaty", RoleCode.DRAFTER), set()),
    "approver of another desk": (at_desk("almaty", RoleCode.APPROVER), set()),
    "auditor of another desk": (at_desk("almaty", RoleCode.AUDITOR), set()),
    # Who drafts at the republican desk drafts there, and submits nothing of another desk.
    "republican drafter": (at_desk("republican", RoleCode.DRAFTER), {read}),
    "republican approver": (at_desk("republican", RoleCode.APPROVER), {read} | DECIDES),
    "republican auditor": (at_desk("republican", RoleCode.AUDITOR), {read}),
    "drafter whose role is over": (at_desk("aqtobe", RoleCode.DRAFTER, **OVER), set()),
    "approver whose role is over": (at_desk("aqtobe", RoleCode.APPROVER, **OVER), set()),
    "auditor whose role is over": (at_desk("aqtobe", RoleCode.AUDITOR, **OVER), set()),
    "republican approver whose role is over": (
        at_desk("republican", RoleCode.APPROVER, **OVER),
        set(),
    ),
    "approver in the last minute": (
        at_desk("aqtobe", RoleCode.APPROVER, **LASTING),
        {read} | DECIDES,
    ),
    "administrator": (lambda: factories.administrators()[0], {give_roles, rename}),
    "superuser": (root, set()),
    "nobody": (lambda: factories.person("nobody"), set()),
    "the archive's account": (factories.machine, set()),
}


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
@pytest.mark.parametrize("who", PEOPLE)
def test_a_right_follows_from_a_role_in_force_and_from_nothing_else(
    who: str, deed: Callable[..., None], aqtobe: Office
) -> None:
    make, rights = PEOPLE[who]
    waiting = factories.submitted(aqtobe.drafter)
    by = make()

    if deed in rights:
        deed(by, waiting, aqtobe)
        return
    with pytest.raises(NotAllowed):
        deed(by, waiting, aqtobe)
    assert Declaration.objects.get(pk=waiting.pk).status == "SUBMITTED"
    assert not Shift.objects.exists()
