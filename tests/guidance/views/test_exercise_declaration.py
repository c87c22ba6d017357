"""The page of a declaration of a drill: in its frame, and nowhere else."""

from __future__ import annotations

import pytest
from django.test import Client

from guidance.rules.patterns import EXERCISE, NOT_REAL
from tests.factories import CHECKS, MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Reader

NUMBER = "EX-2026-0001"


@pytest.fixture
def drill(aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, exercise=True, measures=CHECKS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_of_a_drill_begins_with_the_word(read: Reader, drill: None, lang: str) -> None:
    page = read(f"/{lang}/declarations/{NUMBER}/", NOON + MINUTE)

    first = EXERCISE.fill(text="")[lang]
    title, description = (
        page.match("<title>(.*?) · Деңгей"),
        page.match('description" content="(.*?)"'),
    )
    assert page.status == 200
    for text in (title, description, page.match("<h1>(.*?)</h1>")):
        assert text.startswith(first), text
    assert page.match('class="verdict"[^>]*><b>(.*?)</b>').startswith(first)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_frame_says_it_first_and_in_three_languages(
    read: Reader, drill: None, lang: str
) -> None:
    page = read(f"/{lang}/declarations/{NUMBER}/", NOON + MINUTE)

    main = page.source.partition('<main id="main" class="sheet exercise">')[2]
    band = main.partition("<h1>")[0]
    assert [word for word in ("ОҚУ-ЖАТТЫҒУ", "УЧЕНИЕ", "EXERCISE") if word not in band] == []
    assert all(text in band for text in NOT_REAL.as_dict().values())
    assert main.find("exercise-band") < main.find("<h1>")


def test_the_level_of_a_drill_is_called_in_force_by_no_machine_mark(
    read: Reader, drill: None
) -> None:
    page = read(f"/en/declarations/{NUMBER}/", NOON + MINUTE)

    assert 'data-state="in-force"' not in page.source
    assert page.source.count('data-state="exercise"') == 3
    assert "In force" in page.part('aria-labelledby="measures"')
    assert "/api/" not in page.source
    assert '<meta name="robots" content="noindex">' in page.source


def test_a_drill_has_its_own_numbers_beside_those_of_real_acts(
    read: Reader, drill: None, aqtobe: Office
) -> None:
    published(aqtobe.drafter, aqtobe.approver, level="YELLOW", at=NOON + MINUTE)

    assert read("/en/declarations/2026-0001/", NOON + MINUTE).match("<h1>(.*?)</h1>") == (
        "Aktobe Region: moderate (yellow) terrorism threat level declared"
    )
    assert "sheet exercise" not in read("/en/declarations/2026-0001/", NOON + MINUTE).source
    for missing in ("EX-2026-0002", "EX-0001", "EX-", "ex-2026-0001", "EX-EX-2026-0001"):
        assert read(f"/en/declarations/{missing}/", NOON + MINUTE).status == 404


@pytest.mark.parametrize("code", ["EX-2026-0001", "ex-2026-0001", "EX20260001", "ex2026-0001"])
def test_the_short_address_answers_exercise(client: Client, drill: None, code: str) -> None:
    answer = client.get(f"/c/{code}", headers={"accept-language": "ru"})

    assert answer.status_code == 302
    assert answer.url == f"/ru/declarations/{NUMBER}/?check=1"
    assert client.get("/c/2026-0001").url == "/kk/check/?code=2026-0001"
