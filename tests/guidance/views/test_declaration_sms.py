"""The short message on a declaration's page and in the API: the same, from frozen facts."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.factories import NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Reader

HOUR = timedelta(hours=1)
NUMBER = "2026-0001"
KAZAKH = (
    "Ақтөбе облысы: жоғары («қызғылт сары») деңгей белгіленді."
    " Аяқталуы: 2026 жылғы 2 желтоқсан, 17:00. dengei.example/c/2026-0001"
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_and_the_api_give_the_same_messages(
    read: Reader, aqtobe: Office, lang: str
) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    page = read(f"/{lang}/declarations/{NUMBER}/", NOON + HOUR)
    answer = json.loads(read(f"/api/v1/declarations/{NUMBER}", NOON + HOUR).source)

    for texts in (answer["sms"], answer["sms_latin"]):
        assert texts[lang].endswith("dengei.example/c/2026-0001")
        assert texts[lang] in page.text
    assert ('lang="kk-Latn"' in page.source) is (lang == "kk")


def test_a_message_in_cyrillic_has_two_parts_at_most(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    page = read(f"/kk/declarations/{NUMBER}/", NOON + HOUR)

    assert KAZAKH in page.text
    assert f"Таңба саны: {len(KAZAKH)}" in page.text


def test_a_message_issued_in_error_is_not_offered_again(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    published(aqtobe.drafter, aqtobe.approver, at=NOON + HOUR, act="WITHDRAW", refers_to=NUMBER)

    wrong = read(f"/en/declarations/{NUMBER}/", NOON + 2 * HOUR)
    withdrawal = read("/en/declarations/2026-0002/", NOON + 2 * HOUR)

    assert "Text for an SMS" not in wrong.text
    assert "Decision No. 2026-0001 was issued in error. Aktobe Region: no" in withdrawal.text
