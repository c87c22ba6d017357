"""The page on which a desk wipes what an exercise left behind."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from guidance.models import AuditEntry, Declaration, Desk, RoleCode, WipedDraft
from guidance.publish import save_draft
from tests import factories
from tests.factories import NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn

WIPE = "/admin/desk/exercise/wipe/"


def left_behind(by: Any, desk: str = "aqtobe", *, exercise: bool = True) -> Declaration:
    facts = factories.draft(order_number=f"of-{desk}")
    return save_draft(facts, by=by, desk=Desk.objects.get(code=desk), at=NOON, exercise=exercise)


def test_everything_is_ticked_and_goes_at_one_press(aqtobe: Office, drafter: Client) -> None:
    drafts = [left_behind(aqtobe.drafter), left_behind(aqtobe.drafter)]
    page = drafter.get(WIPE)
    assert page.content.decode().count(" checked>") == 2

    answer = drafter.post(WIPE, {"draft": [line["pk"] for line in page.context["lines"]]})

    assert answer.url == WIPE
    assert WipedDraft.objects.count() == 2
    after = drafter.get(WIPE).content.decode()
    assert "ОҚУ-ЖАТТЫҒУ · УЧЕНИЕ · EXERCISE – 2 drafts were wiped." in after
    for draft in drafts:
        assert drafter.get(f"/admin/desk/exercise/declarations/{draft.pk}/").status_code == 404
        assert (
            drafter.post(f"/admin/desk/exercise/declarations/{draft.pk}/edit/").status_code == 404
        )
    listed = drafter.get("/admin/desk/exercise/declarations/").content.decode()
    assert "/declarations/" + str(drafts[0].pk) not in listed


def test_the_audit_tells_from_where_it_was_done(aqtobe: Office, drafter: Client) -> None:
    draft = left_behind(aqtobe.drafter)

    drafter.post(WIPE, {"draft": draft.pk})

    entry = AuditEntry.objects.get(action="WIPED")
    assert (entry.actor, entry.declaration, entry.address) == (aqtobe.drafter, draft, "127.0.0.1")


@pytest.mark.parametrize("sent", [[], ["x"], ["-1"], ["9" * 30], ["1\x00"], ["²"]])
def test_nothing_that_can_be_wiped_is_answered_at_the_list(
    sent: list[str], aqtobe: Office, drafter: Client
) -> None:
    left_behind(aqtobe.drafter)

    answer = drafter.post(WIPE, {"draft": sent})

    assert answer.status_code == 400
    assert "Choose at least one draft." in answer.content.decode()
    assert not WipedDraft.objects.exists()


def test_real_drafts_and_those_of_other_desks_are_neither_listed_nor_wiped(
    aqtobe: Office, republican: Office, drafter: Client
) -> None:
    real = left_behind(aqtobe.drafter, exercise=False)
    foreign = left_behind(republican.drafter, "republican")
    own = left_behind(aqtobe.drafter)
    assert [line["pk"] for line in drafter.get(WIPE).context["lines"]] == [own.pk]

    drafter.post(WIPE, {"draft": [real.pk, foreign.pk, own.pk]})

    assert WipedDraft.objects.get().declaration == own


def test_the_real_desk_has_no_such_address(drafter: Client) -> None:
    assert drafter.get("/admin/desk/wipe/").status_code == 404
    assert drafter.post("/admin/desk/wipe/", {"draft": 1}).status_code == 404


@pytest.mark.parametrize("role", [RoleCode.APPROVER, RoleCode.AUDITOR])
def test_only_who_drafts_at_the_desk_wipes(
    role: RoleCode, aqtobe: Office, signed_in: SignIn
) -> None:
    draft = left_behind(aqtobe.drafter)
    member = signed_in(factories.officer("member", "aqtobe", role))

    assert member.get(WIPE).status_code == 403
    assert member.post(WIPE, {"draft": draft.pk}).status_code == 403
    assert not WipedDraft.objects.exists()
    assert AuditEntry.objects.filter(action="REFUSED").exists()
