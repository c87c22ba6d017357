"""Check a message by its code: the verdict then and now, and never a word about a text."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guidance import counting
from tests.factories import DAY, MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Page, Reader

HOUR = timedelta(hours=1)
NUMBER = "2026-0001"
UNKNOWN = "The portal has published no notice with this code"
KNOWN = "This notice was published by the portal"

Asker = Callable[..., Page]


@pytest.fixture
def ask(client: Client) -> Asker:
    """Paste a text into the form at an instant."""

    def ask_at(text: str, at: Any = NOON + HOUR, lang: str = "en", **headers: str) -> Page:
        with time_machine.travel(at, tick=False), CaptureQueriesContext(connection) as captured:
            answer = client.post(f"/{lang}/check/", {"text": text}, headers=headers or None)
        return Page(answer, [query["sql"] for query in captured.captured_queries])

    return ask_at


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("kk", "Бұл хабарламаны портал жариялаған"),
        ("ru", "Это сообщение опубликовано порталом"),
        ("en", KNOWN),
    ],
)
def test_tells_a_genuine_notice_in_every_language(
    ask: Asker, aqtobe: Office, lang: str, said: str
) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    page = ask(f"Назар аударыңыз! dengei.example/c/{NUMBER}", lang=lang)

    verdict = page.part('aria-labelledby="verdict"')
    assert page.status == 200
    assert said in verdict
    assert 'data-state="in-force"' in verdict
    assert verdict.count('data-level="orange"') == 2
    assert f'href="/{lang}/declarations/{NUMBER}/?check=1"' in verdict


def later(office: Office, at: Any, **facts: Any) -> None:
    published(office.drafter, office.approver, at=at, **{"refers_to": NUMBER, **facts})


def test_tells_what_came_of_a_notice(ask: Asker, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    assert 'data-state="ended"' in ask(NUMBER, NOON + 20 * DAY).source

    later(aqtobe, NOON + HOUR, act="CHANGE", level="RED", refers_to=None)
    changed = ask(NUMBER, NOON + 2 * HOUR)
    assert 'data-state="replaced"' in changed.source
    assert "Replaced by a later decision" in changed.text


def test_tells_a_lifted_and_a_withdrawn_notice(ask: Asker, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    later(aqtobe, NOON + HOUR, act="LIFT")

    lifted, lift = ask(NUMBER, NOON + 2 * HOUR), ask("2026-0002", NOON + 2 * HOUR)
    later(aqtobe, NOON + 3 * HOUR, act="WITHDRAW")
    wrong = ask(NUMBER, NOON + 4 * HOUR)

    assert "Lifted: 22 November 2026" in lifted.text
    assert 'data-level="none"' in lifted.part('aria-labelledby="verdict"')
    assert "Level lifted." in lift.text
    assert 'class="note error" data-state="in-error"' in wrong.source
    assert "This notice was issued in error." in wrong.text


def test_tells_a_correction_by_what_it_corrects(ask: Asker, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    words = {"kk": "Себебі анықталды.", "ru": "Причина уточнена.", "en": "The reason is known."}
    later(aqtobe, NOON + MINUTE, act="CORRECT", reason=words)

    page = ask("2026-0002")

    assert "Text corrected. · No. 2026-0001" in page.text


def test_an_exercise_is_no_alert(ask: Asker, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, exercise=True)

    page = ask("ЕХ 20260001")

    assert 'data-state="exercise"' in page.source
    assert "This is not a real alert" in page.part('aria-labelledby="verdict"')
    assert UNKNOWN in ask(NUMBER).text
    assert "Codes that begin with EX belong to exercises" in ask("EX-2026-9999").text


def test_an_unknown_code_is_never_called_false(ask: Asker, reference_data: None) -> None:
    page = ask("2026-9999")

    assert UNKNOWN in page.text
    assert "Do not forward an unchecked message. In danger or in doubt, call 112 ." in page.text
    for word in ("false", "fake", "forged notice"):
        assert word not in page.part('aria-labelledby="verdict"').lower()


def test_answers_for_each_code_of_a_text(ask: Asker, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    page = ask(f"{NUMBER} и 2026-9999")

    assert page.text.count(KNOWN) == 1
    assert page.text.count(UNKNOWN) == 1


@pytest.mark.parametrize("text", ["", "  ", "\x00", "Всем срочно уходить!", "🙂" * 3_000])
def test_a_text_without_a_code_gets_help(ask: Asker, reference_data: None, text: str) -> None:
    page = ask(text)

    assert page.status == 200
    assert "We found no code in this text" in page.text


def test_a_pasted_text_goes_nowhere(
    ask: Asker, reference_data: None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        page = ask("Страшная тайна <script>alert(1)</script> 2026-9999")

    assert "Страшная" not in page.source
    assert "Страшная" not in caplog.text
    assert not any("Страшная" in query for query in page.queries)
    assert page.response["Cache-Control"] == "no-store, private"
    assert page.response["X-Robots-Tag"] == "noindex"
    assert not page.response.cookies


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "http://testserver"}, 200),
        ({"Referer": "http://testserver/en/"}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Referer": "https://testserver.elsewhere.example/"}, 403),
    ],
)
def test_takes_a_form_of_its_own_pages_only(
    client: Client, reference_data: None, headers: dict[str, str], status: int
) -> None:
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post("/en/check/", {"text": "2026-9999"}, headers=headers)

    assert answer.status_code == status
    assert not answer.cookies


def test_a_network_that_asks_too_often_waits_a_minute_at_most(
    ask: Asker, reference_data: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "MOST_IN_A_MINUTE", 2)
    at = NOON + timedelta(seconds=15)

    answers = [ask("2026-9999", at) for _again in range(4)]

    assert [answer.status for answer in answers] == [200, 200, 429, 429]
    assert answers[2].response["Retry-After"] == "45"
    assert "Try again in 45 seconds." in answers[2].text
    assert ask("2026-9999", at + MINUTE).status == 200


def test_a_link_with_an_unknown_code_is_answered_as_not_found(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    assert read(f"/en/check/?code={NUMBER}", NOON + HOUR).status == 200
    page = read("/en/check/?code=2026-9999", NOON + HOUR)
    assert page.status == 404
    assert UNKNOWN in page.text
    assert '<meta name="robots" content="noindex">' in page.source


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_form_alone_asks_little(read: Reader, reference_data: None, lang: str) -> None:
    read(f"/{lang}/check/")

    page = read(f"/{lang}/check/")

    # The ledger's head, and the list of forged notices.
    assert len(page.queries) == 2, page.queries


def test_a_verdict_costs_a_fixed_number_of_queries(ask: Asker, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    ask(NUMBER)

    page = ask(NUMBER)

    # The head of the ledger, the count of this minute (asked and raised), the forged notices:
    # four. The act with its bulletin, and what belongs to it: six. Its thread in one round, and
    # the periods that it bears: two.
    assert len(page.queries) == 12, page.queries
