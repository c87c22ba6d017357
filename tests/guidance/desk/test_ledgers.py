"""The two ledgers of the desk: the same screens, and no way from one to the other."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from guidance.desk.urls import urlpatterns
from guidance.models import Declaration
from guidance.shown.ledgers import desk_address
from tests import factories
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

EXERCISE = "/admin/desk/exercise/"
OF_A_DECLARATION = [each.name or "" for each in urlpatterns if "<int:pk>" in str(each.pattern)]


def in_exercise(address: str) -> str:
    return address.replace("/admin/desk/", EXERCISE)


def of(declaration: Declaration, name: str, *, exercise: bool) -> str:
    more = posts.MORE.get(name, {})
    return desk_address(name, exercise=exercise, pk=declaration.pk, **more)


def test_the_desk_s_name_alone_means_the_real_ledger() -> None:
    assert reverse("desk:dashboard") == "/admin/desk/"
    assert desk_address("dashboard", exercise=True) == EXERCISE


@pytest.mark.parametrize("exercise", [False, True])
@pytest.mark.parametrize("name", OF_A_DECLARATION)
def test_a_declaration_does_not_exist_at_the_addresses_of_the_other_ledger(
    name: str, exercise: bool, aqtobe: Office, signed_in: SignIn
) -> None:
    waiting = factories.submitted(aqtobe.drafter, exercise=exercise)
    drafter, approver = signed_in(aqtobe.drafter), signed_in(aqtobe.approver)
    there = of(waiting, name, exercise=not exercise)
    body = {**posts.LEVEL, **posts.approval(waiting), "version": 1, "deadline_kind": "soon"}

    assert drafter.get(of(waiting, "declaration", exercise=exercise)).status_code == 200
    for client in (drafter, approver):
        assert client.get(there).status_code == 404
        assert client.post(there, body).status_code == 404
    waiting.refresh_from_db()
    assert (waiting.status, waiting.version) == ("SUBMITTED", 1)


def test_a_form_of_the_exercise_desk_writes_to_the_exercise_ledger_and_stays_there(
    drafter: Client, approver: Client
) -> None:
    written = drafter.post(in_exercise(posts.DECLARE), posts.LEVEL)
    draft = Declaration.objects.get()
    assert draft.exercise
    assert written.url == in_exercise(posts.address(draft))

    page = drafter.get(written.url)
    ticks = {name: "on" for name in page.context["form"].fields if name.startswith("seen_")}
    sent = drafter.post(written.url + "submit/", {"deadline_kind": "soon", **ticks})
    assert sent.url == written.url

    draft.refresh_from_db()
    decided = approver.post(written.url + "approval/", posts.approval(draft))
    draft.refresh_from_db()
    assert decided.url == written.url
    assert draft.number == "EX-2026-0001"


def test_every_address_on_a_page_of_an_exercise_stays_in_the_exercise_but_the_switch(
    aqtobe: Office, drafter: Client
) -> None:
    factories.submitted(aqtobe.drafter, exercise=True)
    factories.saved(aqtobe.drafter)

    page = drafter.get(EXERCISE).content.decode()

    of_the_desk = re.findall(r'<div class="nice-padding desk.*', page, re.DOTALL)[0]
    leaving = re.findall(r'(?:href|action)="(/admin/desk/(?!exercise/)[^"]*)', of_the_desk)
    allowed = {"/admin/desk/", "/admin/desk/roster/"}  # the switch, and the roster of both
    assert set(leaving) <= allowed


def test_a_drill_shows_in_no_list_of_the_real_desk_and_the_other_way(
    aqtobe: Office, drafter: Client
) -> None:
    real = factories.submitted(aqtobe.drafter)
    drill = factories.submitted(aqtobe.drafter, exercise=True)

    for name in ("dashboard", "declarations"):
        for exercise, shown, hidden in ((False, real, drill), (True, drill, real)):
            page = drafter.get(desk_address(name, exercise=exercise)).content.decode()
            assert of(shown, "declaration", exercise=exercise) in page
            assert f"/declarations/{hidden.pk}/" not in page
