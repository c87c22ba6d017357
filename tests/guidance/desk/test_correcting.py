"""New words for what is published: they change, nothing else does, and the page tells it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from guidance.models import Declaration, LevelPeriod
from guidance.rules.levels import Level
from tests import factories
from tests.factories import MINUTE, NOON, REASON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts

ADDRESS = posts.CORRECT.format("2026-0001")
PAGE = "/en/declarations/2026-0001/"
ADVICE = {
    "kk": "Вокзалға бармаңыз",
    "ru": "Не ходите на вокзал",
    "en": "Do not go to the station",
}
MENDED = "Information about a threat at the railway station was confirmed."


@pytest.fixture
def published(aqtobe: Office) -> Declaration:
    """Publish orange with one line of local advice."""
    return factories.published(
        aqtobe.drafter, aqtobe.approver, local_advice=(ADVICE,), order_number="12", at=NOON - MINUTE
    )


def words(page: Any, **changes: str) -> dict[str, str]:
    """Give what a browser would post, with some words changed."""
    form = page.context["form"]
    shown = {name: form[name].value() for name in form.fields}
    filled = {name: value for name, value in shown.items() if value}
    return {**filled, "note_to_approver": "A slip of the pen.", "action": "submit", **changes}


def test_the_form_begins_with_the_present_words_and_shows_the_rest_locked(
    published: Declaration, drafter: Client
) -> None:
    page = drafter.get(ADDRESS)

    form, source = page.context["form"], page.content.decode()
    assert form["reason_ru"].value() == REASON["ru"]
    assert form["advice_0_kk"].value() == ADVICE["kk"]
    assert form["order_number"].value() == "12"
    assert page.context["declared"] == Level.ORANGE
    for locked in ("level", "regions", "start_kind", "end_kind", "authority", "measure_CURFEW"):
        assert f'name="{locked}"' not in source


def test_two_people_change_the_words_and_the_public_page_tells_which(
    published: Declaration, drafter: Client, approver: Client
) -> None:
    before = list(LevelPeriod.objects.values())

    drafter.post(
        ADDRESS,
        words(
            drafter.get(ADDRESS), reason_en=MENDED, order_number="12-A",
            advice_0_en="Keep away from the station",
        ),
    )  # fmt: skip
    waiting = Declaration.objects.get(act="CORRECT")
    posts.approve(approver, waiting)

    assert waiting.status == "PUBLISHED"
    assert list(LevelPeriod.objects.values()) == before
    source = Client().get(PAGE).content.decode()
    reasons = source[source.index('aria-labelledby="reason"') :]
    assert MENDED in reasons[: reasons.index("</section>")]
    log = source[source.index('aria-labelledby="corrections"') :]
    log = log[: log.index("</section>")]
    for text in (REASON["en"], MENDED, ADVICE["en"], "Keep away from the station", "12", "12-A"):
        assert text in log
    assert "Order number" in source
    place = Client().get("/en/regions/aqtobe/").content.decode()
    assert "Keep away from the station" in place
    assert ADVICE["en"] not in place


def test_the_approver_reads_each_changed_text_beside_the_old_one(
    published: Declaration, drafter: Client, approver: Client
) -> None:
    drafter.post(ADDRESS, words(drafter.get(ADDRESS), reason_en=MENDED))
    waiting = Declaration.objects.get(act="CORRECT")

    page = approver.get(posts.address(waiting, "approval"))

    assert [(row.lang, row.now, row.after) for row in page.context["judged"].rewording] == [
        ("en", REASON["en"], MENDED)
    ]
    assert "asks to correct the words of this decision: № 2026-0001" in str(page.context["pledge"])
    assert "A slip of the pen." in page.content.decode()
    assert 'name="regions"' not in page.content.decode()


def test_the_next_correction_begins_with_the_last_one_s_words(
    published: Declaration, aqtobe: Office, drafter: Client
) -> None:
    factories.published(
        aqtobe.drafter, aqtobe.approver, act="CORRECT", refers_to="2026-0001",
        reason={**REASON, "en": MENDED},
    )  # fmt: skip

    form = drafter.get(ADDRESS).context["form"]

    assert form["reason_en"].value() == MENDED
    assert form["order_number"].value() == "12"
    assert form["advice_0_en"].value() is None


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({}, "reason_kk", "Nothing differs from the present words"),
        ({"reason_en": MENDED, "note_to_approver": ""}, "note_to_approver", "Fill in"),
        ({"reason_en": MENDED, "order_number": ""}, "order_number", "not taken away"),
        ({"reason_en": MENDED, "level": "RED"}, "__all__", "A correction changes words only"),
        ({"reason_en": MENDED, "regions": "KZ-15"}, "__all__", "“regions”"),
        ({"reason_en": MENDED, "end_kind": "40"}, "__all__", "“end_kind”"),
        ({"reason_en": MENDED, "start_date": "2026-11-22"}, "__all__", "“start_date”"),
        ({"reason_en": MENDED, "measure_CURFEW": "on"}, "__all__", "“measure_CURFEW”"),
        ({"reason_en": MENDED, "authority": "CITY_HQ"}, "__all__", "“authority”"),
    ],
)
def test_a_correction_changes_words_and_nothing_else(
    changes: dict[str, str], field: str, message: str, published: Declaration, drafter: Client
) -> None:
    page = drafter.post(ADDRESS, words(drafter.get(ADDRESS), **changes))

    assert field in page.context["form"].errors
    assert message in page.content.decode()
    assert 'id="problems"' in page.content.decode()
    assert not Declaration.objects.filter(act="CORRECT").exists()


def test_the_words_of_a_withdrawal_can_t_be_corrected(
    published: Declaration, aqtobe: Office, drafter: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, act="WITHDRAW", refers_to="2026-0001")

    address = posts.CORRECT.format("2026-0002")
    page = drafter.post(address, words(drafter.get(address), reason_en=MENDED))

    assert "its words can&#x27;t be corrected" in page.content.decode()
    assert not Declaration.objects.filter(act="CORRECT").exists()


def test_an_approval_of_words_that_another_correction_replaced_meanwhile_is_refused(
    published: Declaration, aqtobe: Office, drafter: Client, approver: Client
) -> None:
    drafter.post(ADDRESS, words(drafter.get(ADDRESS), reason_en=MENDED))
    waiting = Declaration.objects.get(act="CORRECT")
    opened = posts.approval(waiting)
    factories.published(
        aqtobe.drafter, aqtobe.approver, act="CORRECT", refers_to="2026-0001",
        reason={**REASON, "en": "Another editor mended this."}, local_advice=(ADVICE,),
    )  # fmt: skip

    stale = approver.post(posts.address(waiting, "approval"), opened)

    assert stale.status_code == 409
    assert stale.context["changes"] == ["The words that it corrects were corrected meanwhile."]
    (reworded,) = stale.context["judged"].rewording
    assert reworded.now == "Another editor mended this."


def test_an_edited_correction_keeps_what_it_speaks_of(
    published: Declaration, drafter: Client
) -> None:
    drafter.post(ADDRESS, words(drafter.get(ADDRESS), reason_en=MENDED, action="save"))
    draft = Declaration.objects.get(act="CORRECT")
    edit = posts.address(draft, "edit")

    drafter.post(edit, words(drafter.get(edit), reason_en="It is mended better now."))

    draft.refresh_from_db()
    assert (draft.refers_to, draft.status) == (published, "SUBMITTED")
    assert draft.reason_en == "It is mended better now."
    assert (draft.authority, draft.legal_basis) == (published.authority, published.legal_basis)


def test_the_desk_s_page_of_a_decision_leads_to_both_acts(
    published: Declaration, drafter: Client, approver: Client
) -> None:
    page = drafter.get(posts.address(published)).content.decode()

    assert "/admin/desk/correct/?declaration=2026-0001" in page
    assert "/admin/desk/withdraw/?declaration=2026-0001" in page
    assert "/admin/desk/withdraw/" not in approver.get(posts.address(published)).content.decode()
