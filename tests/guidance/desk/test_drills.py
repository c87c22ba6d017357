"""Timed drills at the desk, from the order to what everybody is told of it."""

from __future__ import annotations

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.test import Client

from guidance.exercises.drills import start_drill
from guidance.models import AuditEntry, Declaration, Desk, Drill, DrillStep, Region, RoleCode
from guidance.rules.levels import Level
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

DRILLS = "/admin/desk/exercise/drills/"
START = DRILLS + "start/"
ORDER = {"desk": "aqtobe", "region": "KZ-15", "level": "ORANGE", "hint": "A call to 110."}


@pytest.fixture
def leader(republican: Office, signed_in: SignIn) -> Client:
    return signed_in(republican.drafter)


def in_exercise(address: str) -> str:
    return address.replace("/admin/desk/", "/admin/desk/exercise/")


def answer(drafter: Client, approver: Client) -> Declaration:
    """Declare in the exercise desk what the order asks for, two minutes after "go"."""
    with time_machine.travel(NOON + MINUTE, tick=False):
        address = drafter.post(in_exercise(posts.DECLARE), posts.LEVEL).url
        page = drafter.get(address)
        ticks = {name: "on" for name in page.context["form"].fields if name.startswith("seen_")}
        drafter.post(address + "submit/", {"deadline_kind": "soon", **ticks})
    with time_machine.travel(NOON + 2 * MINUTE + timedelta(seconds=40), tick=False):
        waiting = Declaration.objects.latest("pk")
        approver.post(address + "approval/", posts.approval(waiting))
    waiting.refresh_from_db()
    return waiting


def test_an_order_reaches_the_desk_in_both_ledgers_and_is_timed(
    leader: Client, drafter: Client, approver: Client
) -> None:
    assert leader.post(START, ORDER).url == DRILLS

    for desk in ("/admin/desk/", "/admin/desk/exercise/"):
        page = " ".join(drafter.get(desk).content.decode().split())
        assert "A drill is under way.</b> Aktobe Region" in page
    shown = drafter.get(DRILLS).content.decode()
    assert "A call to 110." in shown
    assert 'href="/admin/desk/exercise/declare/?region=KZ-15"' in shown

    act = answer(drafter, approver)

    assert act.number == "EX-2026-0001"
    shown = drafter.get(DRILLS).content.decode()
    assert "Declared in 2 min 40 s; now withdraw it." in shown
    assert f'href="/admin/desk/exercise/withdraw/?declaration={act.number}"' in shown
    assert "1 min 0 s, 1 min 0 s, <b>2 min 40 s</b>" in shown


def test_the_link_of_the_order_opens_the_withdrawal_of_the_answer(
    leader: Client, drafter: Client, approver: Client
) -> None:
    leader.post(START, ORDER)
    act = answer(drafter, approver)

    page = drafter.get(f"/admin/desk/exercise/withdraw/?declaration={act.number}")

    assert page.status_code == 200
    assert act.number in page.content.decode()


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"desk": ""}, "desk", "Fill in this field."),
        ({"desk": "nowhere"}, "desk", "Choose an entry of the list."),
        ({"desk": "a\x00"}, "desk", "Null characters are not allowed."),
        ({"region": ""}, "region", "Fill in this field."),
        ({"region": "KZ-99"}, "region", "Choose an entry of the list."),
        ({"region": "KZ-75"}, "region", "This place is not in the territory of the desk."),
        ({"level": ""}, "level", "Choose a level."),
        ({"level": "GREEN"}, "level", "There is no such level."),
        ({"hint": "x" * 281}, "hint", "At most 280 characters; this text has 281."),
        ({"hint": "a\u202eb"}, "hint", "This text holds hidden or broken characters (U+202E)."),
        ({"hint": "<b>x</b>"}, "hint", "Write plain text, without HTML."),
    ],
)
def test_a_bad_order_is_answered_at_its_field_and_starts_nothing(
    change: dict[str, str], field: str, message: str, leader: Client
) -> None:
    page = leader.post(START, {**ORDER, **change})

    at_the_field = unescape(page.content.decode()).partition(f'id="id_{field}_error"')[2]
    assert page.status_code == 200
    assert message in at_the_field.partition("</div>")[0]
    assert not Drill.objects.exists()


def test_a_second_order_waits_until_the_first_is_finished(leader: Client) -> None:
    leader.post(START, ORDER)

    page = leader.post(START, {**ORDER, "level": "RED"})

    assert "has not finished yet" in page.content.decode()
    assert Drill.objects.count() == 1


def test_an_administrator_without_a_desk_gives_the_order(aqtobe: Office, signed_in: SignIn) -> None:
    first = signed_in(factories.administrators()[0])

    assert first.get("/admin/desk/exercise/").status_code == 403
    assert first.get(START).status_code == 200
    assert first.post(START, ORDER).url == DRILLS
    assert "A call to 110." not in first.get("/admin/desk/exercise/").content.decode()
    assert first.get(DRILLS).status_code == 200


@pytest.mark.parametrize("role", list(RoleCode))
def test_nobody_else_gives_it(role: RoleCode, reference_data: None, signed_in: SignIn) -> None:
    member = signed_in(factories.officer("member", "aqtobe", role))

    assert member.get(DRILLS).status_code == 200
    assert member.get(START).status_code == 403
    assert member.post(START, ORDER).status_code == 403
    assert not Drill.objects.exists()
    assert AuditEntry.objects.filter(action="REFUSED").exists()


def test_who_has_no_role_sees_no_drills(reference_data: None, signed_in: SignIn) -> None:
    stranger = signed_in(factories.person("stranger"))

    assert stranger.get(DRILLS).status_code == 403
    assert stranger.get(START).status_code == 403


def test_another_desk_s_drill_is_not_listed(leader: Client, signed_in: SignIn) -> None:
    leader.post(START, ORDER)
    stranger = signed_in(factories.officer("stranger", "almaty", RoleCode.DRAFTER))

    assert "Aktobe" not in stranger.get(DRILLS).content.decode()
    assert "A drill is under way." not in stranger.get("/admin/desk/exercise/").content.decode()
    assert "Aktobe Region" in leader.get(DRILLS).content.decode()


def test_the_real_desk_has_no_such_addresses(leader: Client) -> None:
    for address in ("/admin/desk/drills/", "/admin/desk/drills/start/"):
        assert leader.get(address).status_code == 404
        assert leader.post(address, ORDER).status_code == 404


def finished(office: Office, at: Any) -> None:
    """Let a desk finish a drill: declare, and withdraw."""
    by = factories.administrators()[0]
    desk, region = Desk.objects.get(code="aqtobe"), Region.objects.get(code="KZ-15")
    drill = start_drill(desk, region=region, level=Level.ORANGE, hint="", by=by, at=at)
    people = office.drafter, office.approver
    first = factories.published(*people, at=at, exercise=True)
    second = factories.published(
        *people, at=at, exercise=True, act="WITHDRAW", refers_to=first.number
    )
    for kind, act in (("DECLARED", first), ("WITHDRAWN", second)):
        step = DrillStep(
            drill=drill, kind=kind, declaration=act, drafted_at=at, submitted_at=at,
            published_at=at, people=2,
        )  # fmt: skip
        DrillStep.objects.bulk_create([step])


@pytest.mark.parametrize("desk", ["/admin/desk/", "/admin/desk/exercise/"])
def test_the_desk_is_told_when_its_last_drill_is_older_than_30_days(
    desk: str, aqtobe: Office, drafter: Client, signed_in: SignIn
) -> None:
    assert "no drill has been finished yet." in drafter.get(desk).content.decode()

    finished(aqtobe, NOON)

    for later, is_told in ((30 * DAY, False), (30 * DAY + MINUTE, True)):
        with time_machine.travel(NOON + later, tick=False):
            page = signed_in(aqtobe.drafter).get(desk).content.decode()
        assert ("older than 30 days" in page) is is_told
        assert ("To the drills" in page) is is_told


def test_an_approver_who_never_did_it_is_named(aqtobe: Office, drafter: Client) -> None:
    finished(aqtobe, NOON)
    factories.officer("newcomer", "aqtobe", RoleCode.APPROVER)

    page = " ".join(drafter.get(DRILLS).content.decode().split())

    assert "within 30 days: newcomer<" in page


def test_the_menu_leads_administrators_to_the_drills_and_nobody_else(
    aqtobe: Office, drafter: Client, signed_in: SignIn
) -> None:
    first = signed_in(factories.administrators()[0])

    assert DRILLS in first.get(DRILLS).content.decode().partition("sidebar")[2]
    assert DRILLS not in drafter.get("/admin/").content.decode()
