"""What of a block is its language's own stays when its texts are translated."""

from __future__ import annotations

from typing import Any

import pytest

from portal.news.models import ArticlePage
from portal.news.translations.mirror import put

pytestmark = pytest.mark.django_db

QUOTE = {
    "mode": "VERBATIM", "text": "<p>Слова</p>", "speaker": None, "said_on": "2016-06-07",
    "is_month_only": False, "outlet": "КТК", "link": "", "language": "", "is_translated": False,
}  # fmt: skip
FILE = {"document": 1, "name": "Постановление", "language": "ru"}


def page(ru: list[Any], kk: list[Any]) -> ArticlePage:
    made = ArticlePage()
    for lang, body in (("ru", ru), ("kk", kk)):
        stream = getattr(made, f"body_{lang}").stream_block
        setattr(made, f"body_{lang}", stream.to_python(body))
    return made


def block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "id": "x", "value": value}


def kazakh(made: ArticlePage) -> Any:
    return made.body_kk.get_prep_value()[0]["value"]


def test_a_quote_newly_translated_says_that_the_portal_translated_it() -> None:
    made = page([block("quote", QUOTE)], [])

    put(made, "ru", "kk", {"body/x/text": "<p>Сөздер</p>", "body/x/outlet": "КТК"})

    assert kazakh(made) == {**QUOTE, "text": "<p>Сөздер</p>", "is_translated": True}


def test_a_retold_quote_is_nobody_s_words_in_any_language() -> None:
    made = page([block("quote", {**QUOTE, "mode": "PARAPHRASE"})], [])

    put(made, "ru", "kk", {"body/x/text": "<p>Сөздер</p>"})

    assert kazakh(made)["is_translated"] is False


def test_a_quote_gets_another_day_from_its_source_and_keeps_its_mark() -> None:
    there = {**QUOTE, "said_on": "2016-06-01", "is_translated": True}
    made = page([block("quote", QUOTE)], [block("quote", there)])

    put(made, "ru", "kk", {"body/x/text": "<p>Сөздер</p>"})

    assert (kazakh(made)["said_on"], kazakh(made)["is_translated"]) == ("2016-06-07", True)


def test_a_document_stays_the_edition_of_its_language() -> None:
    made = page([block("document", FILE)], [block("document", {**FILE, "document": 2})])

    put(made, "ru", "kk", {"body/x/name": "Қаулы"})

    assert kazakh(made) == {**FILE, "document": 2, "name": "Қаулы"}
