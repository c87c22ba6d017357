"""The screen of a decision: sentence, map, difference, and what is told after it."""

from __future__ import annotations

import re
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guidance.models import Declaration
from portal.accounts import totp
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn
from tests.guidance.desk.posts import address, approval, approve
from tests.people import SECRET

# Session, person, roles, draft and parts, proposal, situation after, two looks at one place, trail.
MOST_QUERIES = 75
SENTENCES = {
    "kk": "aqtobe-drafter Ақтөбе облысында жоғары («қызғылт сары») деңгей белгілеуді сұрайды:",
    "ru": "aqtobe-drafter просит установить высокий («оранжевый») уровень в Актюбинской области:",
    "en": "aqtobe-drafter asks to set the high (orange) level in Aktobe Region,",
}


@pytest.mark.parametrize("lang", list(SENTENCES))
def test_the_sentence_stands_in_the_editor_s_language(
    lang: str, aqtobe: Office, waiting: Declaration, signed_in: SignIn
) -> None:
    client = signed_in(aqtobe.approver, language=lang)

    page = client.get(address(waiting, "approval"))

    assert str(page.context["pledge"]).startswith(SENTENCES[lang])


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            {"act": "EXTEND", "ends_at": NOON + 30 * DAY - 17 * 60 * MINUTE},
            "aqtobe-drafter asks to extend the level in Aktobe Region, to the end of"
            " 21 December 2026.",
        ),
        (
            {"act": "LIFT"},
            "aqtobe-drafter asks to lift the level in Aktobe Region, from approval.",
        ),
        (
            {"act": "CHANGE", "level": "RED", "ends_at": None},
            "aqtobe-drafter asks to set the critical (red) level in Aktobe Region, from approval,"
            " until further notice.",
        ),
    ],
)
def test_every_act_is_asked_for_in_words(
    facts: dict[str, Any], said: str, aqtobe: Office, approver: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - DAY)
    waiting = factories.submitted(aqtobe.drafter, **facts)

    page = approver.get(address(waiting, "approval"))

    assert str(page.context["pledge"]) == said


def test_the_map_shows_the_country_after_publication_and_outlines_the_places(
    waiting: Declaration, approver: Client
) -> None:
    page = approver.get(address(waiting, "approval"))

    assert page.context["map"].marked == {"KZ-15"}
    assert "orange" in page.context["map"].keys
    assert page.context["places"] == ["Aktobe Region"]
    source = page.content.decode()
    assert '<use class="ring marked" href="#m-KZ-15"/>' in source
    assert (
        f'{address(waiting)}preview/page/en/regions/aqtobe/" aria-label="Aktobe Region: high'
        in (source)
    )


def test_old_and_new_texts_stand_side_by_side_in_three_languages(
    aqtobe: Office, approver: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, level="YELLOW", at=NOON - DAY)
    waiting = factories.submitted(aqtobe.drafter, measures=factories.CHECKS)

    page = approver.get(address(waiting, "approval"))

    (place,) = page.context["differences"]
    assert [each.lang for each in place.languages] == ["kk", "ru", "en"]
    english = place.languages[2]
    level = english.rows[0]
    assert [piece.text for piece in level.old if piece.kind == "del"] == ["moderate (yellow)"]
    assert [piece.text for piece in level.new if piece.kind == "ins"] == ["high (orange)"]
    assert [line.partition(" (")[0] for line in english.measures.new] == ["Documents are checked"]
    assert english.advice.new
    assert '<ins><span class="w-sr-only">new: </span>high (orange)</ins>' in page.content.decode()


def test_a_factor_that_grew_old_while_reading_is_asked_for_and_nothing_typed_is_lost(
    waiting: Declaration, approver: Client
) -> None:
    body = approval(waiting)
    assert 'name="code"' not in approver.get(address(waiting, "approval")).content.decode()

    with time_machine.travel(NOON + 6 * MINUTE, tick=False):
        asked = approver.post(address(waiting, "approval"), body)
        kept = {name: asked.context["form"][name].value() for name in ("level", "regions")}
        has_read = asked.context["form"]["has_read"].value()
        code = totp.code_of(SECRET, totp.step_at(NOON + 6 * MINUTE))
        done = approver.post(address(waiting, "approval"), {**body, "code": code})

    assert "code" in asked.context["form"].errors
    assert kept == {"level": "ORANGE", "regions": ["KZ-15"]}
    assert has_read
    assert done.status_code == 302


def test_after_the_approval_the_page_tells_number_time_and_deliveries(
    waiting: Declaration, approver: Client
) -> None:
    response = approve(approver, waiting)

    page = approver.get(response.url).content.decode()
    told = re.search(r"Published as No\. 2026-0001 in (\d+) ms\. Deliveries are queued\.", page)
    assert told
    assert 'href="/en/declarations/2026-0001/"' in page or "declarations/2026-0001/" in page


def test_the_screen_needs_a_bounded_number_of_queries(
    waiting: Declaration, approver: Client
) -> None:
    approver.get(address(waiting, "approval"))

    with CaptureQueriesContext(connection) as captured:
        approver.get(address(waiting, "approval"))

    assert len(captured) <= MOST_QUERIES, len(captured)
