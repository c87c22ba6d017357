"""The preview of a draft, in three languages, as its readers will see it."""

from __future__ import annotations

import pytest
from django.test import Client

from guidance.models import Declaration
from tests import factories
from tests.factories import DAY, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

LEVEL_WORDS = {
    "kk": "жоғары («қызғылт сары»)",
    "ru": "высокий («оранжевый»)",
    "en": "high (orange)",
}


def preview(client: Client, declaration: Declaration, lang: str) -> str:
    response = client.get(posts.address(declaration, f"preview/{lang}"))
    assert response.status_code == 200
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    return response.content.decode()


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_preview_speaks_the_reader_s_language_not_the_editor_s(
    lang: str, aqtobe: Office, signed_in: SignIn
) -> None:
    client = signed_in(aqtobe.drafter, language="ru" if lang != "ru" else "kk")
    declaration = posts.saved(client)

    page = preview(client, declaration, lang)

    assert f'<html lang="{lang}">' in page
    assert LEVEL_WORDS[lang] in page
    assert factories.REASON[lang] in page
    assert all(text not in page for code, text in factories.REASON.items() if code != lang)


def test_a_language_that_is_none_is_not_found(drafter: Client) -> None:
    declaration = posts.saved(drafter)

    assert drafter.get(posts.address(declaration, "preview/kz")).status_code == 404


def test_the_preview_shows_measures_and_local_advice(drafter: Client) -> None:
    declaration = posts.saved(
        drafter,
        measure_CURFEW="on",
        advice_0_kk="Вокзалға бармаңыз",
        advice_0_ru="Не ходите на вокзал",
        advice_0_en="Do not go to the station",
    )

    page = preview(drafter, declaration, "ru")

    assert "Введён комендантский час" in page
    assert "Не ходите на вокзал" in page


def test_an_extension_keeps_the_start_and_moves_the_end(aqtobe: Office, drafter: Client) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - DAY)

    page = preview(drafter, posts.saved(drafter, posts.EXTEND), "en")

    assert "21 November 2026, 17:00 (UTC+5)" in page
    assert "To the end of 1 January 2027" in page


def test_an_act_that_the_rules_refuse_has_no_preview_but_a_reason(
    aqtobe: Office, drafter: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - DAY)
    lift = posts.saved(drafter, posts.LIFT)
    factories.published(aqtobe.drafter, aqtobe.approver, act="LIFT", at=NOON)

    assert "there is nothing to lift" in preview(drafter, lift, "en")


def test_hostile_words_stay_words(drafter: Client) -> None:
    declaration = posts.saved(drafter, order_number='7 & 8 "x"')

    page = preview(drafter, declaration, "en")

    assert "7 &amp; 8 &quot;x&quot;" in page
