"""Two people press at the same moment at the desk: one wins, the other is told."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.factories import REASON
from tests.throwaway import Copy, copied

BASIS = {"legal_basis": "DECREE_611", "authority": "REGIONAL_HQ"}
WORDS = {f"reason_{lang}": text for lang, text in REASON.items()}
FORM = {
    "action": "save",
    "regions": ["KZ-15"],
    "level": "ORANGE",
    "start_kind": "approval",
    "end_kind": "14",
    **BASIS,
    **WORDS,
}
Desk = tuple[Copy, dict[str, int]]


@pytest.fixture
def desk(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Desk:
    """Give a copy of the database with two drafters, two approvers, and what waits for them."""
    with django_db_blocker.unblock():
        made = copied(tmp_path)
    return made, json.loads(made.run("tests.faults.desk_racer", "prepare"))


def at_once(copy: Copy, gate: Path, *people: tuple[str, str, dict[str, Any]]) -> list[Any]:
    """Let people post at once; give what each was answered."""
    racers = [
        copy.start(
            "tests.faults.desk_racer", "post", str(gate), str(number), name, path, json.dumps(body)
        )
        for number, (name, path, body) in enumerate(people)
    ]
    while not all((gate / str(number)).exists() for number in range(len(people))):
        if any(racer.poll() is not None for racer in racers):
            for racer in racers:  # the others would wait at the gate for ever
                racer.kill()
            pytest.fail(str([racer.communicate() for racer in racers]))
        time.sleep(0.01)
    (gate / "open").touch()
    outputs = [racer.communicate(timeout=120) for racer in racers]
    assert [racer.returncode for racer in racers] == [0] * len(people), outputs
    return [json.loads(out) for out, _ in outputs]


def look(copy: Copy) -> Any:
    found = json.loads(copy.run("tests.faults.desk_look"))
    assert found["findings"] == []
    return found


@pytest.mark.faults
def test_one_form_sent_twice_at_once_makes_one_draft(desk: Desk, tmp_path: Path) -> None:
    copy, made = desk
    form = {**FORM, "idempotency_key": str(uuid4())}

    answers = at_once(copy, tmp_path, *[("first-drafter", "/admin/desk/declare/", form)] * 2)

    assert [answer["status"] for answer in answers] == [302, 302]
    assert len(look(copy)["states"]) == len(made) + 2  # the published level, and one draft


@pytest.mark.faults
def test_of_two_editors_of_one_draft_one_wins_and_the_other_reads_what_changed(
    desk: Desk, tmp_path: Path
) -> None:
    copy, made = desk
    path = f"/admin/desk/declarations/{made['draft']}/edit/"

    answers = at_once(
        copy,
        tmp_path,
        ("first-drafter", path, {**FORM, "version": 1, "order_number": "first"}),
        ("second-drafter", path, {**FORM, "version": 1, "order_number": "second"}),
    )

    assert sorted(answer["status"] for answer in answers) == [200, 302]
    loser = next(answer for answer in answers if answer["status"] == 200)
    found, draft = look(copy), str(made["draft"])
    winner = found["orders"][draft]
    other = {"first": "second", "second": "first"}[winner]
    assert found["versions"][draft] == 2
    assert f"{winner}-drafter saved this draft" in loser["page"]
    assert f"Order number: <q>{winner}</q> → <q>{other}</q>" in loser["page"]


@pytest.mark.faults
def test_of_two_approvals_at_once_one_publishes_and_the_other_is_told(
    desk: Desk, tmp_path: Path
) -> None:
    copy, made = desk
    path = f"/admin/desk/declarations/{made['waiting']}/approval/"

    answers = at_once(copy, tmp_path, ("first-approver", path, {}), ("second-approver", path, {}))

    pages = [answer["page"] for answer in answers]
    assert [answer["status"] for answer in answers] == [302, 302]
    assert sum("Published as No. 2026-0002 in" in page for page in pages) >= 1
    assert sum("This was decided meanwhile." in page for page in pages) == 1
    assert look(copy)["published"] == 2


@pytest.mark.faults
def test_of_two_withdrawals_of_one_decision_one_goes_out_and_the_other_is_told(
    desk: Desk, tmp_path: Path
) -> None:
    copy, made = desk
    first, second = (
        f"/admin/desk/declarations/{made[name]}/approval/" for name in ("one", "other")
    )

    answers = at_once(
        copy, tmp_path, ("first-approver", first, {}), ("second-approver", second, {})
    )

    assert sorted(answer["status"] for answer in answers) == [302, 409]
    loser = next(answer for answer in answers if answer["status"] == 409)
    assert "was withdrawn before" in loser["page"]
    found = look(copy)
    states = sorted(found["states"][str(made[name])] for name in ("one", "other"))
    assert states == ["PUBLISHED", "SUBMITTED"]


@pytest.mark.faults
def test_an_approval_and_a_return_at_once_leave_one_of_the_two(desk: Desk, tmp_path: Path) -> None:
    copy, made = desk
    path = f"/admin/desk/declarations/{made['waiting']}/approval/"
    back = {"decision": "return", "reason": "The hour is missing."}

    answers = at_once(copy, tmp_path, ("first-approver", path, {}), ("second-approver", path, back))

    assert [answer["status"] for answer in answers] == [302, 302]
    found = look(copy)
    state = found["states"][str(made["waiting"])]
    assert (state, found["published"]) in {("PUBLISHED", 2), ("RETURNED", 1)}
    assert sum("This was decided meanwhile." in answer["page"] for answer in answers) == 1
