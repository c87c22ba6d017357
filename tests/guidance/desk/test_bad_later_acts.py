"""Wrong input to the later acts: a message at the field, nothing written, never 500."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from guidance.models import Declaration
from tests import factories
from tests.factories import MINUTE, NOON, REASON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.bad_input import Bad
from tests.guidance.desk.bad_later_acts import ABOUT, ACTS, LATER
from tests.guidance.desk.conftest import SignIn

pytestmark = pytest.mark.one_database  # forms refuse before a database is asked

ERROR = {f"reason_{lang}": text for lang, text in REASON.items()}
BASIS = {"legal_basis": "DECREE_611", "authority": "REGIONAL_HQ"}
SPEAKING = {
    "withdraw": (
        posts.WITHDRAW.format("2026-0001"),
        {"action": "submit", "refers_to": "2026-0001", **BASIS, **ERROR},
    ),
    "correct": (
        posts.CORRECT.format("2026-0001"),
        {
            "action": "submit",
            "note_to_approver": "A slip of the pen.",
            **ERROR,
            "reason_en": "The reason was told wrongly.",
        },
    ),
}


@pytest.fixture(autouse=True)
def _in_force(aqtobe: Office) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - MINUTE)


def refused(client: Client, path: str, form: dict[str, Any], field: str) -> str:
    response = client.post(path, form)

    page = str(response.content.decode())
    assert response.status_code == 200
    assert field in response.context["form"].errors
    anchors = [anchor for anchor, _name, _message in response.context["problems"]]
    assert anchors
    assert all(f'id="{anchor}"' in page for anchor in anchors)
    assert Declaration.objects.count() == 1
    return page


@pytest.mark.parametrize(("act", "bad"), LATER, ids=[f"{act}: {bad.name}" for act, bad in LATER])
def test_wrong_input_to_a_later_act_is_refused_at_its_field(
    act: str, bad: Bad, drafter: Client
) -> None:
    path, form = ACTS[act]

    page = refused(drafter, path, {**form, **bad.changes}, bad.field)

    assert bad.message in page


@pytest.mark.parametrize(("act", "bad"), ABOUT, ids=[f"{act}: {bad.name}" for act, bad in ABOUT])
def test_wrong_input_about_a_declaration_is_refused_at_its_field(
    act: str, bad: Bad, drafter: Client
) -> None:
    path, form = SPEAKING[act]

    page = refused(drafter, path, {**form, **bad.changes}, bad.field)

    assert bad.message in page


@pytest.mark.parametrize("act", [*ACTS, *SPEAKING])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_refusals_of_every_act_stand_in_the_editor_s_language(
    act: str, language: str, aqtobe: Office, signed_in: SignIn
) -> None:
    client = signed_in(aqtobe.drafter, language=language)
    path, form = {**ACTS, **SPEAKING}[act]

    page = refused(client, path, {**form, "reason_ru": ""}, "reason_ru")

    with override(language):
        expected = gettext("Fill in all three languages, or none.")
    assert (expected == "Fill in all three languages, or none.") is (language == "en")
    assert expected in page


@pytest.mark.parametrize("act", [*ACTS, *SPEAKING])
def test_a_body_of_ten_megabytes_is_turned_away_from_every_act(act: str, drafter: Client) -> None:
    path, form = {**ACTS, **SPEAKING}[act]

    response = drafter.post(path, {**form, "reason_ru": "ж" * 5_000_000})

    assert response.status_code in (400, 413)
    assert Declaration.objects.count() == 1


@pytest.mark.parametrize("act", list(SPEAKING))
def test_the_right_form_about_a_declaration_is_taken(act: str, drafter: Client) -> None:
    path, form = SPEAKING[act]

    response = drafter.post(path, form)

    assert response.status_code == 302
    assert Declaration.objects.filter(act=act.upper()).exists()
