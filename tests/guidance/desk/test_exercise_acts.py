"""Correcting, withdrawing and letting end in a drill: the same screens, the other ledger."""

from __future__ import annotations

import pytest
from django.test import Client

from guidance.models import AuditEntry, Declaration
from guidance.situations import present
from tests import factories
from tests.factories import DAY, MINUTE, NOON, REASON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts

DESK = "/admin/desk/exercise/"


@pytest.fixture
def drill(aqtobe: Office) -> Declaration:
    """Publish a false red in a drill, while orange is really in force by No. 2026-0001."""
    factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - MINUTE)
    return factories.published(
        aqtobe.drafter, aqtobe.approver, exercise=True, level="RED", ends_at=NOON + DAY,
        at=NOON - MINUTE,
    )  # fmt: skip


def test_a_drill_s_decision_is_withdrawn_in_its_own_ledger(
    drill: Declaration, drafter: Client, approver: Client
) -> None:
    number = str(drill.number)
    path = f"{DESK}withdraw/?declaration={number}"
    page = drafter.get(path)
    ticks = {tick.html_name: "on" for tick in page.context["ticks"]}
    words = {f"reason_{lang}": text for lang, text in REASON.items()}
    basis = {"legal_basis": "DECREE_611", "authority": "REGIONAL_HQ"}

    response = drafter.post(
        path, {"action": "submit", "refers_to": number, **basis, **words, **ticks}
    )
    waiting = Declaration.objects.get(act="WITHDRAW")
    approver.post(f"{DESK}declarations/{waiting.pk}/approval/", posts.approval(waiting))

    waiting.refresh_from_db()
    assert response.url.startswith(DESK)
    assert (waiting.exercise, waiting.status) == (True, "PUBLISHED")
    assert present(NOON, exercise=True).place("KZ-15").level is None
    assert present(NOON).place("KZ-15").level is not None


@pytest.mark.parametrize("act", ["withdraw", "correct"])
def test_neither_ledger_knows_the_other_s_numbers(
    act: str, drill: Declaration, drafter: Client
) -> None:
    assert drafter.get(f"{DESK}{act}/?declaration=2026-0001").status_code == 404
    assert drafter.get(f"/admin/desk/{act}/?declaration={drill.number}").status_code == 404
    listed = drafter.get(f"{DESK}{act}/").context["lines"]
    assert [line.number for line in listed] == [drill.number]


def test_a_decision_to_let_a_drill_end_says_nothing_of_the_real_level(
    drill: Declaration, drafter: Client
) -> None:
    path = f"{DESK}let-end/?region=KZ-15"
    seen = drafter.get(path).context["seen"]

    drafter.post(path, {"ends_at": seen, "note": "The drill is over."})

    assert AuditEntry.objects.get(action="LET_END").declaration == drill
    assert "The drill is over." in drafter.get(DESK).content.decode()
    assert "The drill is over." not in drafter.get("/admin/desk/").content.decode()
